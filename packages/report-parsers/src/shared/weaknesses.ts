const CWE = /\bCWE[-_: ]{0,2}(\d{1,5})\b/gi;

/** Adds a CWE number to a set unless it is no CWE. */
export function addCwe(cwes: Set<number>, value: unknown): void {
  const number =
    typeof value === 'string' && /^\d{1,5}$/.test(value.trim())
      ? Number(value)
      : value;
  if (typeof number === 'number' && Number.isInteger(number) && number > 0) {
    cwes.add(number);
  }
}

/** Adds every `CWE-79`, `cwe:79` or `external/cwe/cwe-079` in a text to a set. */
export function addCwesIn(cwes: Set<number>, text: unknown): void {
  if (typeof text !== 'string') return;
  for (const [, number] of text.matchAll(CWE)) addCwe(cwes, Number(number));
}

/** What every secret in code is: use of hard-coded credentials. */
export const HARD_CODED_CREDENTIALS = 798;
