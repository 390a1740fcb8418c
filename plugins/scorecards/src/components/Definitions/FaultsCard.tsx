import { DefinitionProblem } from '@synchrony/backstage-plugin-scorecards-common';
import { formatCount, PanelNotice } from '@synchrony/ui';
import cards from '../Portfolio/Portfolio.module.css';
import { ProblemList } from '../ProblemList';

/** What is wrong with files, those of drafts among them. */
export function FaultsCard(props: {
  problems: DefinitionProblem[];
  /** How many more there are that the viewer is not told. */
  withheld?: number;
}) {
  const { problems, withheld = 0 } = props;
  return (
    <section className={cards.card} aria-labelledby="definition-faults">
      <h2 id="definition-faults">Faults</h2>
      {withheld > 0 && (
        <PanelNotice tone="warning">
          {formatCount(withheld, 'fault')}; the last good version stays active.
          Who manages definitions sees where.
        </PanelNotice>
      )}
      {problems.length === 0 ? (
        withheld === 0 && <p className={cards.sub}>Every file can be used.</p>
      ) : (
        <PanelNotice tone="warning">
          The last good version of these stays active; a draft with a fault is
          not listed.
          <ProblemList problems={problems} />
        </PanelNotice>
      )}
    </section>
  );
}
