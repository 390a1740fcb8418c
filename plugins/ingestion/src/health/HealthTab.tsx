import { Container } from '@backstage/ui';
import { QueuePanel } from './QueuePanel';
import { ThreatFilesPanel } from './ThreatFilesPanel';
import panel from '../panel/panel.module.css';

/** Whether reports come through, and whether what due dates rest on is current. */
export function HealthTab() {
  return (
    <main>
      <Container>
        <p className={panel.lead}>
          Whether reports come through, and whether the files that due dates
          rest on are current. No finding is shown here.
        </p>
        <div className={panel.stack}>
          <QueuePanel />
          <ThreatFilesPanel />
        </div>
      </Container>
    </main>
  );
}
