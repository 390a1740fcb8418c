import {
  EARNED_LEVELS,
  levelRank,
} from '@synchrony/backstage-plugin-scorecards-common';

/** SQL: 1 when an entity reaches its target, 0 when not, null without one. */
export const atTarget = `(case when target_level is null then null when level_rank >= (case target_level ${EARNED_LEVELS.map(
  level => `when '${level}' then ${levelRank(level)}`,
).join(' ')} end) then 1 else 0 end)`;
