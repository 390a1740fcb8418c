import { Finding } from '@synchrony/backstage-plugin-ingestion-common';
import { ExportColumn } from './writeExport';

/** Findings as a table, one line a finding. */
export const FINDING_COLUMNS: readonly ExportColumn<Finding>[] = [
  { title: 'id', value: finding => finding.id },
  { title: 'entity', value: finding => finding.entityRef },
  { title: 'severity', value: finding => finding.severity },
  {
    title: 'scanner severity',
    value: finding => finding.sourceSeverity ?? finding.severity,
  },
  {
    title: 'severity adjusted by',
    value: finding => finding.severityAdjustment?.by,
  },
  {
    title: 'severity approved by',
    value: finding => finding.severityAdjustment?.approvedBy,
  },
  {
    title: 'severity adjusted',
    value: finding => finding.severityAdjustment?.at,
  },
  {
    title: 'severity reason',
    value: finding => finding.severityAdjustment?.reason,
  },
  { title: 'tool severity', value: finding => finding.toolSeverity },
  { title: 'score', value: finding => finding.score },
  { title: 'type', value: finding => finding.type },
  { title: 'title', value: finding => finding.title },
  { title: 'rule', value: finding => finding.ruleId },
  { title: 'advisories', value: finding => finding.advisoryIds },
  {
    title: 'CWE',
    value: finding => finding.cwes.map(id => `CWE-${id}`),
  },
  { title: 'package', value: finding => finding.component?.name },
  { title: 'version', value: finding => finding.component?.version },
  {
    title: 'fixed versions',
    value: finding => finding.component?.fixedVersions,
  },
  { title: 'purl', value: finding => finding.component?.purl },
  { title: 'place', value: placeOf },
  { title: 'places', value: finding => finding.locationCount },
  { title: 'found by', value: finding => finding.tools },
  { title: 'status', value: finding => finding.status },
  { title: 'triage', value: finding => finding.triage },
  { title: 'assignee', value: finding => finding.assignee },
  { title: 'issue', value: finding => finding.linkedIssue },
  { title: 'first seen', value: finding => finding.firstSeenAt },
  { title: 'last seen', value: finding => finding.lastSeenAt },
  { title: 'due', value: finding => finding.dueAt },
  { title: 'overdue', value: finding => finding.overdue },
  { title: 'no fix', value: finding => finding.noFix },
  { title: 'resolved', value: finding => finding.resolvedAt },
  { title: 'reopened', value: finding => finding.reopenCount },
];

function placeOf({ location }: Finding): string | undefined {
  if (!location) {
    return undefined;
  }
  const { logicalName, path, startLine, url } = location;
  const place = path ?? url ?? logicalName;
  return startLine === undefined ? place : `${place}:${startLine}`;
}
