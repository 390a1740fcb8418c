import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { createContext } from '../createContext';
import { createProgramme } from '../createProgramme';
import { migrate } from '../migrate';
import { DEFAULT_SETTINGS } from '../programme/defaultSettings';
import { VacancyKeeper } from '../service/programme/VacancyKeeper';
import { VacancyNotifier } from '../service/programme/VacancyNotifier';
import { OrganisationStore } from '../store/programme/OrganisationStore';
import { VacancyStore } from '../store/programme/VacancyStore';
import {
  component,
  group,
  LEAD,
  putCoverage,
  user,
} from '../__testUtils__/setUpProgramme';
import { until } from '../__testUtils__/until';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const g = (name: string) => `group:default/${name}`;
const c = (name: string) => `component:default/${name}`;

describe.each(databases.eachSupportedId())('vacancies on %s', id => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    await Promise.all(stops.splice(0).map(stop => stop()));
  });

  /** Two replicas, neither of which does anything by itself yet. */
  async function setUp(people: Entity[] = [user('lena')]) {
    const database = await databases.init(id);
    await migrate(database);
    const state = {
      entities: [
        group('payments', { type: 'platform', lead: 'User:default/Lena' }),
        group('cards', { parent: 'payments' }),
        group('rails', { parent: 'payments' }),
        ...people,
      ],
    };
    const catalog = catalogServiceMock();
    const current = () => catalogServiceMock({ entities: state.entities });
    jest
      .spyOn(catalog, 'streamEntities')
      .mockImplementation((...args) => current().streamEntities(...args));
    jest
      .spyOn(catalog, 'getEntitiesByRefs')
      .mockImplementation((...args) => current().getEntitiesByRefs(...args));
    const send = jest.fn(async (_options: NotificationSendOptions) => {});
    let now = Date.now();
    const clock = () => new Date(now);
    const createReplica = async () => {
      const context = await createContext({
        database,
        config: mockServices.rootConfig(),
        logger: mockServices.logger.mock(),
        auditor: mockServices.auditor.mock(),
        auth: mockServices.auth(),
        httpAuth: mockServices.httpAuth.mock(),
        discovery: mockServices.discovery(),
        permissions: mockServices.permissions.mock(),
        userInfo: mockServices.userInfo.mock(),
        urlReader: mockServices.urlReader.mock(),
        catalog,
        notifications: { send },
        clock,
      });
      const keeper = new VacancyKeeper({
        ...context,
        organisation: new OrganisationStore(database),
        vacancies: new VacancyStore(database),
        notifier: new VacancyNotifier(context),
      });
      return {
        context,
        round: () => keeper.round(),
        part: createProgramme(context),
      };
    };
    const replicas = [await createReplica(), await createReplica()];
    await replicas[0].context.entities.sweep();
    for (const name of ['cards', 'rails']) {
      await putCoverage(database, g(name), { state: 'uncovered' });
    }
    return {
      database,
      state,
      send,
      replicas,
      pass: (ms: number) => {
        now += ms;
      },
      vacant: () =>
        database('vacancies').orderBy('scope_ref').pluck('scope_ref'),
    };
  }

  const toOwn = (
    database: Parameters<typeof putCoverage>[0],
    owner: string,
    isProduction = true,
  ) =>
    putCoverage(database, c(`${owner}-api`), {
      state: 'uncovered',
      owner: g(owner),
      isProduction,
    });

  it('tell the lead once of a new production service, two replicas or not', async () => {
    const { database, replicas, send, vacant } = await setUp();
    await toOwn(database, 'cards', false);
    await replicas[0].round();
    expect(send).not.toHaveBeenCalled();
    await toOwn(database, 'cards');
    await Promise.all(replicas.map(replica => replica.round()));
    await Promise.all(replicas.map(replica => replica.round()));
    expect(await vacant()).toEqual([g('cards')]);
    expect(send).toHaveBeenCalledTimes(1);
    expect(send).toHaveBeenCalledWith({
      recipients: { type: 'entity', entityRef: LEAD },
      payload: expect.objectContaining({
        title: 'CARDS has no security champion',
        link: '/champions',
      }),
    });
  });

  it('go when a champion is there, and open anew after that', async () => {
    const { database, replicas, send, vacant } = await setUp();
    await toOwn(database, 'cards');
    await replicas[0].round();
    await putCoverage(database, g('cards'), {
      state: 'at_risk',
      scope: g('cards'),
    });
    await replicas[0].round();
    expect(await vacant()).toEqual([g('cards')]);
    expect(send).toHaveBeenCalledTimes(1);
    await putCoverage(database, g('cards'), {
      state: 'covered_thin',
      scope: g('cards'),
    });
    await replicas[0].round();
    expect(await vacant()).toEqual([]);
    await putCoverage(database, g('cards'), {
      state: 'at_risk',
      scope: g('cards'),
    });
    await replicas[1].round();
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('are one notification for many teams, or for the captains', async () => {
    const { database, replicas, send } = await setUp([]);
    await toOwn(database, 'cards');
    await toOwn(database, 'rails');
    await replicas[0].round();
    expect(send).toHaveBeenCalledTimes(1);
    expect(send).toHaveBeenCalledWith({
      recipients: { type: 'entity', entityRef: DEFAULT_SETTINGS.captains },
      payload: expect.objectContaining({
        title: '2 of your teams need a security champion',
      }),
    });
  });

  it('are told again where telling failed', async () => {
    const { database, pass, replicas, send } = await setUp();
    send.mockRejectedValueOnce(new Error('not now'));
    await toOwn(database, 'cards');
    await replicas[0].round();
    await replicas[1].round();
    expect(send).toHaveBeenCalledTimes(1);
    pass(180_000);
    await replicas[1].round();
    expect(send).toHaveBeenCalledTimes(2);
    const scopes = send.mock.calls.map(([{ payload }]) => payload.scope);
    expect(new Set(scopes).size).toBe(1);
  });

  it('open by themselves when the catalog or an assignment changes', async () => {
    const { database, replicas, send, state, vacant } = await setUp();
    for (const { part } of replicas) {
      part.start?.();
      stops.push(async () => part.stop?.());
    }
    await until(async () => (await database('synchrony_leases')).length > 0);
    await toOwn(database, 'cards');
    state.entities.push(component('cards-api', 'cards'));
    await Promise.all(replicas.map(({ context }) => context.entities.sweep()));
    await until(async () => send.mock.calls.length > 0);
    expect(await vacant()).toEqual([g('cards')]);
    await putCoverage(database, g('cards'), {
      state: 'covered',
      scope: g('cards'),
    });
    for (const { context } of replicas) {
      await context.scopeChanges.tell([g('cards')]);
    }
    await until(async () => (await vacant()).length === 0);
    expect(send).toHaveBeenCalledTimes(1);
  });
});
