import { ChampionRole } from '@synchrony/backstage-plugin-champions-common';
import { randomUUID } from 'node:crypto';
import { ImportedAssignment } from './checkImport';

/** An assignment that is brought over, as it is written. */
export interface ImportChange {
  after: {
    id: string;
    personId: number;
    scopeRef: string;
    role: ChampionRole;
    source: 'portal';
    status: 'active';
    specialisms: string[];
    capacityPct: number;
    offeredPct: number;
    nominatedAt: number;
    acceptedAt: number;
    startedAt: number;
    confirmedAt: number;
    nextConfirmAt: number;
    dueAt: number;
    isMember: boolean;
    version: number;
  };
  event: { name: 'import'; at: number; actorId?: number; note: string };
}

const DAY_MS = 24 * 60 * 60_000;

/** What is written of somebody who is brought over; when and where the yes was stays in the history. */
export function toChange(
  imported: ImportedAssignment,
  {
    actorId,
    at,
    confirmationDays,
    isMember,
    personId,
  }: {
    at: number;
    actorId?: number;
    personId: number;
    confirmationDays: number;
    /** Whether the person is in the group of the scope now. */
    isMember: boolean;
  },
): ImportChange {
  const { consentRecord, userRef: _, ...kept } = imported;
  const nextConfirmAt = kept.confirmedAt + confirmationDays * DAY_MS;
  const day = new Date(kept.acceptedAt).toISOString().slice(0, 10);
  return {
    after: {
      ...kept,
      id: randomUUID(),
      personId,
      source: 'portal',
      status: 'active',
      offeredPct: kept.capacityPct,
      nextConfirmAt,
      dueAt: nextConfirmAt,
      isMember,
      version: 1,
    },
    event: {
      name: 'import',
      at,
      actorId,
      note: `Said yes on ${day}: ${consentRecord}`,
    },
  };
}
