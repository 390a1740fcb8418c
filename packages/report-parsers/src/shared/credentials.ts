/** Hard-coded passwords, keys and other credentials. */
const CREDENTIAL_WEAKNESSES: ReadonlySet<number> = new Set([
  256, 257, 259, 260, 312, 313, 318, 321, 522, 540, 798,
]);

/**
 * Whether the code that a finding is about may hold a credential, so that its
 * text must not be kept.
 */
export function mayHoldCredential(cwes: readonly number[]): boolean {
  return cwes.some(cwe => CREDENTIAL_WEAKNESSES.has(cwe));
}
