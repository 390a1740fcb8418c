import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { CalendarFeed } from '@synchrony/backstage-plugin-champions-common';
import { Knex } from 'knex';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import {
  ANN,
  assign,
  BOB,
  PAYMENTS,
  startDesk,
  TestDesk,
} from '../__testUtils__/startDesk';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const DAY_MS = 24 * 60 * 60 * 1000;

describe.each(databases.eachSupportedId())('the calendar, %s', id => {
  let database: Knex;
  let test: TestDesk;

  beforeEach(async () => {
    database = await databases.init(id);
    test = await startDesk(database);
  });
  afterEach(() => test.stop());

  async function create(): Promise<string> {
    const { body, status } = await test.call(ANN, 'post', '/calendar');
    expect(status).toBe(201);
    expectToMatchOpenApi('CalendarFeed', body);
    return new URL((body as CalendarFeed).url!).pathname;
  }

  /** As a calendar programme does: without signing in. */
  const feed = (path: string) =>
    test.api
      .get(path)
      .set('authorization', mockCredentials.none.header())
      .buffer(true);

  it('is read by its address alone, and names nobody', async () => {
    await assign(database, ANN, PAYMENTS, {
      next_confirm_at: Date.now() + 90 * DAY_MS,
    });
    await assign(database, BOB, PAYMENTS, { role: 'deputy' });
    expect((await test.call(ANN, 'get', '/calendar')).body).toEqual({
      exists: false,
    });
    const path = await create();
    expect(path.split('/').at(-1)!.length).toBeGreaterThan(40);
    const { headers, status, text } = await feed(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/calendar');
    expect(headers['cache-control']).toContain('no-store');
    expect(text).toContain('BEGIN:VEVENT');
    expect(text).not.toMatch(/ann|bob/i);
    expect((await test.call(ANN, 'get', '/calendar')).body).toEqual({
      exists: true,
      createdAt: expect.any(String),
    });
    expect((await test.call(BOB, 'get', '/calendar')).body).toEqual({
      exists: false,
    });
    const kept = await database('calendars').first();
    expect(path).not.toContain(kept.token_hash);
  });

  it('is empty once the person withdraws, and gone once it is removed', async () => {
    await assign(database, ANN, PAYMENTS, {
      next_confirm_at: Date.now() + 90 * DAY_MS,
    });
    const path = await create();
    await database('assignments').update({ status: 'ended' });
    const { text } = await feed(path);
    expect(text).toContain('BEGIN:VCALENDAR');
    expect(text).not.toContain('VEVENT');
    expect((await test.call(ANN, 'delete', '/calendar')).status).toBe(204);
    expect((await feed(path)).status).toBe(404);
  });

  it('has one address at a time, and no other opens it', async () => {
    const first = await create();
    const second = await create();
    expect((await feed(first)).status).toBe(404);
    expect((await feed(second)).status).toBe(200);
    expect((await feed('/api/champions/calendar/feed/x.ics')).status).toBe(404);
    const { status } = await test.api
      .get('/api/champions/calendar')
      .set('authorization', mockCredentials.none.header());
    expect(status).toBe(401);
  });
});
