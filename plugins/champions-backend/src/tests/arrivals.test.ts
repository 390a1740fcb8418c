import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { FindingArrival } from '@synchrony/backstage-plugin-ingestion-common';
import {
  EntityRow,
  PeopleStore,
} from '@synchrony/backstage-plugin-scorecards-node';
import { ANN, assign, BOB, place } from '../__testUtils__/startDesk';
import { migrate } from '../migrate';
import { ArrivalNotifier } from '../service/arrivals/ArrivalNotifier';
import { ArrivalRoundStore } from '../store/arrivals/ArrivalRoundStore';
import { DeskStore } from '../store/desk/DeskStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const PAYMENTS = 'group:default/payments';
const API = 'component:default/api';
const LEDGER = 'component:default/ledger';
const NOBODYS = 'component:default/nobodys';

const came = (
  entityRef: string,
  critical: number,
  high: number,
): FindingArrival => ({ entityRef, at: '', critical, high });

describe.each(databases.eachSupportedId())('new findings on %s', id => {
  async function setUp(inCatalog = [ANN, BOB, API, LEDGER, NOBODYS]) {
    const database = await databases.init(id);
    await migrate(database);
    await place(database, {
      [API]: [API, PAYMENTS],
      [LEDGER]: [LEDGER, PAYMENTS],
      [NOBODYS]: [NOBODYS],
    });
    await assign(database, ANN, PAYMENTS);
    await assign(database, BOB, LEDGER);
    const arrived: FindingArrival[] = [];
    const send = jest.fn(async (_options: NotificationSendOptions) => {});
    const create = (options: { isAllowed?: boolean } = {}) =>
      new ArrivalNotifier({
        database,
        desks: new DeskStore(database),
        entities: {
          get: async refs =>
            new Map(
              refs
                .filter(ref => inCatalog.includes(ref))
                .map(ref => [ref, { title: undefined } as EntityRow]),
            ),
        },
        ...(options.isAllowed !== false && {
          ingestion: {
            getArrivals: async (after?: string) => ({
              items: after === undefined ? [] : arrived.slice(Number(after)),
              cursor: String(arrived.length),
            }),
          },
        }),
        logger: mockServices.logger.mock(),
        notifications: { send },
        people: new PeopleStore(),
        rounds: new ArrivalRoundStore(database),
      });
    return {
      arrived,
      create,
      send,
      /** Who was told what since the last time. */
      told: () => {
        const calls = send.mock.calls.map(([{ payload, recipients }]) => [
          (recipients as { entityRef: string[] }).entityRef,
          payload.title,
        ]);
        send.mockClear();
        return calls;
      },
    };
  }

  it('are told to whoever stands nearest, once, and none of the past', async () => {
    const { arrived, create, send, told } = await setUp();
    const notifier = create();
    arrived.push(came(API, 5, 5));
    await notifier.round();
    expect(told()).toEqual([]);
    arrived.push(came(API, 1, 0), came(LEDGER, 0, 2), came(NOBODYS, 9, 9));
    arrived.push(came(API, 1, 3));
    await notifier.round();
    expect(send.mock.calls[0][0].payload).toMatchObject({
      link: '/catalog/default/component/api/security/findings',
      severity: 'high',
    });
    expect(told()).toEqual([
      [[ANN], '2 critical and 3 high findings came to api'],
      [[BOB], '2 high findings came to ledger'],
    ]);
    await notifier.round();
    await create().round();
    expect(told()).toEqual([]);
  });

  it('are told again after a failure', async () => {
    const { arrived, create, send, told } = await setUp();
    const notifier = create();
    await notifier.round();
    arrived.push(came(API, 1, 0));
    send.mockRejectedValueOnce(new Error('Notifications are away'));
    await expect(notifier.round()).rejects.toThrow('away');
    send.mockClear();
    await notifier.round();
    expect(told()).toEqual([[[ANN], '1 critical finding came to api']]);
  });

  it('are told to nobody who is gone, and not at all where that is not allowed', async () => {
    const { arrived, create, told } = await setUp([API, LEDGER, BOB]);
    const notifier = create();
    await notifier.round();
    arrived.push(came(API, 1, 0));
    await notifier.round();
    expect(told()).toEqual([]);
    arrived.push(came(LEDGER, 1, 0));
    await create({ isAllowed: false }).round();
    expect(told()).toEqual([]);
  });
});
