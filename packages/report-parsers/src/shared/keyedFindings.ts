import { ParsedFinding, ParsedLocation, ParsedRun } from '../types';

const MERGED = 'merged with an equal one';

function placeOf({ path, logicalName }: ParsedLocation): string {
  return JSON.stringify([path, logicalName]);
}

interface Entry {
  finding: ParsedFinding;
  places: Set<string>;
}

/** Findings of which equal ones become one, with the places of all. */
export class KeyedFindings {
  readonly #entries = new Map<string, Entry>();
  #raw = 0;

  /** @param aggregatedBy - what the key is made of, for people */
  constructor(private readonly aggregatedBy: string) {}

  add(key: readonly unknown[], finding: ParsedFinding): void {
    this.#raw += 1;
    const text = JSON.stringify(key);
    const known = this.#entries.get(text);
    if (!known) {
      const places = new Set(finding.locations.map(placeOf));
      this.#entries.set(text, { finding, places });
      return;
    }
    for (const location of finding.locations) {
      const place = placeOf(location);
      if (!known.places.has(place)) {
        known.places.add(place);
        known.finding.locations.push(location);
      }
    }
  }

  /** What a run says of its findings; `leftOut` is what was left out besides. */
  toRunPart(
    leftOut: Readonly<Record<string, number>> = {},
  ): Pick<ParsedRun, 'findings' | 'counts' | 'aggregatedBy'> {
    const findings = Array.from(this.#entries.values(), entry => entry.finding);
    const merged = this.#raw - findings.length;
    const others = Object.values(leftOut).reduce((sum, n) => sum + n, 0);
    return {
      findings,
      counts: {
        raw: this.#raw + others,
        leftOut: { ...leftOut, ...(merged > 0 && { [MERGED]: merged }) },
      },
      aggregatedBy: merged > 0 ? this.aggregatedBy : undefined,
    };
  }
}
