import { randomUUID } from 'node:crypto';
import { MembershipStatus } from '@synchrony/backstage-plugin-virtual-teams-common';
import { VirtualTeamsContext } from '../../context';
import { MembershipStore } from '../../store/MembershipStore';
import { TeamStore } from '../../store/TeamStore';
import { NewTeam, StoredTeam } from '../../teams/types';

/** A team of Ann's that runs, as the part that writes teams leaves it. */
export async function insertTeam(
  { clock, database, people }: VirtualTeamsContext,
  {
    members = {},
    ...more
  }: Partial<NewTeam> & { members?: Record<string, MembershipStatus> } = {},
): Promise<StoredTeam> {
  const at = clock().getTime();
  return database.transaction(async tx => {
    const idOf = (name: string) => people.idOf(tx, `user:default/${name}`);
    const team = await new TeamStore().insert(tx, {
      teamRef: 'group:virtual-teams/passkeys',
      title: 'Passkeys Everywhere',
      kind: 'initiative',
      status: 'active',
      outcome: 'No passwords in customer journeys',
      inScope: 'Login',
      outOfScope: 'Staff',
      measures: [],
      interactionMode: 'collaboration',
      channels: [],
      leadId: await idOf('ann'),
      sponsorId: await idOf('sponsor'),
      deputyIds: [],
      platformRefs: [],
      entityRefs: [],
      requiredExpertise: [],
      checkIds: [],
      reviewOn: '2026-12-15',
      managedBy: 'portal',
      proposedAt: at,
      lastActiveAt: at,
      ...more,
    });
    for (const [name, status] of Object.entries(members)) {
      await new MembershipStore().insert(
        tx,
        [
          {
            id: randomUUID(),
            teamId: team.id,
            personId: await idOf(name),
            role: name === 'ann' ? 'lead' : 'member',
            status,
            skillIds: [],
            createdAt: at,
            version: 1,
          },
        ],
        1,
      );
    }
    return team;
  });
}
