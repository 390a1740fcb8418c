import { SEVERITIES, ParsedFinding, ParsedLocation } from '../types';

interface Group {
  finding: ParsedFinding;
  places: Set<string>;
}

function placeOf(location: ParsedLocation): string {
  const { path, startLine, endLine, url, method, parameter, logicalName } =
    location;
  return JSON.stringify([
    path,
    startLine,
    endLine,
    url,
    method,
    parameter,
    logicalName,
  ]);
}

/**
 * Findings of which some are one: the first of a key stays, with the places of
 * all and the worst of their severities.
 */
export class GroupedFindings {
  readonly #groups = new Map<string, Group>();
  #merged = false;

  /** Adds a finding under the parts of its key, which are kept no longer than this object. */
  add(
    key: ReadonlyArray<string | number | boolean | undefined>,
    finding: ParsedFinding,
  ): void {
    const id = JSON.stringify(key.map(part => part ?? null));
    const known = this.#groups.get(id);
    if (!known) {
      const places = new Set(finding.locations.map(placeOf));
      this.#groups.set(id, { finding, places });
      return;
    }
    this.#merged = true;
    for (const location of finding.locations) {
      const place = placeOf(location);
      if (!known.places.has(place)) {
        known.places.add(place);
        known.finding.locations.push(location);
      }
    }
    if (
      SEVERITIES.indexOf(finding.severity) <
      SEVERITIES.indexOf(known.finding.severity)
    ) {
      known.finding.severity = finding.severity;
      known.finding.toolSeverity = finding.toolSeverity;
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
