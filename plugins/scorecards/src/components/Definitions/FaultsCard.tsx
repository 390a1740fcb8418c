import { DefinitionProblem } from '@synchrony/backstage-plugin-scorecards-common';
import { PanelNotice } from '@synchrony/ui';
import cards from '../Portfolio/Portfolio.module.css';
import { ProblemList } from '../ProblemList';

/** What is wrong with files, those of drafts among them. */
export function FaultsCard(props: { problems: DefinitionProblem[] }) {
  const { problems } = props;
  return (
    <section className={cards.card} aria-labelledby="definition-faults">
      <h2 id="definition-faults">Faults</h2>
      {problems.length === 0 ? (
        <p className={cards.sub}>Every file can be used.</p>
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
