import { Severity } from '../../types';

/**
 * SARIF 2.1.0 §3.27.10: `error` is a serious problem, `warning` a problem,
 * `note` a minor one or an opportunity to improve the code, `none` no problem.
 * GitHub's code scanning takes levels over from SARIF.
 */
const LEVELS: ReadonlyMap<string, Severity> = new Map([
  ['error', 'high'],
  ['warning', 'medium'],
  ['note', 'info'],
  ['none', 'info'],
]);

/** Severity of a level of SARIF; undefined when it is none. */
export function severityOfLevel(level: string): Severity | undefined {
  return LEVELS.get(level.toLowerCase());
}
