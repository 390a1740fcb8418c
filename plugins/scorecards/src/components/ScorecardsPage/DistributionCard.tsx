import {
  EntityScoresPage,
  LEVELS,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  ExportButtons,
  formatCount,
  formatExactTime,
  LevelDistribution,
  levelLabel,
} from '@synchrony/ui';
import { useRef } from 'react';
import { formatPageState, PageState } from './usePageState';
import styles from './ScorecardsPage.module.css';

const MEANING = 'counts, not averages; unrated is not known';

function scope(state: PageState): string {
  return [
    ...(state.mine ? ['that you own'] : []),
    ...(state.tiers.length > 0 ? [`of ${state.tiers.join(', ')}`] : []),
    ...(state.q ? [`named “${state.q}…”`] : []),
  ].join(', ');
}

function totalOf({ levels }: EntityScoresPage): number {
  return Object.values(levels).reduce((sum, each) => sum + each, 0);
}

/** How many components stand at each level under the filters but the level's. */
export function DistributionCard(props: {
  page: EntityScoresPage;
  state: PageState;
}) {
  const { page, state } = props;
  const picture = useRef<HTMLDivElement>(null);
  const scorecardId = page.items.at(0)?.scorecardId ?? 'essentials';
  const words =
    `${formatCount(totalOf(page), 'component')} ${scope(state)}`.trim();
  return (
    <section className={styles.card} aria-labelledby="scorecards-levels">
      <h2 id="scorecards-levels">Levels</h2>
      <p className={styles.sub}>
        {words} · {MEANING}
      </p>
      <div className={styles.tools}>
        <ExportButtons
          name="scorecards-levels"
          rows={() => [
            ['Level', 'Components'],
            ...LEVELS.map(level => [levelLabel(level), page.levels[level]]),
          ]}
          picture={{
            title: 'Levels',
            notes: [
              `${words} · scorecard ${scorecardId} · drawn ${formatExactTime(new Date())}`,
              MEANING,
            ],
            element: picture,
          }}
        />
      </div>
      <div ref={picture}>
        <LevelDistribution
          counts={page.levels}
          hrefOf={level =>
            `?${new URLSearchParams(
              formatPageState({ ...state, levels: [level], cursor: undefined }),
            )}`
          }
        />
      </div>
    </section>
  );
}
