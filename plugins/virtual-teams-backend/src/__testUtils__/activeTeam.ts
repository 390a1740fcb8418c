import {
  Membership,
  Team,
  TeamActionInput,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { setUpVirtualTeams, teamInput } from './setUpVirtualTeams';

export const TEAM = '/teams/virtual-teams/passkeys';
export const TEAM_REF = 'group:virtual-teams/passkeys';

type Plugin = Awaited<ReturnType<typeof setUpVirtualTeams>>;

/** Takes a step of the team as it is now. */
export async function act(
  { get, post }: Plugin,
  by: string,
  action: TeamActionInput['action'],
  note?: string,
) {
  const { body } = await get<Team>(TEAM, by);
  return post<Team>(`${TEAM}/actions`, by, {
    action,
    version: body.version,
    note,
  });
}

/** Invites somebody, who accepts. */
export async function join(
  { post }: Plugin,
  name: string,
  more: object = {},
): Promise<void> {
  const invited = await post<Membership>(`${TEAM}/memberships`, 'ann', {
    userRef: `user:default/${name}`,
    role: 'member',
    ...more,
  });
  expect(invited.status).toBe(201);
  const accepted = await post(`/memberships/${invited.body.id}/actions`, name, {
    action: 'accept',
    version: 1,
    allocationPct: 10,
  });
  expect(accepted.status).toBe(200);
}

/** A team that works, led by Ann; Cy covers a skill of it. */
export async function activeTeam(plugin: Plugin): Promise<void> {
  expect((await plugin.post('/teams', 'ann', teamInput())).status).toBe(201);
  await act(plugin, 'sponsor', 'approve');
  await join(plugin, 'cy', { skillIds: ['webauthn'] });
  expect((await act(plugin, 'ann', 'start')).body.status).toBe('active');
  await plugin.told();
}
