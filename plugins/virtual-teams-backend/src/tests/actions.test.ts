import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  setUpVirtualTeams,
  teamInput,
} from '../__testUtils__/setUpVirtualTeams';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

async function start() {
  const test = await setUpVirtualTeams(await databases.init('SQLITE_3'));
  const actions = actionsRegistryServiceMock();
  for (const part of test.parts) {
    part.actions?.(actions);
  }
  return {
    ...test,
    async invoke(name: string, by: string, input: object) {
      const { output } = await actions.invoke({
        id: `test:${name}`,
        input: input as {},
        credentials: mockCredentials.user(`user:default/${by}`),
      });
      return output;
    },
  };
}

describe('actions', () => {
  it('find people who chose to be found, and nobody else', async () => {
    const { invoke, put, state } = await start();
    for (const [name, visibility] of [
      ['cy', 'everyone'],
      ['dee', 'nobody'],
    ]) {
      await put('/profile', name, { visibility, availability: 'free' });
      await put('/profile/skills/webauthn', name, {
        level: 'advanced',
        willing: ['join'],
        evidenceLinks: [],
      });
    }
    expect(await invoke('find-experts', 'ann', { q: 'passkeys' })).toEqual({
      people: [
        {
          userRef: 'user:default/cy',
          platformRef: 'group:default/identity',
          availability: 'free',
          skills: [
            { skillId: 'webauthn', skillName: 'WebAuthn', level: 'advanced' },
          ],
          why: expect.arrayContaining([expect.any(String)]),
        },
      ],
      understood: expect.arrayContaining(['webauthn']),
    });
    state.denied.push('virtual-teams.expertise.search');
    expect(
      await invoke('find-experts', 'ann', { q: 'passkeys' }),
    ).toMatchObject({ people: [] });
    state.denied.push('virtual-teams.team.read');
    await expect(
      invoke('find-experts', 'ann', { q: 'passkeys' }),
    ).rejects.toThrow('not granted');
  });

  it('propose a team that waits for its sponsor, and list what the caller sees', async () => {
    const { invoke, state } = await start();
    const { charter, kind, leadRef, platformRefs, sponsorRef, title } =
      teamInput();
    const wanted = {
      title,
      kind,
      leadRef,
      platformRefs,
      sponsorRef,
      outcome: charter.outcome,
    };
    expect(await invoke('propose-virtual-team', 'ann', wanted)).toEqual({
      teamRef: expect.stringMatching(/^group:virtual-teams\/passkeys/),
      title,
      status: 'proposed',
      waitsFor: sponsorRef,
    });
    expect(await invoke('list-virtual-teams', 'ann', {})).toMatchObject({
      totalItems: 1,
      items: [{ title, status: 'proposed', outcome: charter.outcome }],
    });
    expect(await invoke('list-virtual-teams', 'stranger', {})).toEqual({
      totalItems: 0,
      items: [],
    });
    await expect(
      invoke('propose-virtual-team', 'ann', {
        ...wanted,
        leadRef: 'group:default/payments',
      }),
    ).rejects.toThrow('leadRef');
    state.denied.push('virtual-teams.team.create');
    await expect(invoke('propose-virtual-team', 'ann', wanted)).rejects.toThrow(
      'not granted',
    );
  });
});
