import {
  Finding,
  FindingDetail,
  FindingEvent,
  FindingLocation,
  FindingStatement,
  RelatedLocation,
} from '@synchrony/backstage-plugin-ingestion-common';
import { FindingRow, Sighting } from '../store/findingRow';
import { StoredReport } from '../store/ReportStore';
import { actionsOf } from './actionsOf';

/** Everything about a finding, put together. */
export function toFindingDetail(parts: {
  row: FindingRow;
  /** The person who reads it, when that person may triage it. */
  actor: string | undefined;
  finding: Finding;
  /** See `explainDue`. */
  dueReason: string;
  sightings: Sighting[];
  events: FindingEvent[];
  statements: FindingStatement[];
  firstReport: StoredReport | undefined;
  sourceUrl(location: FindingLocation): string | undefined;
}): FindingDetail {
  const { actor, events, finding, firstReport, row, sightings, sourceUrl } =
    parts;
  const stored = storedLocations(row, finding).map(
    (location): StoredLocation => ({
      ...location,
      sourceUrl: sourceUrl(location),
    }),
  );
  const locations = stored.filter(place => !isRelated(place));
  const related = stored.filter(isRelated);
  const texts = [row.details, row.description].filter(Boolean);
  return {
    ...finding,
    location: locations.at(0),
    description: texts.length > 0 ? texts.join('\n\n') : undefined,
    remediation: row.remediation ?? undefined,
    links: JSON.parse(row.links),
    locations,
    related: related.length > 0 ? related : undefined,
    presence: sightings.map(sighting => ({
      tool: sighting.tool,
      category: sighting.category || undefined,
      ref: sighting.ref || undefined,
      environment: sighting.environment || undefined,
      lastSeenAt: new Date(sighting.lastSeenAt).toISOString(),
      present: sighting.present,
    })),
    dueReason: parts.dueReason,
    actions: actionsOf(row, actor),
    statements: parts.statements,
    history: [
      {
        at: finding.firstSeenAt,
        kind: 'opened',
        reportId: row.first_report_id,
        tool: firstReport?.tool,
        commit: firstReport?.commit,
      },
      ...events,
    ],
  };
}

type StoredLocation = FindingLocation | RelatedLocation;

function isRelated(place: StoredLocation): place is RelatedLocation {
  return 'role' in place;
}

function storedLocations(row: FindingRow, finding: Finding): StoredLocation[] {
  if (row.locations) {
    return JSON.parse(row.locations);
  }
  return finding.location ? [finding.location] : [];
}
