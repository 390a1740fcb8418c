import { TestDatabases } from '@backstage/backend-test-utils';
import { TeamCalendarFeed } from '@synchrony/backstage-plugin-virtual-teams-common';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import { setUpVirtualTeams } from '../__testUtils__/setUpVirtualTeams';
import { insertTeam } from './__testUtils__/insertTeam';
import { createCalendar } from '../createCalendar';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('the calendar on %s', id => {
  async function setUp() {
    const database = await databases.init(id);
    const test = await setUpVirtualTeams(database, {
      parts: async context => [createCalendar(context)],
      config: { app: { baseUrl: 'https://portal.example.com' } },
    });
    return {
      ...test,
      database,
      async create(by: string) {
        const { body, status } = await test.post<TeamCalendarFeed>(
          '/calendar',
          by,
        );
        expect(status).toBe(201);
        expectToMatchOpenApi('TeamCalendarFeed', body);
        return new URL(body.url!).pathname.replace('/api/virtual-teams', '');
      },
    };
  }

  it('tells of the teams that somebody is in, and names nobody', async () => {
    const { context, create, database, get } = await setUp();
    await insertTeam(context, { members: { ann: 'active', ben: 'invited' } });
    expect((await get('/calendar', 'ann')).body).toEqual({ exists: false });
    const path = await create('ann');
    const { status, text } = await get(path, 'stranger');
    expect(status).toBe(200);
    expect(text).toContain('SUMMARY:Review of Passkeys Everywhere');
    expect(text.replace(/\r\n /g, '')).toContain(
      'https://portal.example.com/virtual-team/virtual-teams/passkeys',
    );
    expect(text).not.toMatch(/\b(ann|sponsor)\b/i);
    expect((await get('/calendar', 'ann')).body).toEqual({
      exists: true,
      createdAt: expect.any(String),
    });
    expect(path).not.toContain(
      (await database('calendars').first()).token_hash,
    );
    expect((await get(await create('ben'), 'ben')).text).not.toContain(
      'VEVENT',
    );
    await database('memberships').update({ status: 'left' });
    expect((await get(path, 'ann')).text).not.toContain('VEVENT');
  });

  it('has one address at a time, and ends', async () => {
    const { create, get, remove } = await setUp();
    const [first, second] = [await create('ann'), await create('ann')];
    expect((await get(first, 'ann')).status).toBe(404);
    expect((await get(second, 'ann')).status).toBe(200);
    expect((await remove('/calendar', 'ben')).status).toBe(204);
    expect((await get(second, 'ann')).status).toBe(200);
    expect((await remove('/calendar', 'ann')).status).toBe(204);
    expect((await get(second, 'ann')).status).toBe(404);
    expect((await get('/calendar', 'service')).status).toBe(403);
  });
});
