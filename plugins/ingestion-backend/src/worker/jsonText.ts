/**
 * JSON that both databases can read: PostgreSQL refuses the character NUL and
 * halves of surrogate pairs, which scanner texts may contain.
 */
export function toJsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return /\\u0000|\\ud[89a-f]/i.test(text)
    ? JSON.stringify(value, (_, part) =>
        typeof part === 'string' ? clean(part) : part,
      )
    : text;
}

function clean(text: string): string {
  return text
    .replaceAll('\u0000', '')
    .replace(/\\u0000|\\ud[89a-f][0-9a-f]{2}/gi, '\ufffd')
    .toWellFormed();
}
