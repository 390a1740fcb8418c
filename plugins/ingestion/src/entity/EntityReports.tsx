import { parseEntityRef } from '@backstage/catalog-model';
import { Card } from '@backstage/ui';
import { isForbidden, PanelEmpty } from '@synchrony/ui';
import { ConnectEntity } from '../connect';
import { ReportsPanel } from '../reports';
import { ScopesPanel } from '../scopes';
import { CoverageList, StaleNote, useSummary } from '../summary';
import { UploadReport } from '../upload';
import { FindingsForbidden } from './FindingsForbidden';
import { useSubject } from './useSubject';
import panel from '../panel/panel.module.css';
import styles from './entity.module.css';

/** Security › Reports of an entity. */
export function EntityReports() {
  const { entityRef, ownerRef } = useSubject();
  const { value: summary, error } = useSummary(entityRef);
  // The list of reports leaves out what the viewer may not see, and so can't
  // tell "none" from "none for you"; the summary can.
  if (isForbidden(error)) {
    return (
      <Card className={panel.pad}>
        <FindingsForbidden ownerRef={ownerRef} />
      </Card>
    );
  }
  return (
    <div className={panel.stack}>
      {summary && (
        <>
          <Card className={panel.pad}>
            <h2 className={styles.heading}>Coverage</h2>
            <p className={styles.sub}>
              last complete scan of each control; hatched means unknown
            </p>
            <CoverageList coverage={summary.coverage} />
          </Card>
          <StaleNote summary={summary} />
        </>
      )}
      <ReportsPanel
        key={entityRef}
        entityRef={entityRef}
        empty={
          <PanelEmpty title="No report yet">
            No report has arrived for {parseEntityRef(entityRef).name}. That
            says nothing about how secure it is.
          </PanelEmpty>
        }
        forbidden={<FindingsForbidden ownerRef={ownerRef} />}
      />
      {summary?.hasReports && (
        <ScopesPanel
          key={`scopes ${entityRef}`}
          entityRef={entityRef}
          forbidden={<FindingsForbidden ownerRef={ownerRef} />}
        />
      )}
      <Card className={panel.pad}>
        <h2 className={styles.heading}>Send a report</h2>
        <div className={styles.upload}>
          <UploadReport entityRef={entityRef} />
        </div>
        <ConnectEntity entityRef={entityRef} />
      </Card>
    </div>
  );
}
