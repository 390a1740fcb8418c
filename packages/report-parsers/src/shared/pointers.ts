import { cut } from './text';

/** A member's name as a part of a JSON pointer (RFC 6901). */
export function pointerPart(name: string): string {
  return cut(name, 200).replace(/~/g, '~0').replace(/\//g, '~1');
}
