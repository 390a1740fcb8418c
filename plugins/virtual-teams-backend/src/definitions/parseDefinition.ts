import { DefinitionFault } from '@synchrony/backstage-plugin-virtual-teams-common';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { placesIn } from './placesIn';

/** What a file says, or what is wrong with it and where. */
export type ParsedDefinition<T> =
  { value: T; faults: [] } | { value?: undefined; faults: DefinitionFault[] };

const LONGEST = 1_000_000;
const MOST_FAULTS = 50;
const MOST_ALIASES = 100;

function named(path: readonly PropertyKey[], message: string): string {
  return path.length === 0
    ? message
    : `${path.map(String).join('.')}: ${message}`;
}

/** Reads YAML by a schema; faults have their line and column. */
export function parseDefinition<T>(
  text: string,
  schema: z.ZodType<T>,
): ParsedDefinition<T> {
  if (text.length > LONGEST) {
    return { faults: [{ message: 'The file is longer than a megabyte' }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    return {
      faults: document.errors.slice(0, MOST_FAULTS).map(({ message, pos }) => {
        const { col, line } = lines.linePos(pos[0]);
        return {
          message: message.split('\n')[0].replace(/ at line .*$/, ''),
          line,
          column: col,
        };
      }),
    };
  }
  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: MOST_ALIASES }) ?? {};
  } catch {
    return { faults: [{ message: 'The file repeats itself too often' }] };
  }
  const result = schema.safeParse(content);
  if (result.success) {
    return { value: result.data, faults: [] };
  }
  const places = placesIn(document, lines);
  const faults = result.error.issues.flatMap<DefinitionFault>(issue =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map(key => ({
          message: named([...issue.path, key], 'there is no such field'),
          ...places.keyAt(issue.path, key),
        }))
      : [
          {
            message: named(issue.path, issue.message),
            ...places.valueAt(issue.path),
          },
        ],
  );
  return { faults: faults.slice(0, MOST_FAULTS) };
}
