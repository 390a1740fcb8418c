import { Document, isMap, isNode, isScalar, LineCounter } from 'yaml';

/** A place in a file, counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/**
 * Finds places of a document in its file. What is missing stands where the
 * nearest that is there stands.
 */
export function placesIn(document: Document, lines: LineCounter) {
  const placeOf = (offset: number): Place => {
    const { col, line } = lines.linePos(offset);
    return { line, column: col };
  };
  return {
    /** Of a value. */
    valueAt(path: readonly PropertyKey[]): Place | undefined {
      for (let length = path.length; length >= 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) {
          return placeOf(node.range[0]);
        }
      }
      return undefined;
    },
    /** Of the name of a field. */
    keyAt(parent: readonly PropertyKey[], key: string): Place | undefined {
      const map =
        parent.length === 0 ? document.contents : document.getIn(parent, true);
      const pair = isMap(map)
        ? map.items.find(item => isScalar(item.key) && item.key.value === key)
        : undefined;
      return isScalar(pair?.key) && pair.key.range
        ? placeOf(pair.key.range[0])
        : undefined;
    },
  };
}
