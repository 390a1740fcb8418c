import { useApi } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { ScorecardDefinitions } from '@synchrony/backstage-plugin-scorecards-common';
import {
  LivePanel,
  PanelForbidden,
  PanelNotice,
  useLiveData,
} from '@synchrony/ui';
import { scorecardsApiRef } from '../../api';
import cards from '../Portfolio/Portfolio.module.css';
import { ProblemList } from '../ProblemList';
import { ScorecardsForbidden } from '../ScorecardsForbidden';
import { ActiveScorecards } from './ActiveScorecards';
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
  const { manageable, problems, scorecards } = definitions;
  return (
    <div className={cards.stack}>
      <section className={cards.card} aria-labelledby="definitions-in-use">
        <h2 id="definitions-in-use">Scorecards in use</h2>
        <p className={cards.sub}>
          Definitions are files in a repository. A version never changes; a
          changed file with a new version takes the place of the old one.
        </p>
        <ActiveScorecards scorecards={scorecards} />
      </section>
      <section className={cards.card} aria-labelledby="definition-faults">
        <h2 id="definition-faults">Faults</h2>
        {problems.length === 0 ? (
          <p className={cards.sub}>Every file can be used.</p>
        ) : (
          <PanelNotice tone="warning">
            The last good version of these stays active.
            <ProblemList problems={problems} />
          </PanelNotice>
        )}
      </section>
      {manageable ? (
        <DryRunCard />
      ) : (
        <PanelForbidden title="You can’t try definitions out.">
          Application security proposes and activates them.
        </PanelForbidden>
      )}
    </div>
  );
}
