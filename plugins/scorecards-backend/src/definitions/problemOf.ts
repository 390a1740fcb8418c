import { DefinitionProblem } from '@synchrony/backstage-plugin-scorecards-common';
import { DefinitionError } from './DefinitionError';
import { LocatedDefinition } from './parseDefinitions';

/** A fault with the location that brought the file. */
export interface LocatedProblem extends DefinitionProblem {
  location?: string;
}

/** A fault as people read it: they know files by their names. */
export function withoutLocation({
  location,
  ...problem
}: LocatedProblem): DefinitionProblem {
  return problem;
}

/** A fault of a definition with where it stands, also within a rule. */
export function problemOf(
  {
    file,
    location,
    placeOf,
  }: Pick<LocatedDefinition, 'file' | 'location' | 'placeOf'>,
  { expected, message, offset, path }: DefinitionError,
): LocatedProblem {
  return {
    ...(location !== undefined && { location }),
    file,
    ...placeOf(path, offset),
    path: path.join('.'),
    message,
    ...(expected && { expected }),
    ...(offset !== undefined && { ruleColumn: offset + 1 }),
  };
}

/** A fault in a line, as it is written to the log. */
export function problemInWords(problem: DefinitionProblem): string {
  const { column, expected, file, line, message, ruleColumn } = problem;
  const place = [file, line, column].filter(part => part !== undefined);
  return [
    `${place.join(':')} ${message}`,
    ...(ruleColumn === undefined
      ? []
      : [`at character ${ruleColumn} of the rule`]),
    ...(expected === undefined ? [] : [`expected: ${expected}`]),
  ].join('; ');
}
