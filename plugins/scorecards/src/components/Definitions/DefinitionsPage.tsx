import { useApi } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { ScorecardDefinitions } from '@synchrony/backstage-plugin-scorecards-common';
import {
  PanelError,
  PanelForbidden,
  PanelLoading,
  useLiveData,
} from '@synchrony/ui';
import { isForbidden, scorecardsApiRef } from '../../api';
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
  const content = () => {
    if (live.error && isForbidden(live.error)) {
      return <PanelForbidden title="You can't see scorecards." />;
    }
    if (live.error) {
      return (
        <PanelError
          title="Definitions unavailable"
          error={live.error}
          failedAt={live.failedAt ?? new Date()}
          onRetry={live.reload}
          isRetrying={live.isLoading}
          retrySeconds={live.retrySeconds}
          lastGoodAt={live.loadedAt}
        >
          {live.value && <Known definitions={live.value} />}
        </PanelError>
      );
    }
    return live.value ? (
      <Known definitions={live.value} />
    ) : (
      <PanelLoading what="the definitions" height={320} />
    );
  };
  return (
    <main>
      <Container>{content()}</Container>
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
