import { randomUUID } from 'node:crypto';
import {
  MembershipStatus,
  TeamStatus,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { VirtualTeamsContext } from '../context';
import { MembershipStore } from '../store/MembershipStore';
import { TeamStore } from '../store/TeamStore';

/** A member by name, or who else stands to a team. */
export interface PutMember {
  name: string;
  allocationPct?: number;
  status?: MembershipStatus;
}

/** Writes a team with its members down, as if it had come to be. */
export async function putTeam(
  { clock, database, people, places }: VirtualTeamsContext,
  team: {
    name: string;
    status?: TeamStatus;
    entityRefs?: string[];
    members: PutMember[];
  },
): Promise<number> {
  const refOf = ({ name }: PutMember) => `user:default/${name}`;
  const at = clock().getTime();
  const placed = await places.of(team.members.map(refOf));
  return database.transaction(async tx => {
    const ids = await people.idsOf(tx, team.members.map(refOf));
    const { id } = await new TeamStore().insert(tx, {
      teamRef: `group:virtual-teams/${team.name}`,
      title: team.name,
      kind: 'initiative',
      status: team.status ?? 'active',
      outcome: 'Better',
      inScope: '',
      outOfScope: '',
      measures: [],
      interactionMode: 'collaboration',
      channels: [],
      leadId: ids.get(refOf(team.members[0]))!,
      deputyIds: [],
      platformRefs: [],
      entityRefs: team.entityRefs ?? [],
      requiredExpertise: [],
      checkIds: [],
      managedBy: 'portal',
      proposedAt: at,
      lastActiveAt: at,
    });
    await new MembershipStore().insert(
      tx,
      team.members.map((member, index) => {
        const { homeGroupRef, platformRef } = placed.get(refOf(member)) ?? {};
        return {
          id: randomUUID(),
          teamId: id,
          personId: ids.get(refOf(member))!,
          role: index === 0 ? 'lead' : 'member',
          status: member.status ?? 'active',
          homeGroupRef,
          platformRef,
          allocationPct: member.allocationPct,
          skillIds: [],
          createdAt: at,
          since: at,
          version: 1,
        };
      }),
      0,
    );
    return id;
  });
}
