import { CliError } from '../CliError';
import { EXIT_CODES } from '../exitCodes';

const WORDS: Record<string, boolean> = {
  true: true,
  '1': true,
  false: false,
  '0': false,
};

/**
 * Whether an outage stops the pipeline: the flag decides before the variable.
 * Undefined when neither says so. Throws a `CliError` for any other word.
 */
export function failClosedOf(
  flags: { failClosed?: boolean },
  environment: NodeJS.ProcessEnv,
): boolean | undefined {
  const text = environment.SYNCHRONY_GATE_FAIL_CLOSED?.trim().toLowerCase();
  if (flags.failClosed !== undefined || !text) {
    return flags.failClosed;
  }
  if (!Object.hasOwn(WORDS, text)) {
    throw new CliError(
      'SYNCHRONY_GATE_FAIL_CLOSED is neither true nor false.',
      EXIT_CODES.usage,
    );
  }
  return WORDS[text];
}
