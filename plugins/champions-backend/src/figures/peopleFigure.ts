import { PeopleFigure } from '@synchrony/backstage-plugin-champions-common';

/** A figure about fewer people would tell of each of them. */
export const FEWEST_PEOPLE = 5;

/** A figure about people, held back where there are too few of them. */
export function peopleFigure<T>(
  people: number,
  value: () => T,
): PeopleFigure<T> {
  return people >= FEWEST_PEOPLE
    ? { isShown: true, value: value() }
    : { isShown: false, minimum: FEWEST_PEOPLE };
}
