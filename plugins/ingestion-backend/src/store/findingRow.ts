import {
  ControlType,
  Finding,
  FindingLocation,
  FindingStatus,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { NEVER } from '../sla';
import { toBoolean, toNumber, toOptionalNumber } from './engine';
import { TriageColumns } from './TriageStore';

/** A row of `findings` joined with its rule. */
export interface FindingRow extends TriageColumns {
  id: string;
  entity_ref: string;
  type: ControlType;
  severity: number;
  rank: number;
  due_at: number | string;
  first_seen_at: number | string;
  resolved_at: number | string | null;
  no_fix: boolean | number;
  reopen_count: number;
  title: string;
  details: string | null;
  tool_severity: string | null;
  score: number | null;
  component_name: string | null;
  component_version: string | null;
  purl: string | null;
  fixed_versions: string | null;
  location: string | null;
  locations: string | null;
  location_count: number;
  suppression: string | null;
  waiver_id: string | null;
  waived_until: number | string | null;
  lead_scope_id: number;
  first_report_id: string;
  rule_id: string;
  rule_name: string | null;
  description: string | null;
  remediation: string | null;
  cwes: string;
  advisory_ids: string;
  links: string;
}

/** What scopes say about a finding. */
export interface Sighting {
  findingId: string;
  tool: string;
  category: string;
  ref: string;
  environment: string;
  counted: boolean;
  present: boolean;
  lastSeenAt: number;
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

/** A row as people read it. */
export function toFinding(
  row: FindingRow,
  sightings: Sighting[],
  options: { now: number; status?: FindingStatus; mayTriage?: boolean },
): Finding {
  const dueAt = toNumber(row.due_at);
  const firstSeenAt = toNumber(row.first_seen_at);
  const resolvedAt = toOptionalNumber(row.resolved_at);
  const status =
    options.status ?? (row.status === 'unlisted' ? 'open' : row.status);
  const accepted = status === 'risk_accepted';
  const present = sightings.filter(sighting => sighting.present);
  return {
    id: row.id,
    entityRef: row.entity_ref,
    type: row.type,
    severity: SEVERITIES[row.severity],
    toolSeverity: row.tool_severity ?? undefined,
    score: row.score ?? undefined,
    ruleId: row.rule_id,
    ruleName: row.rule_name ?? undefined,
    title: row.title,
    status,
    tools: [...new Set(present.map(({ tool }) => tool))].sort(),
    location: row.location
      ? (JSON.parse(row.location) as FindingLocation)
      : undefined,
    locationCount: row.location_count,
    component: row.component_name
      ? {
          name: row.component_name,
          version: row.component_version ?? undefined,
          purl: row.purl ?? undefined,
          fixedVersions: row.fixed_versions
            ? JSON.parse(row.fixed_versions)
            : undefined,
        }
      : undefined,
    advisoryIds: JSON.parse(row.advisory_ids),
    cwes: JSON.parse(row.cwes),
    firstSeenAt: isoOf(firstSeenAt),
    lastSeenAt: isoOf(
      Math.max(firstSeenAt, ...sightings.map(({ lastSeenAt }) => lastSeenAt)),
    ),
    resolvedAt: resolvedAt === undefined ? undefined : isoOf(resolvedAt),
    dueAt: dueAt < NEVER ? isoOf(dueAt) : undefined,
    overdue: status === 'open' && dueAt <= options.now,
    ...(accepted && {
      waiverId: row.waiver_id ?? undefined,
      waivedUntil: row.waived_until
        ? isoOf(toNumber(row.waived_until))
        : undefined,
    }),
    noFix: toBoolean(row.no_fix),
    reopenCount: row.reopen_count,
    triage: row.triage,
    assignee: row.assignee ?? undefined,
    linkedIssue: row.linked_issue ?? undefined,
    dismissalRequest: row.dismissal_request
      ? JSON.parse(row.dismissal_request)
      : undefined,
    mayTriage: options.mayTriage ?? false,
  };
}
