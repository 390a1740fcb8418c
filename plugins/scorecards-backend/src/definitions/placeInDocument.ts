import { Document, isNode, isScalar, LineCounter, Node } from 'yaml';
import { DefinitionPath } from './DefinitionError';

/** A place in a file, counted from 1. */
export interface Place {
  line: number;
  column: number;
}

const ESCAPING = new Set(['QUOTE_DOUBLE', 'QUOTE_SINGLE']);

/** Where the text of a scalar begins, behind a quote or the sign of a block. */
function textStart(source: string, node: Node): number {
  const [start] = node.range ?? [0];
  return /^[|>]/.test(source.slice(start))
    ? source.indexOf('\n', start) + 1
    : start + (/^["']/.test(source.slice(start)) ? 1 : 0);
}

/**
 * YAML folds lines of a text into one, so places in it are counted by what is
 * no space: that is the same in the file. Quoted text may hold escapes, where
 * only its beginning can be told.
 */
function offsetInSource(
  source: string,
  node: Node,
  offset: number,
): number | undefined {
  if (!isScalar(node) || typeof node.value !== 'string') {
    return undefined;
  }
  const start = textStart(source, node);
  if (ESCAPING.has(node.type ?? '') && /[\\\n]|''/.test(node.source ?? '')) {
    return start;
  }
  const isAtEnd = node.value.slice(offset).trim() === '';
  const before = node.value.slice(0, offset).replace(/\s/g, '').length;
  let seen = 0;
  let end = start;
  for (let position = start; position < source.length; position += 1) {
    if (!/\s/.test(source[position])) {
      if (seen === before) {
        return isAtEnd ? end : position;
      }
      seen += 1;
      end = position + 1;
    }
  }
  return end;
}

/** Finds places of a document in its file. */
export function placeFinder(
  document: Document,
  source: string,
  lines: LineCounter,
) {
  const placeOf = (position: number): Place => {
    const { col, line } = lines.linePos(position);
    return { line, column: col };
  };
  return (path: DefinitionPath, offset?: number): Place | undefined => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) {
        const exact =
          offset !== undefined && length === path.length
            ? offsetInSource(source, node, offset)
            : undefined;
        return placeOf(exact ?? node.range[0]);
      }
    }
    return undefined;
  };
}
