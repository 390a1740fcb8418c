import { ParsedFinding, ParsedRun } from '../types';
import { JoinedFinding, joinFindings } from './joinFindings';

/**
 * Collects the findings of a run, what was left out and why, and joins results
 * that are one finding to its tool.
 */
export class Tally {
  readonly findings: ParsedFinding[] = [];
  readonly #leftOut = new Map<string, number>();
  readonly #merged = new Map<string, JoinedFinding>();
  readonly #keyName: string;
  #raw = 0;
  #repeats = 0;

  /** @param keyName what the keys of {@link Tally.addByKey} are, for people */
  constructor(keyName = '') {
    this.#keyName = keyName;
  }

  add(finding: ParsedFinding): void {
    this.#raw += 1;
    this.findings.push(finding);
  }

  leaveOut(reason: string, count = 1): void {
    this.#raw += count;
    this.#leftOut.set(reason, (this.#leftOut.get(reason) ?? 0) + count);
  }

  /** Adds a finding, or its places to the one that has the key already. */
  addByKey(key: string, finding: ParsedFinding): void {
    const known = this.#merged.get(key);
    if (!known) {
      this.#merged.set(key, { finding });
      this.add(finding);
      return;
    }
    this.#repeats += 1;
    this.leaveOut(`repeats the ${this.#keyName} of another result`);
    joinFindings(known, finding);
  }

  result(): Pick<ParsedRun, 'findings' | 'counts' | 'aggregatedBy'> {
    return {
      findings: this.findings,
      counts: { raw: this.#raw, leftOut: Object.fromEntries(this.#leftOut) },
      ...(this.#repeats > 0 && { aggregatedBy: this.#keyName }),
    };
  }
}
