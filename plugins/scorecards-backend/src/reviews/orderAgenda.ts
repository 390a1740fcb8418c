import { levelRank } from '@synchrony/backstage-plugin-scorecards-common';
import { ScopedEntity } from '../campaigns/types';

/** What the order of an agenda is by. */
export type AgendaKeys = Pick<
  ScopedEntity,
  'entityRef' | 'level' | 'name' | 'scoreLow' | 'targetLevel' | 'tier'
>;

/** Sorts what has no tier after every tier. */
const WITHOUT_TIER = '\uffff';

function isBelowTarget({ level, targetLevel }: AgendaKeys): boolean {
  return targetLevel !== undefined && levelRank(level) < levelRank(targetLevel);
}

/** Levels from the target; more than reached counts as reached. */
function gapOf({ level, targetLevel }: AgendaKeys): number {
  return targetLevel === undefined
    ? 0
    : Math.max(0, levelRank(targetLevel) - levelRank(level));
}

function keysOf(entity: AgendaKeys): (string | number)[] {
  return [
    isBelowTarget(entity) ? 0 : 1,
    entity.tier ?? WITHOUT_TIER,
    -gapOf(entity),
    levelRank(entity.level),
    entity.scoreLow ?? -1,
    entity.name,
    entity.entityRef,
  ];
}

/**
 * Worst first: what is below its target before what is not, then by tier, by
 * how many levels are missing, by level and by score. Refs make it one order.
 */
export function orderAgenda<T extends AgendaKeys>(entities: readonly T[]): T[] {
  return entities
    .map(entity => ({ entity, keys: keysOf(entity) }))
    .sort((a, b) => {
      const index = a.keys.findIndex((key, place) => key !== b.keys[place]);
      if (index < 0) {
        return 0;
      }
      return a.keys[index] < b.keys[index] ? -1 : 1;
    })
    .map(({ entity }) => entity);
}
