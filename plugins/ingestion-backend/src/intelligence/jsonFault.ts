import { FileFault } from './FileFault';
import { findJsonFault } from './findJsonFault';

/** Where text begins in its file; both count from 1. */
export interface Place {
  line: number;
  column: number;
}

/** The place of a character of a text that begins somewhere. */
export function placeOf(text: string, offset: number, begin: Place): Place {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  return lastBreak === -1
    ? { line: begin.line, column: begin.column + offset }
    : {
        line: begin.line + before.split('\n').length - 1,
        column: offset - lastBreak,
      };
}

/** What keeps text from being JSON, with its place and without quoting it. */
export function jsonFault(text: string, begin: Place): FileFault {
  const offset = findJsonFault(text);
  const { column, line } = placeOf(text, offset, begin);
  return new FileFault(
    offset === text.length
      ? 'this is no whole JSON; the file seems to be cut off'
      : 'this is not JSON',
    line,
    column,
  );
}
