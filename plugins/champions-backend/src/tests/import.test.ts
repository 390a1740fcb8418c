import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { AssignmentImport } from '@synchrony/backstage-plugin-champions-common';
import {
  EntityRow,
  PeopleStore,
} from '@synchrony/backstage-plugin-scorecards-node';
import express from 'express';
import { Knex } from 'knex';
import request from 'supertest';
import { ChampionsContext } from '../context';
import { createImport } from '../createImport';
import { migrate } from '../migrate';
import { AssignmentWriter } from '../service/ImportService';
import { DEFAULT_SETTINGS } from '../programme/defaultSettings';
import { setUpChampions, smallBank } from '../__testUtils__/setUpChampions';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const NOW = new Date('2026-11-26T12:00:00Z');
const DAY_MS = 24 * 60 * 60_000;
const GRETA = 'user:default/greta';

const ada: AssignmentImport = {
  userRef: 'user:default/ada',
  scopeRef: 'group:default/payments',
  role: 'primary',
  capacityPct: 10,
  acceptedAt: '2026-02-03T00:00:00Z',
  startedAt: '2026-03-01T00:00:00Z',
  confirmedAt: '2026-08-20T00:00:00Z',
  consentRecord: 'Mail of 3 February to the AppSec list',
};
const bo: AssignmentImport = {
  ...ada,
  userRef: 'user:default/bo',
  role: 'deputy',
};

const ENTITIES = [ada.userRef, bo.userRef, ada.scopeRef];

/** Of the two only Ada is in the team. */
function entityOf(entityRef: string): EntityRow {
  return {
    entityRef,
    kind: entityRef.split(':')[0],
    annotations: {},
    relations:
      entityRef === ada.userRef
        ? [{ type: 'memberOf', targetRef: ada.scopeRef }]
        : [],
  } as unknown as EntityRow;
}

/** Writes assignments as the rest of the plugin does, without coverage. */
class Writer implements AssignmentWriter {
  readonly #database: Knex;
  fails = false;

  constructor(database: Knex) {
    this.#database = database;
  }

  async commit(decide: Parameters<AssignmentWriter['commit']>[0]) {
    await this.#database.transaction(async tx => {
      for (const { after, event } of await decide(tx)) {
        await tx('assignments').insert({
          id: after.id,
          person_id: after.personId,
          scope_ref: after.scopeRef,
          role: after.role,
          source: after.source,
          status: after.status,
          specialisms: JSON.stringify(after.specialisms),
          nominated_at: after.nominatedAt,
          due_at: after.dueAt,
          is_member: after.isMember,
          version: after.version,
        });
        await tx('assignment_events').insert({
          assignment_id: after.id,
          at: event.at,
          actor_id: event.actorId,
          name: event.name,
          to_status: after.status,
          note: event.note,
        });
      }
      if (this.fails) {
        throw new Error('Coverage can not follow');
      }
    });
  }
}

async function setUp(
  database: Knex,
  options: { result?: AuthorizeResult; hasPolicy?: boolean } = {},
) {
  const { hasPolicy = true, result = AuthorizeResult.ALLOW } = options;
  await migrate(database);
  const changes = new Writer(database);
  const context = {
    database,
    auth: mockServices.auth(),
    userInfo: mockServices.userInfo(),
    httpAuth: mockServices.httpAuth(),
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => {},
        fail: async () => {},
      }),
    }),
    config: mockServices.rootConfig({
      data: { permission: { enabled: hasPolicy } },
    }),
    logger: mockServices.logger.mock(),
    permissions: mockServices.permissions.mock({
      authorize: async requests =>
        requests.map(() => ({ result: result as AuthorizeResult.ALLOW })),
    }),
    entities: {
      get: async (refs: string[]) =>
        new Map(
          refs.map(ref => [
            ref,
            ENTITIES.includes(ref) ? entityOf(ref) : undefined,
          ]),
        ),
    },
    people: new PeopleStore(),
    programme: {
      current: () => ({ settings: DEFAULT_SETTINGS, loadedAt: '', faults: [] }),
    },
    clock: () => NOW,
  } as unknown as ChampionsContext;
  const app = express();
  createImport(context, { changes }).routes(app);
  app.use(mockErrorHandler());
  return {
    changes,
    bringOver: (...items: object[]) =>
      request(app)
        .post('/assignments/import')
        .set('authorization', mockCredentials.user.header(GRETA))
        .send({ items }),
  };
}

describe.each(databases.eachSupportedId())('imports, %s', id => {
  it('makes active who said yes, with the record', async () => {
    const database = await databases.init(id);
    const { bringOver } = await setUp(database);
    const { body } = await bringOver(ada, bo);
    expect(body).toEqual({ imported: 2, existing: 0 });

    const [row] = await database('assignments')
      .join('people', 'people.id', 'assignments.person_id')
      .where({ user_ref: ada.userRef });
    expect(row).toMatchObject({
      status: 'active',
      source: 'portal',
      role: 'primary',
      version: 1,
    });
    const confirmBy = Date.parse(ada.confirmedAt!) + 180 * DAY_MS;
    expect(Number(row.due_at)).toBe(confirmBy);
    // Who leaves the team later lapses, as those do who were nominated.
    const inTeam = await database('assignments')
      .join('people', 'people.id', 'assignments.person_id')
      .where({ is_member: true })
      .pluck('user_ref');
    expect(inTeam).toEqual([ada.userRef]);
    const events = await database('assignment_events');
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({
      name: 'import',
      to_status: 'active',
      note: 'Said yes on 2026-02-03: Mail of 3 February to the AppSec list',
    });
  });

  it('tells everybody it is about after the request, until it is sent', async () => {
    const database = await databases.init(id);
    const plugin = await setUpChampions(database, smallBank());
    const { body, status } = await plugin.post(
      '/assignments/import',
      { items: [{ ...ada, userRef: 'user:default/ann' }] },
      'captain',
    );
    expect({ body, status }).toMatchObject({ status: 200 });
    expect(plugin.notifications.send).not.toHaveBeenCalled();
    plugin.notifications.send.mockRejectedValueOnce(new Error('down'));
    await plugin.part.assignmentClock.round();
    plugin.state.now += 120_000;
    await plugin.part.assignmentClock.round();
    await plugin.part.assignmentClock.round();
    expect(plugin.notifications.send).toHaveBeenCalledTimes(2);
    expect(plugin.notifications.send).toHaveBeenLastCalledWith({
      recipients: { type: 'entity', entityRef: ['user:default/ann'] },
      payload: expect.objectContaining({
        topic: 'champions.imported',
        description: expect.stringContaining('withdraw'),
      }),
    });
  });

  it('leaves alone who stands or stood there', async () => {
    const database = await databases.init(id);
    const { bringOver } = await setUp(database);
    await bringOver(ada);
    await database('assignments').update({ status: 'ended' });
    const { body } = await bringOver(ada, bo);
    expect(body).toEqual({ imported: 1, existing: 1 });
    expect(
      await database('assignments').where({ status: 'active' }),
    ).toHaveLength(1);
  });

  it('takes nothing of a request with a fault, and says where it is', async () => {
    const database = await databases.init(id);
    const { bringOver } = await setUp(database);
    const unknown = { ...bo, userRef: 'user:default/nobody' };
    const { body, status } = await bringOver(ada, unknown);
    expect(status).toBe(400);
    expect(body.error.message).toContain(
      'items[1].userRef: the catalog does not know user:default/nobody',
    );
    const { consentRecord, ...silent } = ada;
    const without = await bringOver(silent);
    expect(without.status).toBe(400);
    expect(without.body.error.message).toContain('items[0].consentRecord');
    expect(await database('assignments')).toEqual([]);
    expect(await database('people')).toEqual([]);
  });

  it('takes nothing where coverage can not follow', async () => {
    const database = await databases.init(id);
    const { bringOver, changes } = await setUp(database);
    changes.fails = true;
    expect((await bringOver(ada)).status).toBe(500);
    expect(await database('assignments')).toEqual([]);
  });

  it.each([{ result: AuthorizeResult.DENY }, { hasPolicy: false }])(
    'is for who runs the programme: %j',
    async options => {
      const database = await databases.init(id);
      const { bringOver } = await setUp(database, options);
      expect((await bringOver(ada)).status).toBe(403);
      expect(await database('assignments')).toEqual([]);
    },
  );
});
