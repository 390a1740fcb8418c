import {
  ProgrammeFault,
  ProgrammeSettings,
} from '@synchrony/backstage-plugin-champions-common';
import { LineCounter, parseDocument } from 'yaml';
import { checkTogether } from './checkTogether';
import { DEFAULT_SETTINGS } from './defaultSettings';
import { placesIn } from './placesIn';
import { ProgrammeFileContent, programmeFileSchema } from './settingsSchema';

/** Settings, or what is wrong with the file and where. */
export type ParsedProgramme =
  | { settings: ProgrammeSettings; faults: [] }
  | { settings?: undefined; faults: ProgrammeFault[] };

const LONGEST = 1_000_000;
const MOST_FAULTS = 50;
const MOST_ALIASES = 100;

function withDefaults(content: ProgrammeFileContent): ProgrammeSettings {
  return {
    ...DEFAULT_SETTINGS,
    ...content,
    mustCover: { ...DEFAULT_SETTINGS.mustCover, ...content.mustCover },
    capacity: { ...DEFAULT_SETTINGS.capacity, ...content.capacity },
    digest: { ...DEFAULT_SETTINGS.digest, ...content.digest },
    captains: (content.captains ?? DEFAULT_SETTINGS.captains).toLocaleLowerCase(
      'en-US',
    ),
  };
}

function nameOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}

/** Reads the file of the programme; what it leaves out is as built in. */
export function parseProgramme(text: string): ParsedProgramme {
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
  const places = placesIn(document, lines);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MOST_ALIASES }) ?? {};
  } catch {
    return { faults: [{ message: 'The file repeats itself too often' }] };
  }
  const result = programmeFileSchema.safeParse(value);
  if (!result.success) {
    const faults = result.error.issues.flatMap<ProgrammeFault>(issue =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map(key => ({
            message: `${nameOf([...issue.path, key])}: there is no such setting`,
            ...places.keyAt(issue.path, key),
          }))
        : [
            {
              message: [nameOf(issue.path), issue.message]
                .filter(part => part !== '')
                .join(': '),
              ...places.valueAt(issue.path),
            },
          ],
    );
    return { faults: faults.slice(0, MOST_FAULTS) };
  }
  const settings = withDefaults(result.data);
  const faults = checkTogether(settings).map(({ message, path }) => ({
    message: `${nameOf(path)}: ${message}`,
    ...places.valueAt(path),
  }));
  return faults.length > 0 ? { faults } : { settings, faults: [] };
}
