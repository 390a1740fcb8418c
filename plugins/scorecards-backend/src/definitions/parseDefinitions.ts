import {
  DefinitionProblem,
  DRAFT_MARK,
} from '@synchrony/backstage-plugin-scorecards-common';
import Ajv, { ValidateFunction } from 'ajv/dist/2019';
import { LineCounter, parseAllDocuments } from 'yaml';
import { isJsonObject } from '../rules/json';
import { DefinitionPath } from './DefinitionError';
import { describeSchemaError } from './describeSchemaError';
import { Place, placeFinder } from './placeInDocument';
import { definitionSchemas } from './schema';
import { Definition } from './types';

/** A definition and where it stands. */
export interface LocatedDefinition<T extends Definition = Definition> {
  definition: T;
  file: string;
  /** The local path or URL that brought the file, where one did. */
  location?: string;
  /** Whether it is proposed only, and not to be used. */
  isDraft: boolean;
  /**
   * A place in the document, e.g. `['checks', 0, 'check']`, and in a text
   * there, counted in characters from 0.
   */
  placeOf(path: DefinitionPath, offset?: number): Place | undefined;
}

/** The mark is no part of the definition: it goes, and the version is the same. */
type Marked = Definition & { status?: typeof DRAFT_MARK };

export interface ParsedFile {
  definitions: LocatedDefinition[];
  problems: DefinitionProblem[];
}

const KINDS = Object.keys(definitionSchemas) as Definition['kind'][];

const ajv = new Ajv({ allErrors: true });
const validators = new Map<string, ValidateFunction<Marked>>(
  KINDS.map(kind => [kind, ajv.compile<Marked>(definitionSchemas[kind])]),
);

function validatorOf(value: unknown): ValidateFunction<Marked> | undefined {
  const kind = isJsonObject(value) ? value.kind : undefined;
  return typeof kind === 'string' ? validators.get(kind) : undefined;
}

/** Reads one file, which may hold several documents. */
export function parseDefinitions(file: string, text: string): ParsedFile {
  const result: ParsedFile = { definitions: [], problems: [] };
  const lines = new LineCounter();
  for (const document of parseAllDocuments(text, { lineCounter: lines })) {
    const placeOf = placeFinder(document, text, lines);
    if (document.errors.length > 0) {
      for (const { message, pos } of document.errors) {
        const { col, line } = lines.linePos(pos[0]);
        result.problems.push({
          file,
          line,
          column: col,
          message: message.split('\n')[0].replace(/:$/, ''),
          expected: 'YAML',
        });
      }
      continue;
    }
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    if (value === null) {
      continue;
    }
    const validate = validatorOf(value);
    if (!validate) {
      result.problems.push({
        file,
        ...placeOf(['kind']),
        path: 'kind',
        message: `kind must be ${KINDS.slice(0, -1).join(', ')} or ${KINDS.at(-1)}`,
        expected: KINDS.join(', '),
      });
    } else if (validate(value)) {
      const { status, ...definition } = value;
      result.definitions.push({
        definition,
        file,
        isDraft: status === DRAFT_MARK,
        placeOf,
      });
    } else {
      for (const error of validate.errors ?? []) {
        const { path, ...fault } = describeSchemaError(error);
        result.problems.push({
          file,
          ...placeOf(path),
          path: path.join('.'),
          ...fault,
        });
      }
    }
  }
  return result;
}
