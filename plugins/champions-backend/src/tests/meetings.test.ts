import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  CalendarFeed,
  ChampionMeeting,
  ChampionMeetings,
} from '@synchrony/backstage-plugin-champions-common';
import { Knex } from 'knex';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import {
  ANN,
  assign,
  BOB,
  CAP,
  component,
  DEV,
  group,
  LEDGER,
  PAY_API,
  PAYMENTS,
  place,
  startDesk,
  TestDesk,
} from '../__testUtils__/startDesk';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const DAY_MS = 24 * 60 * 60 * 1000;
const RAILS = 'group:default/rails';
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY_MS).toISOString();
const MEETING = {
  title: 'Champions meeting',
  startsAt: inDays(7),
  minutes: 45,
  place: 'https://meet.example.com/champions',
};

describe.each(databases.eachSupportedId())('meetings, %s', id => {
  let database: Knex;
  let test: TestDesk;

  beforeEach(async () => {
    database = await databases.init(id);
    test = await startDesk(database, {
      entities: [
        group('payments'),
        group('rails'),
        component('pay-api'),
        component('ledger'),
      ],
    });
    await place(database, {
      [PAYMENTS]: [PAYMENTS],
      [RAILS]: [RAILS],
      [LEDGER]: [LEDGER, PAYMENTS],
      [PAY_API]: [PAY_API, PAYMENTS],
    });
  });
  afterEach(() => test.stop());

  async function announce(more: object = {}): Promise<ChampionMeeting> {
    const { body, status } = await test.call(CAP, 'post', '/meetings', {
      ...MEETING,
      ...more,
    });
    expect(status).toBe(201);
    expectToMatchOpenApi('ChampionMeeting', body);
    return body;
  }

  async function seenBy(who: string): Promise<string[]> {
    const { body } = await test.call(who, 'get', '/meetings');
    expectToMatchOpenApi('ChampionMeetings', body);
    return (body as ChampionMeetings).items.map(({ title }) => title);
  }

  const told = () =>
    test.notifications.send.mock.calls
      .filter(([{ payload }]) => payload.topic === 'champions.meeting')
      .map(([{ payload, recipients }]) => ({
        to: (recipients as { entityRef: string[] }).entityRef,
        title: payload.title,
        scope: payload.scope,
      }));

  it('are for all who said yes, and nobody else', async () => {
    await assign(database, ANN, PAYMENTS);
    await assign(database, BOB, RAILS, { status: 'nominated' });
    await assign(database, CAP, RAILS);
    const { id: meeting } = await announce();
    expect(told()).toEqual([
      {
        to: [ANN],
        title: 'Champions meet: Champions meeting',
        scope: `champion-meeting:${meeting}`,
      },
    ]);
    expect(JSON.stringify(test.notifications.send.mock.calls)).not.toContain(
      'meet.example.com',
    );
    expect(await seenBy(ANN)).toEqual(['Champions meeting']);
    expect(await seenBy(CAP)).toEqual(['Champions meeting']);
    expect(await seenBy(BOB)).toEqual([]);
    expect(await seenBy(DEV)).toEqual([]);
    await database('assignments').update({ status: 'ended' });
    expect(await seenBy(ANN)).toEqual([]);
  });

  it('of a scope are for who stands at it or below it', async () => {
    await assign(database, ANN, LEDGER);
    await assign(database, BOB, RAILS);
    await announce({ scopeRef: PAYMENTS });
    expect(told()).toMatchObject([{ to: [ANN] }]);
    expect(await seenBy(ANN)).toEqual(['Champions meeting']);
    expect(await seenBy(BOB)).toEqual([]);
    // The scope is not named to whom the catalog hides it.
    test.access.hidden = ['payments'];
    const { body } = await test.call(ANN, 'get', '/meetings');
    expect(body.items[0].scopeRef).toBeUndefined();
  });

  it('are changed and cancelled by captains, and their champions told', async () => {
    await assign(database, ANN, PAYMENTS);
    const { id: meeting } = await announce();
    const path = `/meetings/${meeting}`;
    const change = {
      title: 'Guild',
      startsAt: inDays(8),
      minutes: 30,
      version: 1,
    };
    expect((await test.call(ANN, 'put', path, change)).status).toBe(403);
    const changed = await test.call(CAP, 'put', path, change);
    expect(changed.body).toEqual({
      id: meeting,
      title: 'Guild',
      startsAt: change.startsAt,
      minutes: 30,
      isCancelled: false,
      version: 2,
      mayChange: true,
    });
    expect((await test.call(CAP, 'put', path, change)).status).toBe(409);
    const cancel = (version: number) =>
      test.call(CAP, 'post', `${path}/cancel`, { version });
    expect((await cancel(2)).body).toMatchObject({
      isCancelled: true,
      mayChange: false,
      version: 3,
    });
    expect((await cancel(3)).status).toBe(409);
    expect(told().map(({ title }) => title)).toEqual([
      'Champions meet: Champions meeting',
      'A meeting of champions changed: Guild',
      'A meeting of champions is cancelled: Guild',
    ]);
    expect(await seenBy(ANN)).toEqual(['Guild']);
  });

  it('stand in the calendar of who is invited, also as cancelled', async () => {
    await assign(database, ANN, PAYMENTS);
    await assign(database, BOB, RAILS);
    const { id: meeting } = await announce({ scopeRef: PAYMENTS });
    const feedOf = async (who: string) => {
      const { body } = await test.call(who, 'post', '/calendar');
      const { text } = await test.api
        .get(new URL((body as CalendarFeed).url!).pathname)
        .set('authorization', mockCredentials.none.header())
        .buffer(true);
      return text.replace(/\r\n /g, '');
    };
    const text = await feedOf(ANN);
    expect(text).toContain(`UID:meeting-${meeting}@champions.synchrony`);
    expect(text).toContain('SUMMARY:Champions meeting');
    expect(text).toContain('LOCATION:https://meet.example.com/champions');
    expect(text).toContain('STATUS:CONFIRMED');
    expect(await feedOf(BOB)).not.toContain('VEVENT');
    await test.call(CAP, 'post', `/meetings/${meeting}/cancel`, { version: 1 });
    const cancelled = await feedOf(ANN);
    expect(cancelled).toContain('STATUS:CANCELLED');
    expect(cancelled).toContain('SEQUENCE:1');
    await database('meetings').update({ ends_at: Date.now() - 1 });
    expect(await feedOf(ANN)).not.toContain('VEVENT');
  });

  it('lie ahead, at a scope that there is', async () => {
    for (const wrong of [
      { startsAt: inDays(-1) },
      { startsAt: inDays(400) },
      { startsAt: 'tomorrow' },
      { minutes: 0 },
      { title: ' ' },
      { scopeRef: 'group:default/nowhere' },
      { scopeRef: 'user:default/ann' },
      { unknown: 1 },
    ]) {
      const { status } = await test.call(CAP, 'post', '/meetings', {
        ...MEETING,
        ...wrong,
      });
      expect([wrong, status]).toEqual([wrong, 400]);
    }
    expect(told()).toEqual([]);
  });
});
