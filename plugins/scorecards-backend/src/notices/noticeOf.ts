import { Level } from '@synchrony/backstage-plugin-scorecards-common';
import { StoredScore } from '../store/results';

/** A change of level that people are still to be told of. */
export interface StoredNotice {
  scorecard_id: string;
  entity_ref: string;
  from_level: Level;
  changed_at: number;
}

/** What became so longer ago is history that is loaded, and no news. */
const NEWS_MS = 24 * 60 * 60_000;

/**
 * Whether people are told of a change. The first level that an entity ever had
 * is none, nor is what another version of the scorecard makes of it: then
 * nobody is told of earlier changes either.
 *
 * @param at - when the change happened, in milliseconds since 1970
 */
export function noticeOf(
  before: StoredScore,
  after: StoredScore,
  { at, now }: { at: number; now: Date },
): StoredNotice | 'silence' | undefined {
  if (before.scorecard_version !== after.scorecard_version) {
    return 'silence';
  }
  const isFirst = before.is_first === 1 && before.level === 'unrated';
  const isOld = at < now.getTime() - NEWS_MS;
  if (before.level === after.level || isFirst || isOld) {
    return undefined;
  }
  return {
    scorecard_id: after.scorecard_id,
    entity_ref: after.entity_ref,
    from_level: before.level,
    changed_at: now.getTime(),
  };
}
