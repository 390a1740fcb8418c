import { DefinitionProblem } from '@synchrony/backstage-plugin-scorecards-common';
import { DefinitionError } from './DefinitionError';
import { LocatedDefinition } from './parseDefinitions';

/** A fault of a definition with where it stands, also within a rule. */
export function problemOf(
  { file, placeOf }: Pick<LocatedDefinition, 'file' | 'placeOf'>,
  { expected, message, offset, path }: DefinitionError,
): DefinitionProblem {
  return {
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
