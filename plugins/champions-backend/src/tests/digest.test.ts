import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { ProgrammeSettings } from '@synchrony/backstage-plugin-champions-common';
import { EntityAttention } from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import {
  component,
  group,
  putCoverage,
  user,
} from '../__testUtils__/setUpProgramme';
import { ANN, assign, BOB, place } from '../__testUtils__/startDesk';
import { createContext } from '../createContext';
import { createDigest } from '../createDigest';
import { migrate } from '../migrate';
import { DEFAULT_SETTINGS } from '../programme/defaultSettings';
import { VacancyStore } from '../store/programme/VacancyStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const CAP = 'user:default/cap';
const LENA = 'user:default/lena';
const PAYMENTS = 'group:default/payments';
const API = 'component:default/api';
const WEB = 'component:default/web';
const LEDGER = 'component:default/ledger';

const CATALOG = [
  group('payments', { lead: LENA }),
  group('appsec'),
  component('api', 'payments'),
  component('web', 'payments'),
  component('ledger', 'payments'),
  user('ann', 'payments'),
  user('bob', 'payments'),
  user('lena'),
  user('cap', 'appsec'),
];

const pressing = (
  entityRef: string,
  more: Partial<EntityAttention>,
): EntityAttention => ({
  entityRef,
  critical: 0,
  due: 0,
  isQuiet: false,
  endingWaivers: [],
  ...more,
});

describe.each(databases.eachSupportedId())('digests on %s', id => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  /** Two replicas, a minute before seven; neither does anything by itself. */
  async function setUp({ countFindings = true, entities = CATALOG } = {}) {
    const database = await databases.init(id);
    await migrate(database);
    const state = {
      now: Date.parse('2026-11-26T06:59:00Z'),
      settings: { ...DEFAULT_SETTINGS } as ProgrammeSettings,
      ingestion: { status: 200, items: [] as EntityAttention[] },
      asked: [] as string[][],
    };
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) {
        chunks.push(chunk);
      }
      const { entityRefs } = JSON.parse(Buffer.concat(chunks).toString());
      state.asked.push(entityRefs);
      response.writeHead(state.ingestion.status, {
        'content-type': 'application/json',
      });
      const items = state.ingestion.items.filter(({ entityRef }) =>
        entityRefs.includes(entityRef),
      );
      response.end(JSON.stringify({ asOf: '', items }));
    }).listen(0);
    const { port } = server.address() as AddressInfo;
    const send = jest.fn(async (_options: NotificationSendOptions) => {});
    const createReplica = async () => {
      const context = await createContext({
        database,
        config: mockServices.rootConfig({
          data: {
            permission: { enabled: true },
            champions: { digest: { countFindings } },
          },
        }),
        logger: mockServices.logger.mock(),
        auditor: mockServices.auditor.mock(),
        auth: mockServices.auth({ pluginId: 'champions' }),
        httpAuth: mockServices.httpAuth.mock(),
        discovery: mockServices.discovery.mock({
          getBaseUrl: async () => `http://localhost:${port}`,
        }),
        permissions: mockServices.permissions.mock(),
        userInfo: mockServices.userInfo.mock(),
        urlReader: mockServices.urlReader.mock(),
        catalog: catalogServiceMock({ entities }),
        notifications: { send },
        clock: () => new Date(state.now),
      });
      context.programme = {
        current: () => ({
          settings: state.settings,
          loadedAt: '',
          faults: [],
        }),
      };
      return { context, digest: createDigest(context) };
    };
    const replicas = [await createReplica(), await createReplica()];
    await replicas[0].context.entities.sweep();
    await place(database, {
      [API]: [API, PAYMENTS],
      [WEB]: [WEB, PAYMENTS],
      [LEDGER]: [LEDGER, PAYMENTS],
    });
    return {
      database,
      replicas,
      send,
      state,
      /** Who was told what since the last time. */
      told: () => {
        const calls = send.mock.calls.map(([{ payload, recipients }]) => ({
          to: (recipients as { entityRef: string[] }).entityRef,
          text: payload.description?.split('\n'),
        }));
        send.mockClear();
        return calls;
      },
      /** Lets time pass, and has both replicas look. */
      pass: async (ms: number) => {
        state.now += ms;
        await Promise.all(replicas.map(({ digest }) => digest.round()));
      },
    };
  }

  async function ask(database: Knex, to: { person?: string; group?: string }) {
    const person = await database('people')
      .where({ user_ref: to.person ?? '' })
      .first('id');
    const rows = await database('questions').select('id');
    await database('questions').insert({
      id: `q${rows.length}`,
      entity_ref: API,
      subject_kind: 'entity',
      text: 'A secret question',
      asked_at: 1,
      routed_person_id: person?.id ?? null,
      routed_group: to.group ?? null,
      routed_because: 'Champion',
      status: 'open',
      version: 1,
    });
  }

  it('tell each champion what waits, once, two replicas or not', async () => {
    const { database, pass, state, told } = await setUp();
    const now = state.now;
    await assign(database, ANN, PAYMENTS, {
      next_confirm_at: now + 10 * DAY_MS,
    });
    await assign(database, BOB, LEDGER);
    await ask(database, { person: ANN });
    state.ingestion.items = [
      pressing(API, { critical: 1, due: 2, endingWaivers: ['w1', 'w2'] }),
      pressing(WEB, { isQuiet: true, due: 1, endingWaivers: ['w2'] }),
      // Bob stands nearer.
      pressing(LEDGER, { due: 4 }),
    ];
    await pass(0);
    expect(told()).toEqual([]);
    await pass(5 * 60_000);
    expect(told()).toEqual([
      {
        to: [ANN],
        text: [
          '1 critical finding that nobody has looked at',
          '3 findings that are overdue, or will be within 7 days',
          '2 waivers that end within 14 days',
          '1 question that waits for your answer',
          '1 post that ends unless you confirm it',
          '1 component without recent evidence',
        ],
      },
      {
        to: [BOB],
        text: ['4 findings that are overdue, or will be within 7 days'],
      },
    ]);
    // One request for all people.
    expect(new Set(state.asked.map(refs => refs.toSorted().join()))).toEqual(
      new Set([[API, LEDGER, WEB].join()]),
    );
    // As after a restart, in which the round was forgotten.
    await database('digest_rounds').delete();
    await pass(HOUR_MS);
    expect(told()).toEqual([]);
  });

  it('repeat themselves after a week only, and say at once what is new', async () => {
    const { database, pass, state, told } = await setUp();
    await assign(database, ANN, API);
    await assign(database, BOB, WEB);
    state.ingestion.items = [
      pressing(API, { due: 1 }),
      pressing(WEB, { due: 1 }),
    ];
    await pass(HOUR_MS);
    expect(told()).toMatchObject([{ to: [ANN, BOB] }]);
    state.ingestion.items = [
      pressing(API, { due: 1 }),
      pressing(WEB, { due: 2 }),
    ];
    await pass(DAY_MS);
    expect(told()).toMatchObject([{ to: [BOB] }]);
    for (let day = 2; day < 7; day++) {
      await pass(DAY_MS);
    }
    expect(told()).toEqual([]);
    await pass(DAY_MS);
    expect(told()).toMatchObject([{ to: [ANN] }]);
    state.ingestion.items = [];
    await pass(DAY_MS);
    expect(told()).toEqual([]);
  });

  it('come weekly or not at all, as the programme says', async () => {
    const { database, pass, state, told } = await setUp();
    await assign(database, ANN, API);
    await ask(database, { person: ANN });
    state.settings.digest = { ...DEFAULT_SETTINGS.digest, every: 'off' };
    await pass(HOUR_MS);
    expect(told()).toEqual([]);
    // It is Thursday; the week begins on Monday.
    state.settings.digest = { ...DEFAULT_SETTINGS.digest, every: 'weekly' };
    await pass(HOUR_MS);
    expect(told()).toHaveLength(1);
    for (let day = 1; day < 4; day++) {
      await ask(database, { person: ANN });
      await pass(DAY_MS);
    }
    expect(told()).toEqual([]);
    await pass(DAY_MS);
    expect(told()).toMatchObject([
      { text: ['4 questions that wait for your answer'] },
    ]);
  });

  it('count findings only where the portal lets champions read them', async () => {
    const { database, pass, state, told } = await setUp({
      countFindings: false,
    });
    await assign(database, ANN, API);
    await assign(database, BOB, WEB);
    await ask(database, { person: ANN });
    state.ingestion.items = [
      pressing(API, { due: 1 }),
      pressing(WEB, { due: 1 }),
    ];
    await pass(HOUR_MS);
    expect(told()).toEqual([
      { to: [ANN], text: ['1 question that waits for your answer'] },
    ]);
    expect(state.asked).toEqual([]);
  });

  it('say that findings could not be counted, and go without them', async () => {
    const { database, pass, state, told } = await setUp();
    await assign(database, ANN, API);
    await assign(database, BOB, WEB);
    await ask(database, { person: ANN });
    state.ingestion.status = 500;
    await pass(HOUR_MS);
    expect(told()).toEqual([
      {
        to: [ANN],
        text: [
          '1 question that waits for your answer',
          'Findings are not counted: their source does not answer',
        ],
      },
    ]);
    // Not installed, there are none.
    state.ingestion.status = 404;
    await pass(DAY_MS);
    expect(told()).toMatchObject([
      { text: ['1 question that waits for your answer'] },
    ]);
  });

  it('are tried again when they could not be sent, to nobody twice', async () => {
    const { database, pass, send, state, told } = await setUp();
    await assign(database, ANN, API);
    await assign(database, BOB, WEB);
    state.ingestion.items = [
      pressing(API, { due: 1 }),
      pressing(WEB, { due: 2 }),
    ];
    const fail = async ({ recipients }: NotificationSendOptions) => {
      if (JSON.stringify(recipients).includes(BOB)) {
        throw new Error('no');
      }
    };
    send.mockImplementation(fail);
    await pass(HOUR_MS);
    expect(told().filter(({ to }) => to.includes(ANN))).toHaveLength(1);
    send.mockImplementation(async () => {});
    await pass(60_000);
    expect(told()).toMatchObject([{ to: [BOB] }]);
    await pass(60_000);
    expect(told()).toEqual([]);
  });

  it('are lost, and not sent twice, where a process died over them', async () => {
    const { database, pass, state, told } = await setUp();
    await assign(database, ANN, API);
    await ask(database, { person: ANN });
    const { id: person } = await database('people').first();
    const row = { person_id: person, day: '2026-11-26', content: 'x' };
    await database('digests').insert({ ...row, sending_since: state.now });
    await pass(60_000);
    expect(told()).toEqual([]);
    expect(await database('digest_rounds')).toEqual([]);
    await pass(15 * 60_000);
    expect(told()).toEqual([]);
    expect(await database('digest_rounds')).toHaveLength(1);
    await pass(DAY_MS);
    expect(told()).toHaveLength(1);
  });

  it('tell leads and captains of teams, and nobody who stopped or is gone', async () => {
    const { database, pass, replicas, told } = await setUp({
      entities: [...CATALOG, group('lost'), component('old', 'lost')],
    });
    for (const name of ['payments', 'lost']) {
      await putCoverage(database, `group:default/${name}`, {
        state: 'uncovered',
      });
      await putCoverage(database, `component:default/${name}-api`, {
        state: 'uncovered',
        owner: `group:default/${name}`,
      });
    }
    await new VacancyStore(database).reconcile(['team'], 0);
    await assign(database, ANN, API, { status: 'ended' });
    await assign(database, 'user:default/gone', WEB);
    await ask(database, { person: 'user:default/gone' });
    await ask(database, { group: 'group:default/appsec' });
    await assign(database, BOB, PAYMENTS, { status: 'lapsed' });
    await replicas[0].context.entities.sweep();
    await database('memberships')
      .insert({ user_ref: CAP, group_ref: 'group:default/appsec' })
      .onConflict()
      .ignore();
    await pass(HOUR_MS);
    expect(told()).toEqual([
      { to: [BOB], text: ['1 post that ends unless you confirm it'] },
      {
        to: [CAP],
        text: [
          '1 question that waits for your answer',
          '1 team without a champion, or soon without one',
        ],
      },
      {
        to: [LENA],
        text: ['1 team without a champion, or soon without one'],
      },
    ]);
  });

  it('keep nothing of a lead who was erased', async () => {
    const { database, pass, replicas, told } = await setUp();
    await putCoverage(database, PAYMENTS, { state: 'uncovered' });
    await putCoverage(database, API, { state: 'uncovered', owner: PAYMENTS });
    await new VacancyStore(database).reconcile(['team'], 0);
    await replicas[0].context.erasedPeople.remember(database, LENA);
    await pass(HOUR_MS);
    expect(told()).toEqual([]);
    expect(await database('people')).toEqual([]);
  });

  it('remind of a nomination after a week, to the nominee alone', async () => {
    const { database, pass, state, told } = await setUp();
    await assign(database, ANN, API, { status: 'nominated' });
    await database('assignments').update({ nominated_at: state.now });
    await pass(6 * DAY_MS + HOUR_MS);
    expect(told()).toEqual([]);
    await pass(DAY_MS);
    expect(told()).toEqual([
      { to: [ANN], text: ['1 nomination that waits for your answer'] },
    ]);
  });
});
