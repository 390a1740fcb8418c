/** Up to two initials of a name: of its first and its last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const picked =
    words.length > 1 ? [words[0], words[words.length - 1]] : words.slice(0, 1);
  return picked.map(word => [...word][0].toLocaleUpperCase('en-GB')).join('');
}
