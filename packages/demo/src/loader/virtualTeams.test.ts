import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildOrganisation } from '../organisation';
import { FakePortal } from '../testing/FakePortal';
import { ENDORSEMENTS, PROFILES } from '../virtualTeams/people';
import { TEAMS } from '../virtualTeams/teams';
import { DemoPortal } from './DemoPortal';
import { verifyVirtualTeams } from './verifyVirtualTeams';
import { bringVirtualTeams } from './virtualTeams';

const NOW = new Date('2026-11-26T12:00:00Z');
const organisation = buildOrganisation();

describe('the virtual teams of the demo', () => {
  it('are brought about once, each step by the person who takes it', async () => {
    const server = new FakePortal();
    const portal = new DemoPortal({
      baseUrl: await server.start(),
      ciToken: 'ci',
      adminToken: 'admin',
      registerToken: 'register',
      wait: async () => {},
    });
    const { virtualTeams } = server;
    virtualTeams.scope = TEAMS.flatMap(({ components }) =>
      components.map(name => `component:default/${name}`),
    );
    await bringVirtualTeams(portal, NOW);
    const counts = () => [
      virtualTeams.teams.length,
      virtualTeams.memberships.length,
      virtualTeams.roles.length,
      virtualTeams.endorsements.length,
      virtualTeams.grants.size,
      virtualTeams.actions.length,
    ];
    const after = counts();
    expect(virtualTeams.teams).toHaveLength(12);
    expect(virtualTeams.skills.size).toBe(PROFILES.length);
    expect(virtualTeams.endorsements).toHaveLength(ENDORSEMENTS.length);
    expect(virtualTeams.grants.size).toBe(3);
    expect(virtualTeams.actions).toEqual([
      {
        who: 'user:default/ruth.pell',
        team: 'group:virtual-teams/fraud-signals-mesh',
        action: 'approve',
      },
      {
        who: 'user:default/priya.nandakumar',
        team: 'group:virtual-teams/pci-4-readiness',
        action: 'pause',
      },
      {
        who: 'user:default/priya.nandakumar',
        team: 'group:virtual-teams/pci-4-readiness',
        action: 'resume',
      },
    ]);
    await expect(verifyVirtualTeams(portal)).resolves.toEqual({
      deviations: [],
      line: 'Virtual teams: 12',
    });

    await bringVirtualTeams(portal, NOW);
    expect(counts()).toEqual(after);
    await server.stop();
  });

  it('name people, groups and components that there are', () => {
    const people = new Set(organisation.people.map(({ name }) => name));
    const groups = new Map(
      organisation.groups.map(group => [group.name, group]),
    );
    const components = new Set(organisation.components.map(({ name }) => name));
    const named = TEAMS.flatMap(team => [
      team.lead,
      ...(team.sponsor ? [team.sponsor] : []),
      ...(team.deputies ?? []),
      ...team.members.map(([person]) => person),
    ]);
    expect(
      [
        ...named,
        ...PROFILES.map(({ person }) => person),
        ...ENDORSEMENTS.flatMap(({ by, person }) => [by, person]),
      ].filter(name => !people.has(name)),
    ).toEqual([]);
    expect(
      TEAMS.flatMap(team => team.components).filter(
        name => !components.has(name),
      ),
    ).toEqual([]);
    expect(
      TEAMS.flatMap(({ platforms }) => platforms).filter(
        name => groups.get(name)?.type !== 'platform',
      ),
    ).toEqual([]);
  });

  it('ask for skills that the taxonomy has', () => {
    const taxonomy = readFileSync(
      resolve(
        __dirname,
        '../../../../plugins/virtual-teams-backend/examples/skills.yaml',
      ),
      'utf8',
    );
    const known = [...taxonomy.matchAll(/^ {2}- id: (\S+)$/gm)].map(
      ([, id]) => id,
    );
    const named = [
      ...TEAMS.flatMap(({ members, roles = [], skills }) => [
        ...skills.map(([skillId]) => skillId),
        ...roles.map(({ skillId }) => skillId),
        ...members.flatMap(([, , , skillIds = []]) => skillIds),
      ]),
      ...PROFILES.flatMap(({ skills }) => skills.map(([skillId]) => skillId)),
      ...ENDORSEMENTS.map(({ skillId }) => skillId),
    ];
    expect(named.filter(skillId => !known.includes(skillId))).toEqual([]);
  });

  it('have one person whose time is given away twice, and passkeys that lack people for phones', () => {
    const totals = new Map<string, number>();
    for (const { members, status } of TEAMS) {
      if (status !== 'archived') {
        members.forEach(([person, , share = 0]) =>
          totals.set(person, (totals.get(person) ?? 0) + share),
        );
      }
    }
    expect(
      [...totals].filter(([, total]) => total > 20).map(([name]) => name),
    ).not.toHaveLength(0);
    const passkeys = TEAMS.find(({ name }) => name === 'passkeys-everywhere')!;
    const able = PROFILES.filter(
      ({ skills, visibility }) =>
        visibility === 'everyone' &&
        skills.some(([skill]) => skill === 'webauthn-mobile'),
    ).map(({ person }) => person);
    expect(able).toEqual(['mika.sorensen', 'tara.quill']);
    expect(passkeys.members.map(([person]) => person)).not.toEqual(
      expect.arrayContaining(able),
    );
  });
});
