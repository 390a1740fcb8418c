import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';
import { migrateScorecardsNode } from '../database/migrateScorecardsNode';
import { createEntityProjection } from './createEntityProjection';
import { EntityChange } from './types';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

function component(name: string, more: Partial<Entity> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      uid: `uid-${name}`,
      name,
      annotations: {
        'synchrony.io/criticality': 'tier-1',
        'backstage.io/source-location': 'url:https://example.com/repo/',
        'example.com/other': 'dropped',
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'team' },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/Team' },
      { type: 'partOf', targetRef: 'system:default/payments' },
      { type: 'dependsOn', targetRef: 'resource:default/db' },
    ],
    ...more,
  };
}

function setUpCatalog(entities: Entity[]) {
  const catalog = catalogServiceMock({ entities });
  const state = { entities };
  jest
    .spyOn(catalog, 'streamEntities')
    .mockImplementation((...args) =>
      catalogServiceMock({ entities: state.entities }).streamEntities(...args),
    );
  jest
    .spyOn(catalog, 'getEntitiesByRefs')
    .mockImplementation((...args) =>
      catalogServiceMock({ entities: state.entities }).getEntitiesByRefs(
        ...args,
      ),
    );
  return { catalog, state };
}

async function setUp(database: Knex, entities: Entity[]) {
  await migrateScorecardsNode(database);
  const { catalog, state } = setUpCatalog(entities);
  let now = Date.parse('2026-11-24T08:00:00.000Z');
  const projection = await createEntityProjection({
    database,
    catalog,
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
    clock: () => {
      now += 1;
      return new Date(now);
    },
  });
  const changes: EntityChange[] = [];
  projection.onChange(async change => {
    changes.push(change);
  });
  return {
    projection,
    catalog,
    state,
    changes: () =>
      changes.splice(0).map(({ changed, removed }) => ({
        changed: changed.map(row => row.entityRef),
        removed,
      })),
  };
}

describe.each(databases.eachSupportedId())('projection on %s', databaseId => {
  it('keeps what lists need of an entity and nothing else', async () => {
    const { projection } = await setUp(await databases.init(databaseId), [
      component('API-1', { metadata: { ...component('API-1').metadata } }),
    ]);
    await projection.sweep();
    const rows = await projection.get(['Component:default/API-1']);
    expect(rows.get('component:default/api-1')).toEqual({
      entityRef: 'component:default/api-1',
      uid: 'uid-API-1',
      kind: 'component',
      namespace: 'default',
      name: 'API-1',
      title: undefined,
      ownerRef: 'group:default/team',
      systemRef: 'system:default/payments',
      type: 'service',
      lifecycle: 'production',
      annotations: {
        'synchrony.io/criticality': 'tier-1',
        'backstage.io/source-location': 'url:https://example.com/repo/',
      },
      relations: [
        { type: 'ownedBy', targetRef: 'group:default/team' },
        { type: 'partOf', targetRef: 'system:default/payments' },
      ],
      asOf: expect.stringMatching(/^2026-11-24T08:00:00/),
    });
  });

  it('tells listeners of additions and changes once', async () => {
    const { projection, state, changes } = await setUp(
      await databases.init(databaseId),
      [component('a'), component('b')],
    );
    await projection.sweep();
    expect(changes()).toEqual([
      {
        changed: ['component:default/a', 'component:default/b'],
        removed: [],
      },
    ]);
    await projection.sweep();
    expect(changes()).toEqual([]);

    state.entities = [
      component('a'),
      component('b', { spec: { type: 'library' } }),
    ];
    await projection.sweep();
    expect(changes()).toEqual([
      { changed: ['component:default/b'], removed: [] },
    ]);
  });

  it('takes an entity for absent after two complete sweeps', async () => {
    const { projection, catalog, state, changes } = await setUp(
      await databases.init(databaseId),
      [component('a'), component('b')],
    );
    await projection.sweep();
    changes();

    state.entities = [component('a')];
    await projection.sweep();
    expect(changes()).toEqual([]);
    expect(
      (await projection.get(['component:default/b'])).get(
        'component:default/b',
      ),
    ).toBeDefined();

    jest
      .spyOn(catalog, 'streamEntities')
      .mockImplementationOnce(async function* broken() {
        yield [component('a')];
        throw new Error('connection lost');
      });
    await expect(projection.sweep()).rejects.toThrow('connection lost');
    expect(changes()).toEqual([]);

    await projection.sweep();
    expect(changes()).toEqual([
      { changed: [], removed: ['component:default/b'] },
    ]);
    expect(
      (await projection.get(['component:default/b'])).get(
        'component:default/b',
      ),
    ).toBeUndefined();
    await projection.sweep();
    expect(changes()).toEqual([]);

    state.entities = [component('a'), component('b')];
    await projection.sweep();
    expect(changes()).toEqual([
      { changed: ['component:default/b'], removed: [] },
    ]);
  });

  it('forgets a miss when the entity is there again', async () => {
    const { projection, state, changes } = await setUp(
      await databases.init(databaseId),
      [component('a'), component('b')],
    );
    await projection.sweep();
    state.entities = [component('a')];
    await projection.sweep();
    state.entities = [component('a'), component('b')];
    await projection.sweep();
    state.entities = [component('a')];
    await projection.sweep();
    expect(changes().flatMap(change => change.removed)).toEqual([]);
  });

  it('asks the catalog for what it does not know yet, and tells of it later', async () => {
    const { projection, catalog, changes } = await setUp(
      await databases.init(databaseId),
      [component('a')],
    );
    const rows = await projection.get([
      'component:default/A',
      'component:default/gone',
    ]);
    expect(rows.get('component:default/a')?.type).toBe('service');
    expect(rows.get('component:default/gone')).toBeUndefined();
    expect(rows.has('component:default/gone')).toBe(true);
    await projection.get(['component:default/a']);
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(1);

    await projection.sweep();
    expect(changes()).toEqual([
      { changed: ['component:default/a'], removed: [] },
    ]);
  });

  it('never takes a catalog that does not answer for absence', async () => {
    const { projection, catalog } = await setUp(
      await databases.init(databaseId),
      [],
    );
    jest
      .spyOn(catalog, 'getEntitiesByRefs')
      .mockRejectedValueOnce(new Error('down'));
    await expect(projection.get(['component:default/a'])).rejects.toThrow(
      'The catalog does not answer',
    );
  });

  it('tells a change again until the listener has taken it in', async () => {
    const { projection, changes } = await setUp(
      await databases.init(databaseId),
      [component('a')],
    );
    let broken = true;
    projection.onChange(async () => {
      if (broken) {
        throw new Error('not now');
      }
    });
    await expect(projection.sweep()).rejects.toThrow('not now');
    changes();
    broken = false;
    await projection.sweep();
    expect(changes()).toEqual([
      { changed: ['component:default/a'], removed: [] },
    ]);
  });
});
