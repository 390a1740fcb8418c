import { Container } from '@backstage/ui';
import { PanelEmpty } from '@synchrony/ui';
import { ReportsPanel } from '../reports';
import { UploadReport } from '../upload';
import { WHO_SEES } from '../words';
import { ActivityPanel } from './ActivityPanel';
import panel from '../panel/panel.module.css';
import styles from './activity.module.css';

/** What arrives from pipelines and scanners, and what became of it. */
export function ActivityTab() {
  return (
    <main>
      <Container>
        <div className={styles.intro}>
          <p className={panel.lead}>
            Reports from pipelines, scanners and uploads. A partial or an old
            report never resolves a finding. {WHO_SEES}
          </p>
          <UploadReport />
        </div>
        <div className={styles.stack}>
          <ActivityPanel />
          <ReportsPanel
            empty={
              <PanelEmpty title="No report in what you may see">
                {WHO_SEES}
              </PanelEmpty>
            }
            forbidden={
              <PanelEmpty title="You may not see reports">
                {WHO_SEES}
              </PanelEmpty>
            }
          />
        </div>
      </Container>
    </main>
  );
}
