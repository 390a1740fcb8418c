import { EntityScoresPage } from '@synchrony/backstage-plugin-scorecards-common';
import { formatCount, LevelDistribution } from '@synchrony/ui';
import { formatPageState, PageState } from './usePageState';
import styles from './ScorecardsPage.module.css';

function scope(state: PageState): string {
  return [
    ...(state.mine ? ['that you own'] : []),
    ...(state.tiers.length > 0 ? [`of ${state.tiers.join(', ')}`] : []),
    ...(state.q ? [`named “${state.q}…”`] : []),
  ].join(', ');
}

/** How many components stand at each level under the filters but the level's. */
export function DistributionCard(props: {
  page: EntityScoresPage;
  state: PageState;
}) {
  const { page, state } = props;
  const total = Object.values(page.levels).reduce((sum, each) => sum + each, 0);
  return (
    <section className={styles.card} aria-labelledby="scorecards-levels">
      <h2 id="scorecards-levels">Levels</h2>
      <p className={styles.sub}>
        {formatCount(total, 'component')} {scope(state)} · counts, not averages;
        unrated is not known
      </p>
      <LevelDistribution
        counts={page.levels}
        hrefOf={level =>
          `?${new URLSearchParams(
            formatPageState({ ...state, levels: [level], cursor: undefined }),
          )}`
        }
      />
    </section>
  );
}
