import { Card } from '@backstage/ui';
import { isForbidden, PanelError, PanelLoading } from '@synchrony/ui';
import { useFindingsAddress } from '../filter';
import { FindingsList } from '../list';
import { staleControls, SummaryPanel, useSummary } from '../summary';
import { WaiversLine } from '../waivers';
import { FindingsForbidden } from './FindingsForbidden';
import { NeverScanned } from './NeverScanned';
import { NothingOpen } from './NothingOpen';
import { useSubject } from './useSubject';
import panel from '../panel/panel.module.css';

/** Security › Findings of an entity. */
export function EntityFindings() {
  const { entityRef, ownerRef } = useSubject();
  const address = useFindingsAddress();
  const live = useSummary(entityRef);
  const summary = live.value;
  const stale = summary && staleControls(summary).map(row => row.controlType);

  if (live.error && isForbidden(live.error)) {
    return (
      <Card className={panel.pad}>
        <FindingsForbidden ownerRef={ownerRef} />
      </Card>
    );
  }
  if (summary && !summary.hasReports) {
    return (
      <Card className={panel.pad}>
        <NeverScanned entityRef={entityRef} />
      </Card>
    );
  }
  return (
    <div className={panel.stack}>
      {live.error && (
        <Card className={panel.pad}>
          <PanelError
            title="Summary of findings unavailable"
            error={live.error}
            failedAt={live.failedAt ?? new Date()}
            lastGoodAt={live.loadedAt}
            retrySeconds={live.retrySeconds}
            isRetrying={live.isLoading}
            onRetry={live.reload}
          />
        </Card>
      )}
      {summary && <SummaryPanel summary={summary} />}
      <WaiversLine entityRef={entityRef} />
      {!summary && !live.error && (
        <PanelLoading what="the summary" height={150} />
      )}
      <FindingsList
        key={entityRef}
        address={address}
        entityRef={entityRef}
        stale={stale}
        empty={<NothingOpen coverage={summary?.coverage ?? []} />}
        forbidden={
          <Card className={panel.pad}>
            <FindingsForbidden ownerRef={ownerRef} />
          </Card>
        }
      />
    </div>
  );
}
