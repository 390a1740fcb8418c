/**
 * How the process ends; pipelines branch on it.
 *
 * @public
 */
export const EXIT_CODES = {
  /** Processed, or known already. */
  ok: 0,
  /** Synchrony could not read the report. */
  rejected: 1,
  /** Wrong arguments, an unreadable file, or a token that may not do this. */
  usage: 2,
  /** The component is not in the catalog (yet). */
  quarantined: 3,
  /** Synchrony could not be reached, or did not finish in time. */
  unavailable: 4,
  /** The gate says that this may not go on. */
  blocked: 5,
} as const;

/** @public */
export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];

const WORST_FIRST: ExitCode[] = [
  EXIT_CODES.usage,
  EXIT_CODES.unavailable,
  EXIT_CODES.rejected,
  EXIT_CODES.quarantined,
];

/** The exit code of a run over several files: that of the worst. */
export function worstExitCode(codes: ExitCode[]): ExitCode {
  return WORST_FIRST.find(code => codes.includes(code)) ?? EXIT_CODES.ok;
}
