import { CharterMeasure } from '@synchrony/backstage-plugin-virtual-teams-common';
import { numberOf } from '../../parts';

/** What stands in the fields at first: the newest values. */
export function typedValues(
  measures: CharterMeasure[],
): Record<string, string> {
  return Object.fromEntries(
    measures.map(({ current, id }) => [id, current?.toString() ?? '']),
  );
}

/** Whether each field is empty or holds a number. */
export function areNumbers(typed: Record<string, string>): boolean {
  return Object.values(typed).every(
    text => text.trim() === '' || numberOf(text) !== undefined,
  );
}

/** Typed values as numbers; fields that are empty or no number are left out. */
export function measureValues(
  typed: Record<string, string>,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([id, text]) => {
      const value = numberOf(text);
      return value === undefined ? [] : [[id, value]];
    }),
  );
}
