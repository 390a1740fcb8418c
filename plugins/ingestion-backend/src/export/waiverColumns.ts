import { Waiver } from '@synchrony/backstage-plugin-ingestion-common';
import { ExportColumn } from './writeExport';

/** Waivers as a table, one line a waiver. */
export const WAIVER_COLUMNS: readonly ExportColumn<Waiver>[] = [
  { title: 'id', value: waiver => waiver.id },
  { title: 'title', value: waiver => waiver.title },
  { title: 'kind', value: waiver => waiver.target.kind },
  { title: 'status', value: waiver => waiver.status },
  { title: 'entities', value: waiver => waiver.entityRefs },
  { title: 'entity count', value: waiver => waiver.entityCount },
  { title: 'also for others', value: waiver => waiver.partial },
  { title: 'hides', value: waiver => waiver.hides.total },
  { title: 'requester', value: waiver => waiver.requester },
  { title: 'requested', value: waiver => waiver.requestedAt },
  {
    title: 'approved by',
    value: ({ approvals }) =>
      approvals?.flatMap(({ approvedBy }) => approvedBy ?? []),
  },
  {
    title: 'approvals missing',
    value: ({ approvals }) =>
      approvals
        ?.filter(({ approvedBy }) => approvedBy === undefined)
        .map(({ role }) => role),
  },
  { title: 'approved', value: waiver => waiver.approvedAt },
  { title: 'starts', value: waiver => waiver.startsAt },
  { title: 'expires', value: waiver => waiver.expiresAt },
  { title: 'ended', value: waiver => waiver.endedAt },
  { title: 'treatment', value: waiver => waiver.treatment },
  { title: 'reason', value: waiver => waiver.reason },
  { title: 'risk', value: waiver => waiver.riskStatement },
  { title: 'controls', value: waiver => waiver.compensatingControls },
  { title: 'issue', value: waiver => waiver.linkedIssue },
  { title: 'renewals', value: waiver => waiver.renewals },
];
