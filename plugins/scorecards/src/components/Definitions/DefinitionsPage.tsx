import { useApi } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { ScorecardDefinitions } from '@synchrony/backstage-plugin-scorecards-common';
import { LivePanel, PanelForbidden, useLiveData } from '@synchrony/ui';
import { scorecardsApiRef } from '../../api';
import { ScorecardsForbidden } from '../ScorecardsForbidden';
import { DefinitionBrowser } from './DefinitionBrowser';
import { DryRunCard } from './DryRunCard';

const POLL_MS = 60_000;

/** Which rules are in use, what is wrong with files, and what a change would do. */
export function DefinitionsPage() {
  const api = useApi(scorecardsApiRef);
  const live = useLiveData({
    key: 'definitions',
    load: () => api.getDefinitions(),
    pollMs: POLL_MS,
  });
  return (
    <main>
      <Container>
        <LivePanel
          live={live}
          subject="Definitions"
          height={320}
          forbidden={<ScorecardsForbidden />}
        >
          {definitions => <Known definitions={definitions} />}
        </LivePanel>
      </Container>
    </main>
  );
}

function Known({ definitions }: { definitions: ScorecardDefinitions }) {
  return (
    <DefinitionBrowser definitions={definitions}>
      {definitions.manageable ? (
        <DryRunCard />
      ) : (
        <PanelForbidden title="You can’t try definitions out.">
          Application security proposes and activates them.
        </PanelForbidden>
      )}
    </DefinitionBrowser>
  );
}
