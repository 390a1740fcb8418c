import { TestDatabases } from '@backstage/backend-test-utils';
import { GroupLending } from '@synchrony/backstage-plugin-virtual-teams-common';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import { putTeam } from '../__testUtils__/putTeam';
import {
  entity,
  setUpVirtualTeams,
  smallBank,
} from '../__testUtils__/setUpVirtualTeams';
import { createLending } from '../createLending';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const PAYMENTS = '/groups/default/payments/lending';

describe.each(databases.eachSupportedId())('lending on %s', id => {
  async function setUp(isPolicyInstalled = true) {
    const bank = await setUpVirtualTeams(await databases.init(id), {
      isPolicyInstalled,
      entities: [
        ...smallBank(),
        entity('User', 'gus', [['memberOf', 'group:default/ledger']]),
        entity('Group', 'cards', [['childOf', 'group:default/payments']], {
          annotations: { 'synchrony.io/lead': 'user:default/stranger' },
        }),
        entity('User', 'hal', [['memberOf', 'group:default/cards']]),
        entity('Component', 'ledger-ui', [['ownedBy', 'group:default/ledger']]),
      ],
      parts: async context => [createLending(context)],
    });
    await putTeam(bank.context, {
      name: 'passkeys',
      entityRefs: [
        'component:default/ledger-api',
        'component:default/ledger-ui',
        'component:default/mesh',
      ],
      members: [
        { name: 'ann', allocationPct: 15 },
        { name: 'ben', allocationPct: 10, status: 'leaving' },
        { name: 'cy', allocationPct: 10 },
        { name: 'gus', allocationPct: 10, status: 'invited' },
        { name: 'dee', allocationPct: 10, status: 'requested' },
      ],
    });
    await putTeam(bank.context, {
      name: 'mesh',
      members: [
        { name: 'eve', allocationPct: 5 },
        { name: 'ann', allocationPct: 10 },
      ],
    });
    // Of these nothing is to be known.
    await putTeam(bank.context, {
      name: 'secret',
      status: 'proposed',
      entityRefs: ['component:default/ledger-api'],
      members: [{ name: 'fay' }, { name: 'gus', allocationPct: 15 }],
    });
    return bank;
  }

  it('says whom a group and those below it lend, and from whom they borrow', async () => {
    const { get } = await setUp();
    const { body } = await get<GroupLending>(PAYMENTS, 'dee');
    expectToMatchOpenApi('GroupLending', body);
    expect(body).toEqual({
      groupRef: 'group:default/payments',
      lentTo: [
        { teamRef: 'group:virtual-teams/mesh', title: 'mesh', people: 1 },
        {
          teamRef: 'group:virtual-teams/passkeys',
          title: 'passkeys',
          people: 2,
        },
      ],
      borrowedFrom: [
        {
          teamRef: 'group:virtual-teams/passkeys',
          title: 'passkeys',
          people: 1,
          entities: 2,
        },
      ],
      peopleLent: 2,
      overAllocated: [],
    });
  });

  it('leaves out what the reader does not see in the catalog', async () => {
    const { get, state } = await setUp();
    state.hidden = ['ledger-ui', 'identity'];
    const some = await get<GroupLending>(PAYMENTS, 'dee');
    expect(some.body.borrowedFrom).toMatchObject([{ entities: 1 }]);
    state.hidden.push('ledger-api');
    const none = await get<GroupLending>(PAYMENTS, 'dee');
    expect(none.body.borrowedFrom).toEqual([]);
    const paths = ['identity', 'unknown'].map(
      name => `/groups/default/${name}/lending`,
    );
    for (const path of paths) {
      expect((await get(path, 'dee')).status).toBe(404);
    }
    state.denied = ['virtual-teams.team.read'];
    expect((await get(PAYMENTS, 'dee')).status).toBe(403);
  });

  it('tells who leads the group what it gives, and who gives too much', async () => {
    const { context, get } = await setUp();
    await putTeam(context, {
      name: 'vault',
      members: [
        { name: 'eve' },
        { name: 'ben', allocationPct: 60 },
        { name: 'hal', allocationPct: 30 },
      ],
    });
    const { body } = await get<GroupLending>(PAYMENTS, 'head-of-payments');
    expect(body.totalAllocationPct).toBe(125);
    // Hal's lead of record is somebody else, and 30 of 20 are of one person.
    expect(body.overAllocated).toEqual([
      { ref: 'group:default/ledger', totalPct: 95, limitPct: 60, teams: 3 },
      { ref: 'user:default/ann', totalPct: 25, limitPct: 20, teams: 2 },
      { ref: 'user:default/ben', totalPct: 70, limitPct: 20, teams: 2 },
    ]);
    const managed = await get<GroupLending>(PAYMENTS, 'manager');
    expect(managed.body.overAllocated).toHaveLength(5);
    const leader = await get<GroupLending>(
      '/groups/default/cards/lending',
      'stranger',
    );
    expect(leader.body).toMatchObject({
      totalAllocationPct: 30,
      overAllocated: [{ ref: 'group:default/cards' }, { totalPct: 30 }],
    });
    const above = await get<GroupLending>(
      '/groups/default/cards/lending',
      'head-of-payments',
    );
    expect(above.body.totalAllocationPct).toBeUndefined();
    expect(above.body.overAllocated).toEqual([]);
  });

  it('heeds the limit that a person set, and moves with people', async () => {
    const { context, get, state, sweep } = await setUp();
    const { database, people } = context;
    await database('profiles').insert({
      person_id: await people.find(database, 'user:default/ben'),
      visibility: 'nobody',
      availability: 'limited',
      limit_pct: 5,
      updated_at: state.now,
    });
    const before = await get<GroupLending>(PAYMENTS, 'head-of-payments');
    expect(before.body.overAllocated).toContainEqual({
      ref: 'user:default/ben',
      totalPct: 10,
      limitPct: 5,
      teams: 1,
    });
    state.entities = state.entities.map(each =>
      each.metadata.name === 'ben'
        ? entity('User', 'ben', [['memberOf', 'group:default/login']])
        : each,
    );
    await sweep();
    const after = await get<GroupLending>(PAYMENTS, 'head-of-payments');
    expect(after.body.overAllocated.map(({ ref }) => ref)).toEqual([
      'user:default/ann',
    ]);
  });

  it('shows shares of time to few, where no policy is installed', async () => {
    const { context, get } = await setUp(false);
    await putTeam(context, { name: 'third', members: [{ name: 'gus' }] });
    const { body } = await get<GroupLending>(PAYMENTS, 'dee');
    expect(body.peopleLent).toBe(3);
    expect(body.totalAllocationPct).toBeUndefined();
  });
});
