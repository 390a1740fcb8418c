import { Container } from '@backstage/ui';
import { PanelEmpty } from '@synchrony/ui';
import { useFindingsAddress } from '../filter';
import { FindingsList } from '../list';
import panel from '../panel/panel.module.css';

const WHO_SEES =
  'You see findings of services that your teams own. Application security and audit see more.';

/** One list over the findings of everything that the viewer may see. */
export function AllFindings() {
  const address = useFindingsAddress();
  return (
    <main>
      <Container>
        <p className={panel.lead}>{WHO_SEES}</p>
        <FindingsList
          address={address}
          empty={
            <PanelEmpty title="No open findings in what you may see">
              A service without any report has none here either, which says
              nothing about how secure it is.
            </PanelEmpty>
          }
          forbidden={
            <PanelEmpty title="You may not see findings">{WHO_SEES}</PanelEmpty>
          }
        />
      </Container>
    </main>
  );
}
