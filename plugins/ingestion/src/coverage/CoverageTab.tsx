import { Container } from '@backstage/ui';
import { WHO_SEES } from '../words';
import { CoveragePanel } from './CoveragePanel';
import panel from '../panel/panel.module.css';

/** Which controls run where, and where nothing is known. */
export function CoverageTab() {
  return (
    <main>
      <Container>
        <p className={panel.lead}>
          A control is covered while its last complete scan is recent. Whatever
          else is the case is unknown, and never counts as secure. {WHO_SEES}
        </p>
        <CoveragePanel />
      </Container>
    </main>
  );
}
