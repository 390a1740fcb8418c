import { DefinitionProblem } from '@synchrony/backstage-plugin-scorecards-common';
import Ajv, { ErrorObject, ValidateFunction } from 'ajv/dist/2019';
import { Document, isNode, LineCounter, parseAllDocuments } from 'yaml';
import { isJsonObject } from '../rules/json';
import { definitionSchemas } from './schema';
import { Definition } from './types';

/** A definition and where it stands. */
export interface LocatedDefinition<T extends Definition = Definition> {
  definition: T;
  file: string;
  /** Line of a place in the document, e.g. `['checks', 0, 'check']`. */
  lineOf(path: (string | number)[]): number | undefined;
}

export interface ParsedFile {
  definitions: LocatedDefinition[];
  problems: DefinitionProblem[];
}

const ajv = new Ajv({ allErrors: true });
const validators = {
  check: ajv.compile<Definition>(definitionSchemas.check),
  scorecard: ajv.compile<Definition>(definitionSchemas.scorecard),
};

function validatorOf(value: unknown): ValidateFunction<Definition> | undefined {
  const kind = isJsonObject(value) ? value.kind : undefined;
  return kind === 'check' || kind === 'scorecard'
    ? validators[kind]
    : undefined;
}

function pathOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map(part => (/^\d+$/.test(part) ? Number(part) : part));
}

function messageOf(error: ErrorObject): string {
  const where = error.instancePath.slice(1).replaceAll('/', '.');
  const allowed: unknown = error.params.allowedValues;
  const detail = Array.isArray(allowed) ? `: ${allowed.join(', ')}` : '';
  const extra =
    error.keyword === 'additionalProperties'
      ? ` (${error.params.additionalProperty})`
      : '';
  return `${where ? `${where} ` : ''}${error.message}${detail}${extra}`;
}

function lineFinder(document: Document, lines: LineCounter) {
  return (path: (string | number)[]): number | undefined => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) {
        return lines.linePos(node.range[0]).line;
      }
    }
    return undefined;
  };
}

/** Reads one file, which may hold several documents. */
export function parseDefinitions(file: string, text: string): ParsedFile {
  const result: ParsedFile = { definitions: [], problems: [] };
  const lines = new LineCounter();
  for (const document of parseAllDocuments(text, { lineCounter: lines })) {
    const lineOf = lineFinder(document, lines);
    const [syntaxError] = document.errors;
    if (syntaxError) {
      result.problems.push({
        file,
        line: lines.linePos(syntaxError.pos[0]).line,
        message: syntaxError.message.split('\n')[0],
      });
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
        line: lineOf(['kind']),
        message: 'kind must be check or scorecard',
      });
    } else if (validate(value)) {
      result.definitions.push({ definition: value, file, lineOf });
    } else {
      for (const error of validate.errors ?? []) {
        result.problems.push({
          file,
          line: lineOf(pathOf(error.instancePath)),
          message: messageOf(error),
        });
      }
    }
  }
  return result;
}
