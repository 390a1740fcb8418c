import { ParsedFinding, ParsedLocation, SEVERITIES } from '../types';

/** A finding that others may turn out to be. */
export interface JoinedFinding {
  readonly finding: ParsedFinding;
  /** Keys of the places; most findings are never joined and need none. */
  places?: Set<string>;
}

/** Adds to a finding the places of another one that is the same. */
export function joinFindings(known: JoinedFinding, other: ParsedFinding): void {
  const { finding } = known;
  const places = known.places ?? new Set(finding.locations.map(placeKey));
  known.places = places;
  for (const place of other.locations) {
    const key = placeKey(place);
    if (!places.has(key)) {
      places.add(key);
      finding.locations.push(place);
    }
  }
  if (
    SEVERITIES.indexOf(other.severity) < SEVERITIES.indexOf(finding.severity)
  ) {
    finding.severity = other.severity;
    finding.toolSeverity = other.toolSeverity;
  }
  // One of them that nobody dismissed is reason enough to look.
  if (!other.suppression) {
    finding.suppression = undefined;
  }
}

/** Where it is, whatever the text there. */
function placeKey(place: ParsedLocation): string {
  return JSON.stringify([
    place.path,
    place.startLine,
    place.endLine,
    place.startColumn,
    place.url,
    place.method,
    place.parameter,
    place.logicalName,
  ]);
}
