import { LocatedProblem } from './problemOf';

/** What is wrong with what was read. */
export interface Faults {
  /** Locations of which nobody knows what they hold now. */
  unread: ReadonlySet<string>;
  problems: readonly LocatedProblem[];
}

/**
 * Whether it can't be said that what stood in a file is gone. Where the
 * location of the file is not known, it can't be said while any location can't
 * be read.
 */
export function isFaulty(
  { file, location }: { file: string; location: string | null },
  { problems, unread }: Faults,
): boolean {
  return location === null
    ? unread.size > 0 || problems.some(problem => problem.file === file)
    : unread.has(location) ||
        problems.some(
          problem => problem.file === file && problem.location === location,
        );
}
