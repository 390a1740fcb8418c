import { ParsedFinding, ParsedLocation, ParsedRun } from '../../types';
import {
  JsonObject,
  asList,
  asObject,
  asPosition,
  asText,
} from '../../shared/json';
import { toRepositoryPath } from '../../shared/paths';
import { NAME_LENGTH, cut } from '../../shared/text';

/** Resolutions with which somebody decided that nothing is to be done. */
const ACCEPTED = new Set([
  'FALSE-POSITIVE',
  'FALSE_POSITIVE',
  'WONTFIX',
  'ACCEPTED',
  'SAFE',
  'ACKNOWLEDGED',
]);

/** Paths by component key, from the `components` of an answer. */
export function pathsOf(answer: JsonObject): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const value of asList(answer.components)) {
    const component = asObject(value);
    const key = asText(component.key);
    const path = asText(component.path);
    if (key && path) paths.set(key, path);
  }
  return paths;
}

/** The file of a component; undefined for a whole project. */
export function filePathOf(
  entry: JsonObject,
  paths: ReadonlyMap<string, string>,
): string | undefined {
  const component = asText(entry.component);
  if (!component) return undefined;
  const listed = paths.get(component);
  if (listed) return toRepositoryPath(cut(listed, NAME_LENGTH));
  const project = asText(entry.project);
  const path =
    project && component.startsWith(`${project}:`)
      ? component.slice(project.length + 1)
      : component.slice(component.lastIndexOf(':') + 1);
  return component === project || !component.includes(':')
    ? undefined
    : toRepositoryPath(cut(path, NAME_LENGTH));
}

/** Columns are offsets from 0. */
export function placeOf(
  entry: JsonObject,
  paths: ReadonlyMap<string, string>,
): ParsedLocation {
  const range = asObject(entry.textRange);
  const offset = range.startOffset;
  return {
    path: filePathOf(entry, paths),
    startLine: asPosition(entry.line) ?? asPosition(range.startLine),
    endLine: asPosition(range.endLine),
    startColumn:
      typeof offset === 'number' ? asPosition(offset + 1) : undefined,
  };
}

/** What became of an entry: gone (with the word for it), suppressed, or open. */
export function verdictOf(
  entry: JsonObject,
): { gone: string } | { suppression: ParsedFinding['suppression'] } {
  const resolution = asText(entry.resolution) ?? asText(entry.issueStatus);
  const word = resolution?.toUpperCase() ?? '';
  if (ACCEPTED.has(word)) {
    return { suppression: { status: 'accepted', kind: resolution } };
  }
  if (word === 'FIXED' || word === 'REMOVED') {
    return { gone: `resolution is ${word}` };
  }
  const status = asText(entry.status)?.toUpperCase();
  return status === 'CLOSED'
    ? { gone: 'status is CLOSED' }
    : { suppression: undefined };
}

/** An answer is one page; before 4.2 its numbers stood beside the entries. */
export function evidenceOf(
  answer: JsonObject,
  count: number,
): Pick<ParsedRun, 'evidence' | 'evidenceReason'> {
  const paging = asObject(answer.paging);
  const total = paging.total ?? answer.total;
  const page = paging.pageIndex ?? answer.p;
  const isPart =
    (typeof page === 'number' && page > 1) ||
    (typeof total === 'number' && total > count);
  return isPart
    ? {
        evidence: 'partial',
        evidenceReason: 'The answer is one page of several.',
      }
    : { evidence: 'scan' };
}
