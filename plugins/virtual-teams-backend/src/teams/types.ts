import {
  CharterMeasure,
  InteractionMode,
  RequiredExpertise,
  TeamCadence,
  TeamChannel,
  TeamKind,
  TeamOutcome,
  TeamStatus,
} from '@synchrony/backstage-plugin-virtual-teams-common';

/** A team as it is kept; people by number, times in ms, days as `YYYY-MM-DD`. */
export interface StoredTeam {
  id: number;
  teamRef: string;
  title: string;
  kind: TeamKind;
  status: TeamStatus;
  initiative?: string;
  outcome: string;
  inScope: string;
  outOfScope: string;
  measures: CharterMeasure[];
  interactionMode: InteractionMode;
  channels: TeamChannel[];
  cadence?: TeamCadence;
  leadId: number;
  sponsorId?: number;
  deputyIds: number[];
  platformRefs: string[];
  entityRefs: string[];
  requiredExpertise: RequiredExpertise[];
  checkIds: string[];
  reviewOn?: string;
  endsOn?: string;
  managedBy: 'portal' | 'catalog';
  declaredIn?: string;
  proposalId?: string;
  proposedBy?: number;
  proposedAt: number;
  startedAt?: number;
  endedAt?: number;
  staleSince?: number;
  lastActiveAt: number;
  outcomeRecord?: TeamOutcome;
  version: number;
}

/** A team that is not kept yet. */
export type NewTeam = Omit<StoredTeam, 'id' | 'version'>;
