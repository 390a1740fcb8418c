import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  Team,
  TeamDeclaration,
  TeamDefinition,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { parse } from 'yaml';
import {
  setUpVirtualTeams,
  teamInput,
} from '../__testUtils__/setUpVirtualTeams';
import { createDeclarations } from '../createDeclarations';
import { createTeams } from '../createTeams';
import { TeamChange } from '../context';
import { DeclarationStore } from '../store/DeclarationStore';
import { TeamStore } from '../store/TeamStore';
import { insertTeam } from './__testUtils__/insertTeam';

jest.setTimeout(30_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const REF = 'group:virtual-teams/passkeys';

/** The Group of a file that declares a team. */
function group(
  more: Partial<TeamDefinition> & { members?: string[] } & object = {},
): Entity {
  const { name, title, ...definition } = teamInput();
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name: name!,
      namespace: 'virtual-teams',
      title,
      annotations: {
        'backstage.io/managed-by-location':
          'url:https://git.example.com/teams/passkeys.yaml',
      },
    },
    spec: {
      type: 'virtual-team',
      children: [],
      virtualTeam: JSON.parse(
        JSON.stringify({
          ...definition,
          members: ['user:default/cy'],
          ...more,
        }),
      ),
    },
  };
}

describe.each(databases.eachSupportedId())('declared teams on %s', id => {
  async function setUp() {
    const database = await databases.init(id);
    const ended: TeamChange[] = [];
    const test = await setUpVirtualTeams(database, {
      parts: async context => {
        context.teamChanges.onWithin(async (_, change) => {
          ended.push(change);
        });
        return [createTeams(context), createDeclarations(context)];
      },
    });
    const organisation = test.state.entities;
    return {
      ...test,
      database,
      ended,
      team: () => new TeamStore().get(database, REF),
      faults: async () =>
        (await new DeclarationStore().get(database, REF))?.faults,
      memberships: () =>
        database('memberships')
          .join('people', 'people.id', 'memberships.person_id')
          .orderBy('user_ref')
          .select('user_ref', 'role', 'status'),
      events: () => database('team_events').orderBy('id').pluck('name'),
      /** What the catalog declares from now on, taken in. */
      async declare(...groups: Entity[]) {
        test.state.entities = [...organisation, ...groups];
        await test.passDays(0);
      },
    };
  }

  it('are proposed, and everybody named is asked once', async () => {
    const { declare, events, faults, memberships, state, team, told } =
      await setUp();
    await declare(group());
    expect(await team()).toMatchObject({
      status: 'proposed',
      managedBy: 'catalog',
      declaredIn: 'https://git.example.com/teams/passkeys.yaml',
      title: 'Passkeys Everywhere',
      reviewOn: '2026-12-15',
      version: 1,
    });
    expect(await memberships()).toEqual([
      { user_ref: 'user:default/ann', role: 'lead', status: 'invited' },
      { user_ref: 'user:default/cy', role: 'member', status: 'invited' },
    ]);
    expect((await told()).sort()).toEqual([
      expect.stringContaining('user:default/ann: You are asked'),
      expect.stringContaining('user:default/cy: You are asked'),
      expect.stringContaining('user:default/sponsor: Passkeys Everywhere asks'),
    ]);
    expect(await faults()).toEqual([]);
    state.now += 60_000;
    await declare(group());
    expect((await team())?.version).toBe(1);
    expect(await events()).toEqual(['declare', 'invite', 'invite']);
    expect(await told()).toEqual([]);
  });

  it('follow the file, and keep what was written in the portal', async () => {
    const { context, database, declare, events, memberships, team } =
      await setUp();
    await declare(group());
    const seen = (await team())!;
    await context.database.transaction(tx =>
      new TeamStore().update(tx, {
        ...seen,
        status: 'active',
        reviewOn: '2027-02-01',
        measures: seen.measures.map(measure => ({
          ...measure,
          current: 21,
          currentAt: '2026-11-26T09:00:00.000Z',
        })),
      }),
    );
    await database('memberships')
      .where({ role: 'member' })
      .update({ status: 'closed' });
    const { charter } = teamInput();
    await declare(
      group({
        charter: { ...charter, outcome: 'No passwords at all' },
        members: ['user:default/cy', 'user:default/dee'],
      }),
    );
    expect(await team()).toMatchObject({
      status: 'active',
      outcome: 'No passwords at all',
      reviewOn: '2027-02-01',
      measures: [{ id: 'logins', aim: 40, current: 21 }],
    });
    expect(await memberships()).toMatchObject([
      { user_ref: 'user:default/ann', status: 'invited' },
      { user_ref: 'user:default/cy', status: 'closed' },
      { user_ref: 'user:default/dee', status: 'invited' },
    ]);
    expect((await events()).filter(name => name !== 'invite')).toEqual([
      'declare',
      'edit',
    ]);
    await declare(group({ reviewAt: '2027-03-01' }));
    expect((await team())?.reviewOn).toBe('2027-03-01');
  });

  it('stay as they are while the file is wrong, which it says by field', async () => {
    const { declare, faults, get, team } = await setUp();
    const wrong = group({
      leadRef: 'user:default/nobody',
      platformRefs: ['group:default/ledger', 'group:default/identity'],
      requiredExpertise: [{ skillId: 'alchemy', level: 'aware', count: 1 }],
      members: ['user:default/nobody'],
    });
    await declare(wrong);
    expect(await team()).toBeUndefined();
    expect(await faults()).toEqual([
      'spec.virtualTeam.leadRef: There is no such User in the catalog',
      'spec.virtualTeam.platformRefs.0: group:default/ledger is no platform',
      expect.stringMatching(
        /^spec\.virtualTeam\.requiredExpertise\.0\.skillId: /,
      ),
      'spec.virtualTeam.members.0: There is no such User in the catalog',
    ]);
    await declare(group());
    expect(await faults()).toEqual([]);
    await declare(group({ kind: 'community' }));
    expect(await team()).toMatchObject({ kind: 'initiative', version: 1 });
    expect(await faults()).toEqual([
      'spec.virtualTeam.endsAt: A community has no end',
      'spec.virtualTeam.kind: The team is of the kind initiative, which stays',
    ]);
    const shownTo = async (by: string) =>
      (await get<Team>('/teams/virtual-teams/passkeys', by)).body
        .declarationFaults;
    expect(await shownTo('manager')).toHaveLength(2);
    expect(await shownTo('sponsor')).toBeUndefined();
    await declare(group());
    expect(await faults()).toEqual([]);
    expect(await shownTo('manager')).toEqual([]);
    expect((await team())?.version).toBe(1);
  });

  it('say in the portal what they would say in a file', async () => {
    const { context, declare, faults, get, state, team } = await setUp();
    await insertTeam(context, {
      members: { ann: 'active', cy: 'active' },
      initiative: 'Sign-in without passwords',
      platformRefs: ['group:default/payments', 'group:default/identity'],
      entityRefs: ['component:default/login-web'],
      requiredExpertise: [{ skillId: 'webauthn', level: 'guide', count: 2 }],
      measures: [
        { id: 'logins', title: 'Logins', unit: '%', start: 3, aim: 40 },
      ],
      checkIds: ['code.secrets-scan'],
      endsOn: '2027-06-30',
    });
    const before = await team();
    const { yaml } = (
      await get<TeamDeclaration>(
        '/teams/virtual-teams/passkeys/declaration',
        'ann',
      )
    ).body;
    await declare(parse(yaml));
    expect(await faults()).toEqual([]);
    expect(await team()).toEqual({
      ...before,
      managedBy: 'catalog',
      version: 2,
      lastActiveAt: state.now,
    });
  });

  it('close after two whole sweeps without them', async () => {
    const { context, declare, ended, events, faults, memberships, team, told } =
      await setUp();
    await declare(group());
    await told();
    await declare();
    expect((await team())?.status).toBe('proposed');
    await declare(group());
    await declare();
    jest
      .spyOn(context.declaredGroups, 'read')
      .mockRejectedValueOnce(new Error('The catalog is down'));
    await expect(declare()).rejects.toThrow('down');
    expect((await team())?.status).toBe('proposed');
    expect(ended).toEqual([]);
    await declare();
    expect(await team()).toMatchObject({ status: 'closed' });
    expect(await events()).toContain('undeclare');
    expect((await memberships()).map(({ status }) => status)).toEqual([
      'closed',
      'closed',
    ]);
    expect(ended).toEqual([{ teamId: 1, hasEnded: true }]);
    expect(await told()).toEqual([
      expect.stringContaining(
        'user:default/ann: Passkeys Everywhere is closed',
      ),
      expect.stringContaining('user:default/sponsor: Passkeys'),
    ]);
    expect(await faults()).toBeUndefined();
    await declare(group());
    expect(await team()).toMatchObject({ status: 'closed' });
    expect(await faults()).toEqual([
      expect.stringContaining('The team of this name is closed'),
    ]);
  });

  it('take over a team of the portal with its history and members', async () => {
    const { context, declare, events, memberships, team } = await setUp();
    await insertTeam(context, {
      members: { ann: 'active', cy: 'active', ben: 'active' },
    });
    const fromPortal = group();
    delete fromPortal.spec!.virtualTeam;
    await declare(fromPortal);
    expect((await team())?.managedBy).toBe('portal');
    await declare(group());
    expect(await team()).toMatchObject({
      id: 1,
      status: 'active',
      managedBy: 'catalog',
      initiative: undefined,
      platformRefs: ['group:default/payments', 'group:default/identity'],
    });
    expect(await events()).toEqual(['takeOver']);
    expect((await memberships()).map(({ status }) => status)).toEqual([
      'active',
      'active',
      'active',
    ]);
  });
});
