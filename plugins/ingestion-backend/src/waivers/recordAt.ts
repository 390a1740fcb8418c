import {
  LIVE_WAIVER_STATUSES,
  WaiverStatus,
} from '@synchrony/backstage-plugin-ingestion-common';
import { EvidenceRecord } from '@synchrony/backstage-plugin-scorecards-node';
import { describeTarget } from './describeTarget';
import { StoredWaiver, WaiverLogEntry } from './types';

/** The status that a waiver had after the steps of its log up to a time. */
function statusAfter(
  log: readonly WaiverLogEntry[],
  approvedAt: number | undefined,
): WaiverStatus {
  return log.reduce<WaiverStatus>((status, { at, kind }) => {
    switch (kind) {
      case 'requested':
      case 'renewed':
        return status;
      case 'approved':
        // One of several approvals leaves it requested.
        return approvedAt !== undefined && approvedAt <= at
          ? 'approved'
          : status;
      case 'activated':
        return 'active';
      default:
        return kind;
    }
  }, 'requested');
}

/**
 * A waiver of one entity as it stood at a time, with who did what by then;
 * undefined where it was not asked for yet, or had ended.
 *
 * @param log - in the order of the steps, also those that came later
 * @param time - milliseconds since 1970
 */
export function recordAt(
  waiver: StoredWaiver,
  log: readonly WaiverLogEntry[],
  time: number,
): EvidenceRecord | undefined {
  const { target } = waiver;
  if (target.kind === 'advisory' || waiver.requestedAt > time) {
    return undefined;
  }
  const steps = log.filter(({ at }) => at <= time);
  const status = statusAfter(steps, waiver.approvedAt);
  if (!LIVE_WAIVER_STATUSES.includes(status) || waiver.expiresAt <= time) {
    return undefined;
  }
  const details: [string, string | undefined][] = [
    ['Reason', waiver.reason],
    ['Risk', waiver.riskStatement],
    ['Controls', waiver.compensatingControls],
    ['Treatment', waiver.treatment],
    ['Issue', waiver.linkedIssue],
    ['Continues', waiver.renewedFrom],
  ];
  return {
    kind: 'waiver',
    id: waiver.id,
    entityRef: target.entityRef,
    title: describeTarget(target),
    status,
    until: new Date(waiver.expiresAt).toISOString(),
    details: details.flatMap(([title, value]) =>
      value === undefined ? [] : [{ title, value }],
    ),
    steps: steps.map(({ actor, at, kind, note, role }) => ({
      at: new Date(at).toISOString(),
      what: kind,
      ...(actor !== undefined && { by: actor }),
      ...(role !== undefined && { as: role }),
      ...(note !== undefined && { note }),
    })),
  };
}
