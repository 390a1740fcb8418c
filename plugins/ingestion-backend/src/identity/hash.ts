import { hash } from 'node:crypto';

/** 60 bits: enough among the findings of one entity. */
const SHORT_LENGTH = 10;

const SEPARATOR = '\u0000';

/** Hash of parts that keeps `['ab', 'c']` and `['a', 'bc']` apart. */
export function shortHash(...parts: string[]): string {
  return hash('sha1', parts.join(SEPARATOR), 'base64url').slice(
    0,
    SHORT_LENGTH,
  );
}

/** Hash of 96 bits, for keys that are unique among all entities. */
export function keyHash(text: string): string {
  return hash('sha1', text, 'base64url').slice(0, 16);
}

/** Remembers hashes: rules and paths repeat within a report. */
export class HashMemo {
  readonly #known = new Map<string, string>();

  short(...parts: string[]): string {
    const text = parts.join(SEPARATOR);
    let known = this.#known.get(text);
    if (known === undefined) {
      known = shortHash(text);
      this.#known.set(text, known);
    }
    return known;
  }
}
