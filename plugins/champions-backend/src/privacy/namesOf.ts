import { parseEntityRef } from '@backstage/catalog-model';

/** A letter or digit, beside which a name is part of another word. */
const WORD = '[\\p{L}\\p{N}]';

function isOrdinaryWord(name: string): boolean {
  return /^\p{L}*$/u.test(name);
}

/**
 * By what a person is recognised in free text: the ref, the name in it unless
 * it could be an ordinary word, and the display name if it has several words.
 */
export function namesOf(userRef: string, title?: string): string[] {
  const { name } = parseEntityRef(userRef);
  return [
    userRef,
    ...(isOrdinaryWord(name) ? [] : [name]),
    ...(title?.trim().includes(' ') ? [title.trim()] : []),
  ];
}

/** A text without these names, whatever their case. */
export function withoutNames(
  text: string,
  names: readonly string[],
  instead: string,
): string {
  return names.reduce((rest, name) => {
    const escaped = name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
    const pattern = new RegExp(`(?<!${WORD})${escaped}(?!${WORD})`, 'giu');
    return rest.replace(pattern, () => instead);
  }, text);
}
