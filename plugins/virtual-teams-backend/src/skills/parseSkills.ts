import {
  DefinitionFault,
  Skill,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { LineCounter, parseDocument } from 'yaml';
import { checkSkills } from './checkSkills';
import { placesIn } from './placesIn';
import { skillsFileSchema } from './skillsSchema';

/** Skills, or what is wrong with the file and where. */
export type ParsedSkills =
  | { skills: Skill[]; faults: [] }
  | { skills?: undefined; faults: DefinitionFault[] };

const LONGEST = 1_000_000;
const MOST_FAULTS = 50;
const MOST_ALIASES = 100;

function named(path: readonly PropertyKey[], message: string): string {
  return path.length === 0
    ? message
    : `${path.map(String).join('.')}: ${message}`;
}

/** Reads the file of the taxonomy. */
export function parseSkills(text: string): ParsedSkills {
  if (text.length > LONGEST) {
    return { faults: [{ message: 'The file is longer than a megabyte' }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    return {
      faults: document.errors.slice(0, MOST_FAULTS).map(({ message, pos }) => {
        const { col, line } = lines.linePos(pos[0]);
        const [first] = message.split('\n');
        return {
          message: first.replace(/ at line .*$/, ''),
          line,
          column: col,
        };
      }),
    };
  }
  const places = placesIn(document, lines);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MOST_ALIASES }) ?? {};
  } catch {
    return { faults: [{ message: 'The file repeats itself too often' }] };
  }
  const result = skillsFileSchema.safeParse(value);
  if (!result.success) {
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
  const faults = checkSkills(result.data.skills).map(({ message, path }) => ({
    message: named(path, message),
    ...places.valueAt(path),
  }));
  return faults.length > 0
    ? { faults: faults.slice(0, MOST_FAULTS) }
    : { skills: result.data.skills, faults: [] };
}
