import { cut } from './text';

const SNIPPET_LENGTH = 1_000;

/**
 * The lines from `start` to `end` of code whose lines begin with their number
 * (`12 code`, `12: code`), without the numbers; lines without a number are kept.
 */
export function codeWithoutNumbers(
  code: string | undefined,
  start: number | undefined,
  end: number | undefined = start,
): string | undefined {
  if (!code) return undefined;
  const kept: string[] = [];
  for (const line of code.split('\n')) {
    const [prefix, digits] = /^\s{0,8}(\d{1,9})(?::| |\t|$)/.exec(line) ?? [];
    const number = Number(digits);
    if (prefix === undefined) {
      kept.push(line);
    } else if (
      start === undefined ||
      (number >= start && number <= (end ?? start))
    ) {
      kept.push(line.slice(prefix.length));
    }
  }
  const text = kept.join('\n').trimEnd();
  return text ? cut(text, SNIPPET_LENGTH) : undefined;
}
