import {
  ChampionAssignment,
  openAssignmentActions,
} from '@synchrony/backstage-plugin-champions-common';
import { AssignmentRow } from '../store/desk/assignmentRow';

function isoOf(at: number | string | null): string | undefined {
  return at === null ? undefined : new Date(Number(at)).toISOString();
}

/**
 * An assignment as its own person sees it. Guards about what is given with an
 * action count as held: they are looked at when it is taken.
 */
export function toOwnAssignment(
  row: AssignmentRow,
  viewer: { personId: number; isCaptain: boolean },
  refOf: (personId: number) => string | undefined,
): ChampionAssignment {
  const personOf = (id: number | null) => (id === null ? undefined : refOf(id));
  const { isCaptain, personId } = viewer;
  return {
    id: row.id,
    userRef: refOf(row.person_id)!,
    scopeRef: row.scope_ref,
    role: row.role,
    source: row.source,
    status: row.status,
    specialisms: JSON.parse(row.specialisms),
    capacityPct: row.capacity_pct ?? undefined,
    offeredPct: row.offered_pct ?? undefined,
    agreedBy: personOf(row.agreed_by),
    nominatedBy: personOf(row.nominated_by),
    nominatedAt: new Date(Number(row.nominated_at)).toISOString(),
    reason: row.reason ?? undefined,
    acceptedAt: isoOf(row.accepted_at),
    startedAt: isoOf(row.started_at),
    confirmedAt: isoOf(row.confirmed_at),
    nextConfirmAt: isoOf(row.next_confirm_at),
    endsAt: isoOf(row.ends_at),
    successorRef: personOf(row.successor_id),
    endReason: row.end_reason ?? undefined,
    version: row.version,
    actions: openAssignmentActions(row.status, {
      isNominee: true,
      isNominatorOrCaptain: isCaptain || row.nominated_by === personId,
      mayAgree: false,
      isCaptain,
      isNomineeOrCaptain: true,
      isInCatalog: true,
      dateIsAhead: true,
      successorStands: true,
    }),
  };
}
