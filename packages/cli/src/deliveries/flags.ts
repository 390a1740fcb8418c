import { CliError } from '../CliError';
import { EXIT_CODES } from '../exitCodes';

/** One of a few words, or an error that names them. */
export function wordOf<const T extends readonly string[]>(
  words: T,
  flag: string,
  text: string,
): T[number] {
  const word = words.find(candidate => candidate === text);
  if (word === undefined) {
    throw new CliError(
      `${flag} must be among ${words.join(', ')}, not "${text}".`,
      EXIT_CODES.usage,
    );
  }
  return word;
}

/** A time in ISO 8601, or an error that shows how to write it. */
export function timeOf(flag: string, text: string): string {
  const time = new Date(text);
  if (Number.isNaN(time.valueOf())) {
    throw new CliError(
      `${flag} is no time: write it like 2026-01-31T14:00:00Z.`,
      EXIT_CODES.usage,
    );
  }
  return time.toISOString();
}

/** The same where it may be left out. */
export function optionalTimeOf(
  flag: string,
  text: string | undefined,
): string | undefined {
  return text === undefined ? undefined : timeOf(flag, text);
}
