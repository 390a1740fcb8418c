import {
  ExportButtons,
  formatCount,
  PanelEmpty,
  PanelError,
  PanelLoading,
  TextLink,
} from '@synchrony/ui';
import { useRef } from 'react';
import { useEntityScores } from '../../api';
import { scoreSheet } from '../../model/scoreSheet';
import { useChosenScorecard } from '../ScorecardChoice';
import styles from './Portfolio.module.css';
import { ServiceList } from './ServiceList';
import { useRowsHref } from './useRowsHref';

const TIER = 'tier-1';
const SHOWN = 5;
const HEIGHT = 260;

/** The most critical services below their target: an agenda, not a ranking. */
export function DiscussCard() {
  const picture = useRef<HTMLDivElement>(null);
  const rowsHref = useRowsHref();
  const scorecard = useChosenScorecard();
  const scores = useEntityScores({
    ...(scorecard && { scorecard }),
    tier: [TIER],
    target: 'missed',
    orderBy: 'worst',
    limit: SHOWN,
  });
  const { value, error } = scores;
  const list =
    value &&
    (value.totalItems === 0 ? (
      <PanelEmpty title="No tier-1 service is below its target" />
    ) : (
      <>
        <p className={styles.sub}>
          {value.items.length} of {formatCount(value.totalItems, 'component')}{' '}
          below target, lowest level first ·{' '}
          <TextLink href={rowsHref({ tier: TIER, target: 'missed' })}>
            All {value.totalItems}
          </TextLink>
        </p>
        <div className={styles.tools}>
          <ExportButtons
            name="scorecards-discuss"
            rows={() => scoreSheet(value.items)}
            picture={{
              title: 'Tier-1 services to discuss first',
              notes: [
                `${value.items.length} of ${value.totalItems} below target, lowest level first · scorecard ${value.items.at(0)?.scorecardId}`,
              ],
              element: picture,
            }}
          />
        </div>
        <div ref={picture}>
          <ServiceList
            caption="Tier-1 services below their target"
            rows={value.items}
          />
        </div>
      </>
    ));
  return (
    <section className={styles.card} aria-labelledby="portfolio-discuss">
      <h2 id="portfolio-discuss">Tier-1 services to discuss first</h2>
      {error ? (
        <PanelError
          title="Services unavailable"
          error={error}
          failedAt={scores.failedAt ?? new Date()}
          onRetry={scores.reload}
          isRetrying={scores.isLoading}
          retrySeconds={scores.retrySeconds}
          lastGoodAt={scores.loadedAt}
        >
          {list}
        </PanelError>
      ) : (
        (list ?? <PanelLoading what="the services" height={HEIGHT} />)
      )}
    </section>
  );
}
