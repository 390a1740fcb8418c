import { ParsedFinding } from '../types';
import { JoinedFinding, joinFindings } from './joinFindings';

/**
 * Findings of which some are one: the first of a key stays, with the places of
 * all and the worst of their severities.
 */
export class GroupedFindings {
  readonly #groups = new Map<string, JoinedFinding>();
  #merged = false;

  /** Adds a finding under the parts of its key, which are kept no longer than this object. */
  add(
    key: ReadonlyArray<string | number | boolean | undefined>,
    finding: ParsedFinding,
  ): void {
    const id = JSON.stringify(key.map(part => part ?? null));
    const known = this.#groups.get(id);
    if (known) {
      this.#merged = true;
      joinFindings(known, finding);
    } else {
      this.#groups.set(id, { finding });
    }
  }

  /** The findings, in the order in which the first of each was added. */
  get findings(): ParsedFinding[] {
    return Array.from(this.#groups.values(), ({ finding }) => finding);
  }

  /** The name of the key if it made one finding of several results. */
  mergedBy(name: string): string | undefined {
    return this.#merged ? name : undefined;
  }
}
