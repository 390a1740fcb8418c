import { Container } from '@backstage/ui';
import { IssuersPanel } from './IssuersPanel';
import { TokensPanel } from './TokensPanel';
import panel from '../panel/panel.module.css';

/** The tokens by which pipelines send reports. */
export function TokensTab() {
  return (
    <main>
      <Container>
        <p className={panel.lead}>
          An upload token sends reports for the components that it names, asks
          the gate about them, and can do nothing else. Pipelines of GitHub and
          GitLab need none: they exchange an ID token of their own where the
          portal is set up for it.
        </p>
        <div className={panel.stack}>
          <TokensPanel />
          <IssuersPanel />
        </div>
      </Container>
    </main>
  );
}
