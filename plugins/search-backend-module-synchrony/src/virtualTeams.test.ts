import { mockServices } from '@backstage/backend-test-utils';
import { TestPipeline } from '@backstage/plugin-search-backend-node';
import { SearchDocuments } from '@synchrony/backstage-plugin-virtual-teams-common';
import { ExpertiseCollatorFactory } from './collator/ExpertiseCollatorFactory';
import { TeamsCollatorFactory } from './collator/TeamsCollatorFactory';
import { VirtualTeamsReader } from './collator/VirtualTeamsReader';

const FOUND: SearchDocuments = {
  teams: [
    {
      teamRef: 'group:virtual-teams/passkeys',
      title: 'Passkeys Everywhere',
      outcome: 'No passwords.',
      kind: 'initiative',
      status: 'active',
      skills: ['WebAuthn'],
      platformRefs: [],
    },
  ],
  expertise: [
    {
      userRef: 'user:default/ann',
      version: '17',
      skills: [{ name: 'WebAuthn', aliases: ['passkeys'], level: 'guide' }],
      willing: ['mentor'],
    },
  ],
};

function readerOf(status: number, body: object = FOUND) {
  return new VirtualTeamsReader({
    discovery: mockServices.discovery(),
    fetch: async () => new Response(JSON.stringify(body), { status }),
  });
}

const collect = async (
  factory: TeamsCollatorFactory | ExpertiseCollatorFactory,
) =>
  (await TestPipeline.fromCollator(await factory.getCollator()).execute())
    .documents;

describe('searching for virtual teams and people', () => {
  it('finds teams for those who read teams', async () => {
    const factory = new TeamsCollatorFactory({
      reader: readerOf(200),
      path: '/virtual-team',
    });
    expect(factory.visibilityPermission.name).toBe('virtual-teams.team.read');
    expect(await collect(factory)).toEqual([
      {
        title: 'Passkeys Everywhere',
        text: 'No passwords. Asks for: WebAuthn.',
        location: '/virtual-team/virtual-teams/passkeys',
        teamRef: 'group:virtual-teams/passkeys',
        kind: 'initiative',
        status: 'active',
        skills: 'WebAuthn',
      },
    ]);
  });

  it('has each person looked at as they were indexed', async () => {
    const factory = new ExpertiseCollatorFactory({
      reader: readerOf(200),
      path: '/catalog',
    });
    expect(factory.visibilityPermission).toMatchObject({
      name: 'virtual-teams.profile.read',
      resourceType: 'expertise-profile',
    });
    expect(await collect(factory)).toEqual([
      {
        title: 'ann — WebAuthn',
        text: 'Chose to be found for: WebAuthn (guide), passkeys. Offers to: mentor.',
        location: '/catalog/default/user/ann',
        userRef: 'user:default/ann',
        skills: 'WebAuthn',
        authorization: { resourceRef: 'user:default/ann#17' },
      },
    ]);
  });

  it('finds nothing where the plugin is not installed, and fails when it is down', async () => {
    const teams = (status: number) =>
      new TeamsCollatorFactory({ reader: readerOf(status, {}), path: '' });
    expect(await collect(teams(404))).toEqual([]);
    await expect(teams(503).getCollator()).rejects.toThrow('503');
  });
});
