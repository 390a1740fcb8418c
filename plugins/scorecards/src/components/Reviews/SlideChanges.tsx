import {
  ScoreCause,
  ScoreChanges,
  ScorecardReview,
} from '@synchrony/backstage-plugin-scorecards-common';
import { levelLabel, TextLink } from '@synchrony/ui';
import { useScoreChanges } from '../../api';
import { causeText, formatPart } from '../../model/causes';
import { SCORECARD_PATH, useEntityPath } from '../../paths';
import { ReviewPanel } from './ReviewPanel';
import styles from './Reviews.module.css';

const SHOWN = 5;
const DAY_MS = 24 * 60 * 60_000;
const DEFAULT_DAYS = 30;
/** As far back as changes are told. */
const LONGEST_DAYS = 365;

/** The start of the last review of the scope, or 30 days before this one. */
function since({ createdAt, previous, startedAt }: ScorecardReview): string {
  const start = Date.parse(startedAt ?? createdAt);
  const longest = Date.now() - LONGEST_DAYS * DAY_MS;
  const from = previous
    ? Date.parse(previous.startedAt)
    : start - DEFAULT_DAYS * DAY_MS;
  return from > longest
    ? new Date(from).toISOString()
    : `${new Date(longest).toISOString().slice(0, 10)}T00:00:00.000Z`;
}

function Cause(props: { cause: ScoreCause }) {
  const { cause } = props;
  return (
    <li>
      {cause.title && <strong>{cause.title}: </strong>}
      {causeText(cause)} ({formatPart(cause.scoreTenths)})
    </li>
  );
}

function Known(props: { changes: ScoreChanges; href?: string }) {
  const { changes, href } = props;
  const { causes, from, to } = changes;
  const latest = [...causes].reverse().slice(0, SHOWN);
  const words = (level: typeof from.level) =>
    level ? levelLabel(level) : 'not covered';
  return (
    <>
      <p className={styles.line}>
        {words(from.level)} → {words(to.level)},{' '}
        {formatPart(to.scoreTenths - from.scoreTenths)} points
      </p>
      {latest.length === 0 && <p className={styles.muted}>Nothing changed.</p>}
      <ul className={styles.list}>
        {latest.map((cause, index) => (
          <Cause key={`${index} ${cause.kind}`} cause={cause} />
        ))}
      </ul>
      {href && (
        <TextLink href={href}>
          {causes.length > SHOWN
            ? `All ${causes.length} changes`
            : 'Open its history'}
        </TextLink>
      )}
    </>
  );
}

/** What changed since the last review. */
export function SlideChanges(props: {
  review: ScorecardReview;
  entityRef: string;
  scorecardId: string;
}) {
  const { entityRef, review, scorecardId } = props;
  const from = since(review);
  const live = useScoreChanges(entityRef, scorecardId, { from });
  const path = useEntityPath()(entityRef, SCORECARD_PATH);
  const query = new URLSearchParams({
    scorecard: scorecardId,
    view: 'history',
  });
  return (
    <section className={styles.changes} aria-label="What changed">
      <h3>
        Since {from.slice(0, 10)}
        {review.previous && ' (the last review)'}
      </h3>
      <ReviewPanel live={live} subject="Changes" height={120}>
        {changes => (
          <Known changes={changes} href={path && `${path}?${query}`} />
        )}
      </ReviewPanel>
    </section>
  );
}
