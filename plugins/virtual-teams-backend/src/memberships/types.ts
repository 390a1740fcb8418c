import {
  MembershipEndReason,
  MembershipRole,
  MembershipStatus,
} from '@synchrony/backstage-plugin-virtual-teams-common';

/** A membership as it is kept; people by number, times in ms. */
export interface StoredMembership {
  id: string;
  teamId: number;
  personId: number;
  role: MembershipRole;
  status: MembershipStatus;
  homeGroupRef?: string;
  platformRef?: string;
  allocationPct?: number;
  skillIds: string[];
  openRoleId?: string;
  message?: string;
  invitedBy?: number;
  createdAt: number;
  since?: number;
  until?: number;
  expiresAt?: number;
  remindedAt?: number;
  endedAt?: number;
  endReason?: MembershipEndReason;
  note?: string;
  version: number;
}
