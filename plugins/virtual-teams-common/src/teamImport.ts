import { MembershipRole } from './memberships';
import { TeamInput, TeamOutcome } from './teams';

/** Somebody who was in a team before the portal knew of it. @public */
export interface MembershipImport {
  userRef: string;
  role: MembershipRole;
  allocationPct?: number;
  skillIds?: string[];
  since: string;
  /** Where it is written down that the person said yes; kept in the history. */
  consentRecord: string;
}

/** A team that ran before the portal knew of it. @public */
export interface TeamImport {
  team: TeamInput;
  status: 'active' | 'paused' | 'closing' | 'archived';
  proposedAt: string;
  startedAt: string;
  /** When it was archived. */
  endedAt?: string;
  memberships: MembershipImport[];
  /** Asked for where it is archived. */
  outcome?: Omit<TeamOutcome, 'recordedAt'>;
}

/**
 * `POST /teams/import`, for those who manage virtual teams: all or nothing. Teams
 * that exist stay as they are. Nobody is told.
 *
 * @public
 */
export interface TeamImportInput {
  items: TeamImport[];
}

/** @public */
export interface TeamImportResult {
  created: number;
  existing: number;
}
