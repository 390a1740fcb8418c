import { TestDatabases } from '@backstage/backend-test-utils';
import { setUpVirtualTeams } from '../__testUtils__/setUpVirtualTeams';
import { OpenRoleStore } from '../store/OpenRoleStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('needs on %s', id => {
  async function setUp() {
    const bank = await setUpVirtualTeams(await databases.init(id));
    const { database, people } = bank.context;
    const roles = new OpenRoleStore();
    const put = async (name: string, title: string, untilOn?: string) => {
      await roles.insert(database, {
        id: title,
        title,
        seats: 1,
        status: 'open',
        postedBy: await people.idOf(database, `user:default/${name}`),
        postedAt: bank.state.now,
        untilOn,
      });
    };
    const open = async () =>
      (await roles.open(database, {})).map(({ title }) => title).sort();
    return { ...bank, open, put };
  }

  it('end with their day, or after 30 days, and the person is told once', async () => {
    const { open, passDays, put, told } = await setUp();
    await put('ann', 'review', '2026-12-01');
    await put('ben', 'mentor');
    await passDays(5);
    expect(await open()).toEqual(['mentor', 'review']);
    await passDays(1);
    expect(await open()).toEqual(['mentor']);
    expect(await told()).toEqual([
      'user:default/ann: What you were looking for has ended: review',
    ]);
    await passDays(24);
    expect(await open()).toEqual(['mentor']);
    await passDays(1);
    expect(await open()).toEqual([]);
    await passDays(1);
    expect(await told()).toEqual([
      'user:default/ben: What you were looking for has ended: mentor',
    ]);
  });

  it('go with people who left the catalog', async () => {
    const { open, put, state, sweep } = await setUp();
    await put('ann', 'review');
    await put('ben', 'mentor');
    state.entities = state.entities.filter(
      ({ metadata }) => metadata.name !== 'ann',
    );
    await sweep();
    expect(await open()).toEqual(['mentor', 'review']);
    await sweep();
    expect(await open()).toEqual(['mentor']);
  });
});
