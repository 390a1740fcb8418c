import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import express from 'express';
import { Knex } from 'knex';
import request from 'supertest';
import { migrateScorecardsNode } from '../database/migrateScorecardsNode';
import { createFactFeed, FactFeedOptions } from './createFactFeed';
import { FactFeedPage, FactRow } from './types';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const permission = createPermission({
  name: 'example.facts.read',
  attributes: { action: 'read' },
});
const observedAt = '2026-11-24T08:00:00.000Z';

type Facts = { open: number };

function row(
  name: string,
  facts: Facts | null,
  validUntil?: string,
): FactRow<Facts> {
  return {
    entityRef: `component:default/${name}`,
    facts,
    observedAt,
    validUntil,
  };
}

async function setUp(database: Knex, options: Partial<FactFeedOptions> = {}) {
  await migrateScorecardsNode(database);
  const feed = await createFactFeed<Facts>({
    database,
    source: 'example',
    schema: { title: 'Example' },
    permission,
    httpAuth: mockServices.httpAuth({
      defaultCredentials: mockCredentials.service(),
    }),
    permissions: mockServices.permissions({ result: AuthorizeResult.ALLOW }),
    logger: mockServices.logger.mock(),
    ...options,
  });
  const app = express().use(feed.router()).use(mockErrorHandler());
  return {
    feed,
    app,
    publish: (rows: FactRow<Facts>[]) =>
      database.transaction(tx => feed.publish(tx, rows)),
    read: async (after?: string, limit?: number) => {
      const response = await request(app)
        .get('/')
        .query({ ...(after && { after }), ...(limit && { limit }) });
      expect(response.status).toBe(200);
      return response.body as FactFeedPage<Facts>;
    },
  };
}

describe.each(databases.eachSupportedId())('fact feed on %s', databaseId => {
  it('serves the newest facts of each entity in the order of their change', async () => {
    const { publish, read } = await setUp(await databases.init(databaseId));
    await publish([row('a', { open: 1 }), row('b', { open: 2 })]);
    await publish([row('a', { open: 3 }, '2026-11-30T00:00:00.000Z')]);

    const page = await read();
    expect(page).toEqual({
      items: [
        row('b', { open: 2 }),
        row('a', { open: 3 }, '2026-11-30T00:00:00.000Z'),
      ],
      cursor: expect.stringMatching(/^[\w-]+\.3$/),
      more: false,
      reset: true,
    });

    await publish([row('b', null)]);
    expect(await read(page.cursor)).toEqual({
      items: [row('b', null)],
      cursor: expect.stringMatching(/\.4$/),
      more: false,
    });
  });

  it('skips what did not change, whatever the order of keys', async () => {
    const { publish } = await setUp(await databases.init(databaseId));
    const valid = '2026-11-30T00:00:00.000Z';
    expect(
      await publish([row('a', { open: 1 }), row('a', { open: 2 })]),
    ).toEqual(['component:default/a']);
    expect(await publish([row('A', { open: 2 })])).toEqual([]);
    expect(await publish([row('a', { open: 2 }, valid)])).toEqual([
      'component:default/a',
    ]);
    expect(await publish([])).toEqual([]);
  });

  it('pages, and keeps a cursor that is at the end', async () => {
    const { publish, read } = await setUp(await databases.init(databaseId));
    await publish(['a', 'b', 'c'].map(name => row(name, { open: 1 })));
    const first = await read(undefined, 2);
    expect(first).toMatchObject({ more: true, reset: true });
    expect(first.items).toHaveLength(2);
    const second = await read(first.cursor, 2);
    expect(second.items.map(item => item.entityRef)).toEqual([
      'component:default/c',
    ]);
    expect(second.more).toBe(false);
    expect(second.reset).toBeUndefined();
    expect(await read(second.cursor)).toEqual({
      items: [],
      cursor: second.cursor,
      more: false,
    });
  });

  it.each(['another-feed.1', 'nonsense', '%.%'])(
    'starts again from the beginning for the unknown cursor %s',
    async cursor => {
      const { publish, read } = await setUp(await databases.init(databaseId));
      await publish([row('a', { open: 1 })]);
      const page = await read(cursor);
      expect(page.reset).toBe(true);
      expect(page.items).toHaveLength(1);
    },
  );

  it('starts again for a cursor from the future of a restored database', async () => {
    const { publish, read } = await setUp(await databases.init(databaseId));
    await publish([row('a', { open: 1 })]);
    const { cursor } = await read();
    const future = `${cursor.split('.')[0]}.99`;
    expect(await read(future)).toMatchObject({ reset: true, cursor });
  });

  it('takes nothing from a transaction that rolls back', async () => {
    const database = await databases.init(databaseId);
    const { feed, publish, read } = await setUp(database);
    await publish([row('a', { open: 1 })]);
    const { cursor } = await read();
    await expect(
      database.transaction(async tx => {
        await feed.publish(tx, [row('a', { open: 2 })]);
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect((await read(cursor)).items).toEqual([]);
  });

  it('misses no change of several writers while a reader polls', async () => {
    const database = await databases.init(databaseId);
    const { feed, read } = await setUp(database);
    const writers = 6;
    const rounds = 25;
    const seen = new Map<string, number>();
    let writing = true;

    async function write(writer: number): Promise<void> {
      for (let round = 1; round <= rounds; round += 1) {
        await database.transaction(async tx => {
          await tx.raw('select 1');
          await feed.publish(tx, [
            row(`own-${writer}`, { open: round }),
            row(`shared-${round % 3}`, { open: writer * 1000 + round }),
          ]);
          await new Promise(resolve => setImmediate(resolve));
        });
      }
    }

    async function poll(): Promise<void> {
      let cursor: string | undefined;
      for (;;) {
        const last = !writing;
        const page: FactFeedPage<Facts> = await read(cursor, 7);
        cursor = page.cursor;
        for (const item of page.items) {
          seen.set(item.entityRef, item.facts!.open);
        }
        if (last && !page.more) {
          return;
        }
      }
    }

    const reader = poll();
    await Promise.all(
      Array.from({ length: writers }, (_, index) => write(index)),
    );
    writing = false;
    await reader;

    const stored = await database('synchrony_facts').select(
      'entity_ref',
      'facts',
    );
    expect(seen).toEqual(
      new Map(
        stored.map(item => [item.entity_ref, JSON.parse(item.facts).open]),
      ),
    );
    expect(seen.size).toBe(writers + 3);
  });

  it('hands rows that are due to be recomputed, at most 500 at a time', async () => {
    const database = await databases.init(databaseId);
    let now = new Date('2026-11-24T08:00:00.000Z');
    const { feed, publish } = await setUp(database, { clock: () => now });
    const due = '2026-11-24T09:00:00.000Z';
    await publish([
      ...Array.from({ length: 501 }, (_, index) =>
        row(`due-${index}`, { open: 1 }, due),
      ),
      row('later', { open: 1 }, '2026-11-24T10:00:00.000Z'),
      row('never', { open: 1 }),
    ]);
    const recompute = jest.fn(async (refs: string[]) => {
      await publish(
        refs.map(ref => ({
          entityRef: ref,
          facts: { open: 2 },
          observedAt: due,
        })),
      );
    });

    expect(await feed.recomputeDue(recompute)).toBe(0);
    now = new Date(due);
    expect(await feed.recomputeDue(recompute)).toBe(501);
    expect(recompute.mock.calls.map(([refs]) => refs.length)).toEqual([500, 1]);
    expect(await feed.recomputeDue(recompute)).toBe(0);
  });
});

describe('fact feed access', () => {
  it('is for services that have the permission', async () => {
    const database = await databases.init('SQLITE_3');
    const people = await setUp(database, {
      httpAuth: mockServices.httpAuth({
        defaultCredentials: mockCredentials.user(),
      }),
    });
    expect((await request(people.app).get('/')).status).toBe(403);

    const denied = await setUp(database, {
      permissions: mockServices.permissions({ result: AuthorizeResult.DENY }),
    });
    expect((await request(denied.app).get('/')).status).toBe(403);
    expect((await request(denied.app).get('/schema')).status).toBe(403);
  });

  it('serves the schema and refuses bad limits', async () => {
    const { app } = await setUp(await databases.init('SQLITE_3'));
    expect((await request(app).get('/schema')).body).toEqual({
      title: 'Example',
    });
    expect((await request(app).get('/?limit=1001')).status).toBe(400);
  });

  it('announces changes and survives a broken event bus', async () => {
    const events = mockServices.events.mock();
    const { feed } = await setUp(await databases.init('SQLITE_3'), { events });
    await feed.announce();
    expect(events.publish).toHaveBeenCalledWith({
      topic: 'synchrony.facts.changed',
      eventPayload: { source: 'example' },
    });
    events.publish.mockRejectedValueOnce(new Error('down'));
    await expect(feed.announce()).resolves.toBeUndefined();
  });
});
