import { CliError } from '../CliError';
import { EXIT_CODES } from '../exitCodes';

/** Seconds that `--timeout` allows. */
export function timeoutOf(flags: { timeout: string }): number {
  const seconds = Number(flags.timeout);
  if (!(seconds > 0)) {
    throw new CliError(
      '--timeout is no number of seconds above 0.',
      EXIT_CODES.usage,
    );
  }
  return seconds;
}
