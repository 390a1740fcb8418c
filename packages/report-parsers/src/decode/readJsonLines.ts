import { ReportError } from '../types';
import { readJson } from './readJson';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether a text has several JSON values, each on a line of its own. */
export function isJsonLines(text: string): boolean {
  const lines = text.trimStart();
  const end = lines.indexOf('\n');
  return (
    end > 0 &&
    lines.startsWith('{') &&
    /\S/.test(lines.slice(end)) &&
    isJson(lines.slice(0, end))
  );
}

/**
 * The JSON values of the lines of a text; blank lines are passed over.
 *
 * @throws ReportError naming the line that is no JSON
 */
export function readJsonLines(text: string, maxDepth: number): unknown[] {
  const values: unknown[] = [];
  let line = 0;
  let start = 0;
  while (start < text.length) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    const part = text.slice(start, end);
    line += 1;
    start = end + 1;
    if (/\S/.test(part)) {
      values.push(readLine(part, line, maxDepth));
    }
  }
  return values;
}

function readLine(text: string, line: number, maxDepth: number): unknown {
  try {
    return readJson({ text }, maxDepth);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    throw new ReportError(
      `${error.message.replace(/ at line 1\.$/, '.').replace(/\.$/, '')} (line ${line}).`,
      { line },
    );
  }
}
