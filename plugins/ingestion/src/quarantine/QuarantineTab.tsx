import { Container } from '@backstage/ui';
import { QuarantinePanel } from './QuarantinePanel';
import panel from '../panel/panel.module.css';

/** Reports of components that the catalog does not have. */
export function QuarantineTab() {
  return (
    <main>
      <Container>
        <p className={panel.lead}>
          Reports that name a component which is not in the catalog wait here.
          They are processed by themselves once it appears. If the component was
          renamed, re-bind them: what was known of the old name moves with them.
        </p>
        <QuarantinePanel />
      </Container>
    </main>
  );
}
