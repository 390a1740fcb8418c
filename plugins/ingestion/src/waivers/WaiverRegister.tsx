import { Container } from '@backstage/ui';
import { PanelEmpty } from '@synchrony/ui';
import { useCheckRequest } from './useCheckRequest';
import { WaiverDialog } from './WaiverDialog';
import { WaiversPanel } from './WaiversPanel';
import panel from '../panel/panel.module.css';

const WHO_SEES =
  'You see waivers of services that your teams own. Application security and audit see more.';

/** Who accepted which risk, and until when. */
export function WaiverRegister() {
  const { choices, finish } = useCheckRequest();
  return (
    <main>
      <Container>
        <p className={panel.lead}>
          A waiver accepts a risk until a day. It changes no score, and nobody
          approves their own. {WHO_SEES}
        </p>
        <WaiversPanel
          empty={
            <PanelEmpty title="No waiver in what you may see">
              Ask for one from a finding, or from a check that fails.
            </PanelEmpty>
          }
          forbidden={
            <PanelEmpty title="You may not see waivers">{WHO_SEES}</PanelEmpty>
          }
        />
        {choices && <WaiverDialog choices={choices} onClose={finish} />}
      </Container>
    </main>
  );
}
