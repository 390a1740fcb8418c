import {
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { definitionsDirectory, migrate } from '../migrate';
import { DefinitionStore } from '../store/DefinitionStore';
import { DirtyStore } from '../store/DirtyStore';
import { FactTable } from '../store/FactTable';
import { ScorecardTermStore } from '../store/ScorecardTermStore';
import { until } from '../__testUtils__/until';
import { checkTerms, scorecardTerms } from '../definitions/terms';
import { MarkStore } from '../store/MarkStore';
import { evaluateAll } from '../evaluation/evaluateAll';
import { packText } from '../store/packedText';
import { DefinitionFollower } from './DefinitionFollower';
import { DefinitionAnnouncer } from './DefinitionAnnouncer';
import { DefinitionsService } from './DefinitionsService';
import { PushedSourceSetting, SourceRegistry } from './SourceRegistry';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) {
    await rm(folder, { recursive: true });
  }
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'definitions-'));
  folders.push(folder);
  return folder;
}

async function setUp(
  database: Knex,
  pushed: PushedSourceSetting[] = [],
  given: { folder?: string; locations?: string[] } = {},
) {
  await migrate(database);
  const folder = given.folder ?? (await newFolder());
  const dirty = new DirtyStore(database);
  const store = new DefinitionStore(database);
  const terms = new ScorecardTermStore(database);
  const logger = mockServices.logger.mock();
  const sent: NotificationSendOptions[] = [];
  let now = new Date('2026-11-24T08:00:00.000Z');
  const service = new DefinitionsService({
    database,
    logger,
    store,
    terms,
    dirty,
    marks: new MarkStore(database),
    urlReader: mockServices.urlReader.mock(),
    locations: given.locations ?? [folder],
    sources: new SourceRegistry({
      store,
      facts: new FactTable(database, dirty),
      sources: ['ingestion'],
      pushed,
    }),
    announcer: new DefinitionAnnouncer({
      logger,
      notifications: { send: async options => void sent.push(options) },
    }),
    clock: () => now,
  });
  return {
    sent,
    service,
    folder,
    dirty,
    logger,
    terms,
    at: (time: string) => {
      now = new Date(time);
    },
    drafts: () => service.drafts.list(new Map()),
    write: (name: string, text: string) => writeFile(join(folder, name), text),
    load: async () => {
      await service.load();
      return service.describe();
    },
  };
}

async function shippedCheck(id: string): Promise<string> {
  return readFile(join(definitionsDirectory(), 'checks', `${id}.yaml`), 'utf8');
}

function scorecard(version: number, check = 'plan.owner-group@1'): string {
  return `kind: scorecard
id: mine
version: ${version}
title: My scorecard ${version}
appliesTo: { kind: [Component] }
targetByTier: { tier-1: bronze }
checks:
  - { check: ${check}, requiredFor: bronze }
`;
}

describe.each(databases.eachSupportedId())('definitions on %s', databaseId => {
  it('takes files into use, and new versions of them', async () => {
    const { load, sent, service, write } = await setUp(
      await databases.init(databaseId),
    );
    await write('owner.yaml', await shippedCheck('plan.owner-group'));
    await write('mine.yaml', scorecard(1));
    expect(await load()).toEqual({
      scorecards: [
        expect.objectContaining({
          id: 'mine',
          version: 1,
          checkCount: 1,
          waitingFor: [],
        }),
      ],
      problems: [],
    });
    await write('mine.yaml', scorecard(2));
    expect((await load()).scorecards[0].version).toBe(2);
    expect(service.ruleset().scorecards[0].definition.title).toBe(
      'My scorecard 2',
    );
    await load();
    expect(sent).toEqual([
      {
        recipients: { type: 'broadcast' },
        payload: expect.objectContaining({
          title: 'My scorecard 2 is in use as version 2',
          link: '/scorecards/definitions',
        }),
      },
    ]);
  });

  it('keeps the last good version when a file has a fault', async () => {
    const { load, write } = await setUp(await databases.init(databaseId));
    const owner = await shippedCheck('plan.owner-group');
    await write('owner.yaml', owner);
    await write('mine.yaml', scorecard(1));
    await load();

    await write('mine.yaml', scorecard(2).replace('For: bronze', 'For: tin'));
    await write('owner.yaml', `${owner}\n  broken: [`);
    const { problems, scorecards } = await load();
    expect(scorecards).toEqual([
      expect.objectContaining({ id: 'mine', version: 1, checkCount: 1 }),
    ]);
    expect(problems).toEqual([
      {
        file: 'mine.yaml',
        line: 8,
        column: 47,
        path: 'checks.0.requiredFor',
        message: expect.stringContaining('bronze, silver, gold, platinum'),
        expected: 'bronze, silver, gold, platinum',
      },
      ...problems.slice(1).map(() =>
        expect.objectContaining({
          file: 'owner.yaml',
          line: expect.any(Number),
          expected: 'YAML',
        }),
      ),
    ]);
    expect(problems.length).toBeGreaterThan(1);
  });

  it('never changes a version', async () => {
    const { load, service, write } = await setUp(
      await databases.init(databaseId),
    );
    const owner = await shippedCheck('plan.owner-group');
    await write('owner.yaml', owner);
    await write('mine.yaml', scorecard(1));
    await load();
    await write('owner.yaml', owner.replace('Owned by a group', 'Other'));
    const { problems } = await load();
    expect(problems).toEqual([
      expect.objectContaining({
        file: 'owner.yaml',
        line: 3,
        column: 10,
        message: expect.stringContaining('a version never changes'),
      }),
    ]);
    expect(
      service.ruleset().scorecards[0].checks[0].check.definition.title,
    ).toBe('Owned by a group');
  });

  it('uses drafts for nobody until the mark is taken away', async () => {
    const database = await databases.init(databaseId);
    const { drafts, load, service, write } = await setUp(database);
    const owner = await shippedCheck('plan.owner-group');
    const stricter = owner
      .replace('version: 1', 'version: 2')
      .replace('Owned by a group', 'Owned by a good group');
    const next = scorecard(2, 'plan.owner-group@2');
    await write('owner.yaml', owner);
    await write('mine.yaml', scorecard(1));
    await load();

    // The next version takes the file of the one in use, which stays in use.
    await write('owner.yaml', `status: draft\n${stricter}`);
    await write('mine.yaml', next.replace('id:', 'status: draft\nid:'));
    expect(await load()).toMatchObject({
      scorecards: [{ id: 'mine', version: 1 }],
      problems: [],
    });
    expect(drafts()).toEqual([
      expect.objectContaining({ kind: 'scorecard', id: 'mine', version: 2 }),
      expect.objectContaining({
        kind: 'check',
        id: 'plan.owner-group',
        version: 2,
        file: 'owner.yaml',
      }),
    ]);
    expect(await database('definitions').where({ version: 2 })).toEqual([]);
    expect(
      service.drafts
        .find({ kind: 'scorecard', id: 'mine', version: 2 })
        .map(({ definition }) => definition.kind),
    ).toEqual(['check', 'scorecard']);

    await write('owner.yaml', stricter);
    await write('mine.yaml', next);
    expect(await load()).toMatchObject({
      scorecards: [{ id: 'mine', version: 2 }],
      problems: [],
    });
    expect(drafts()).toEqual([]);
  });

  it('remembers when which version was in use', async () => {
    const database = await databases.init(databaseId);
    const { at, load, terms, write } = await setUp(database);
    await write('owner.yaml', await shippedCheck('plan.owner-group'));
    for (const [day, version] of [
      [1, 1],
      [2, 2],
      [3, 2],
      [4, 1],
    ]) {
      at(`2026-11-0${day}T08:00:00.000Z`);
      await write('mine.yaml', scorecard(version));
      await load();
    }
    const known = await terms.all();
    const queries: string[] = [];
    database.on('query', ({ sql }) => queries.push(sql));
    expect(await terms.all()).toEqual(known);
    expect(queries.filter(sql => sql.includes('body'))).toEqual([]);
    expect(scorecardTerms(known, 'mine')).toEqual([
      { version: 1, since: '2026-11-04T08:00:00.000Z' },
      {
        version: 2,
        since: '2026-11-02T08:00:00.000Z',
        until: '2026-11-04T08:00:00.000Z',
      },
      {
        version: 1,
        since: '2026-11-01T08:00:00.000Z',
        until: '2026-11-02T08:00:00.000Z',
      },
    ]);
    expect(checkTerms(known, 'plan.owner-group')).toEqual([
      { version: 1, since: '2026-11-01T08:00:00.000Z' },
    ]);
  });

  it('retires a scorecard whose file is gone', async () => {
    const { load, write } = await setUp(await databases.init(databaseId));
    await write('owner.yaml', await shippedCheck('plan.owner-group'));
    await write('mine.yaml', scorecard(1));
    await load();
    await write('mine.yaml', '');
    expect((await load()).scorecards).toEqual([]);
  });

  it('keeps what a folder brought that can not be read, and nothing else', async () => {
    const database = await databases.init(databaseId);
    const other = await newFolder();
    const folder = await newFolder();
    const both = { folder, locations: [folder, other] };
    const { load, write } = await setUp(database, [], both);
    await write('owner.yaml', await shippedCheck('plan.owner-group'));
    await write('mine.yaml', scorecard(1));
    await writeFile(
      join(other, 'mine.yaml'),
      scorecard(1).replace('id: mine', 'id: others'),
    );
    await writeFile(
      join(other, 'mine.yaml.yaml'),
      scorecard(1).replace('id: mine', 'id: gone'),
    );
    await load();

    await rename(folder, `${folder}-away`);
    folders.push(`${folder}-away`);
    await writeFile(join(other, 'mine.yaml'), 'kind: [');
    await writeFile(join(other, 'mine.yaml.yaml'), '');
    // A replica that starts only now knows no more than the database does.
    const restarted = await setUp(database, [], both);
    for (const instance of [{ load }, restarted]) {
      const { problems, scorecards } = await instance.load();
      expect(scorecards.map(({ id }) => id).sort()).toEqual(['mine', 'others']);
      expect(problems).toContainEqual({
        file: basename(folder),
        message: expect.stringContaining('cannot be read'),
      });
    }
    await mkdir(folder);
    expect((await load()).scorecards.map(({ id }) => id)).toEqual(['others']);
  });

  it('keeps what was stored before locations were, while one can not be read', async () => {
    const database = await databases.init(databaseId);
    const { folder, load, write } = await setUp(database);
    await write('owner.yaml', await shippedCheck('plan.owner-group'));
    await write('mine.yaml', scorecard(1));
    await load();
    await database('definitions').update({ location: null });
    await rename(folder, `${folder}-away`);
    folders.push(`${folder}-away`);
    expect((await load()).scorecards).toHaveLength(1);
    await mkdir(folder);
    expect((await load()).scorecards).toEqual([]);
  });

  it('are those of the replica that takes them into use, on every replica', async () => {
    const database = await databases.init(databaseId);
    const leader = await setUp(database);
    const { folder, write } = leader;
    const other = await setUp(database, [], { folder });
    const versionOf = ({ service }: typeof other) =>
      service.ruleset().scorecards.at(0)?.definition.version;
    const activeVersions = () =>
      database('definitions')
        .where({ kind: 'scorecard', active: 1 })
        .pluck('version');
    const owner = await shippedCheck('plan.owner-group');
    await write('owner.yaml', owner);
    await write('mine.yaml', scorecard(1));
    await leader.load();
    await other.service.follow();

    await write('mine.yaml', scorecard(2));
    await write(
      'draft.yaml',
      `status: draft\n${owner.replace('version: 1', 'version: 2')}`,
    );
    await other.service.refresh();
    expect(versionOf(other)).toBe(1);
    await other.service.follow();
    expect(versionOf(other)).toBe(2);
    expect(await activeVersions()).toEqual([1]);
    expect(
      await database('definitions').where({ kind: 'scorecard', version: 2 }),
    ).toEqual([]);

    await write('mine.yaml', scorecard(3));
    await leader.load();
    const follower = new DefinitionFollower({
      definitions: other.service,
      logger: other.logger,
      everyMs: 5,
    });
    follower.start();
    await until(async () => versionOf(other) === 3);
    await follower.stop();
    expect(await activeVersions()).toEqual([3]);
    expect(other.drafts()).toHaveLength(1);
    expect(other.service.ruleset().hash).toBe(leader.service.ruleset().hash);
  });

  it('has everything evaluated again only when rules change', async () => {
    const database = await databases.init(databaseId);
    const { dirty, load, write } = await setUp(database);
    await database('entity_views').insert({
      entity_ref: 'component:default/a',
      version: 1,
      full_answer: packText('{}'),
      full_hash: '',
      public_answer: packText('{}'),
      public_hash: '',
    });
    await write('owner.yaml', await shippedCheck('plan.owner-group'));
    await write('mine.yaml', scorecard(1));
    await load();
    const [first] = await dirty.next(10);
    expect(first.entityRef).toBe('component:default/a');
    await load();
    expect((await dirty.next(10))[0].ticket).toBe(first.ticket);
    await write('mine.yaml', scorecard(2));
    await load();
    expect((await dirty.next(10))[0].ticket).not.toBe(first.ticket);
  });
});

it('judges otherwise when rules do, or the types of what they read', async () => {
  const database = await databases.init('SQLITE_3');
  const { load, service, write } = await setUp(database);
  await write('owner.yaml', await shippedCheck('plan.owner-group'));
  await write('mine.yaml', scorecard(1));
  await load();
  const { hash } = service.ruleset();
  await load();
  expect(service.ruleset().hash).toBe(hash);
  await write('mine.yaml', scorecard(2));
  await load();
  const second = service.ruleset().hash;
  expect(second).not.toBe(hash);
  await new FactTable(database, new DirtyStore(database)).setSchema(
    'ingestion',
    { type: 'object', properties: { open: { type: 'integer' } } },
  );
  await load();
  expect(service.ruleset().hash).not.toBe(second);
});

describe('faults in definitions', () => {
  it.each([
    [
      'a rule that may not read what it reads',
      (text: string) =>
        text.replace(
          /appliesWhen: .*/,
          'appliesWhen: ingestion.coverage.sast.state == "active"',
        ),
      'may read facts of the catalog only',
    ],
    [
      'a rule of the wrong type',
      (text: string) => text.replace(/passWhen: .*/, 'passWhen: catalog.type'),
      'The rule gives string',
    ],
    [
      'a fact that does not exist',
      (text: string) =>
        text.replace(/passWhen: .*/, 'passWhen: catalog.nonsense == "a"'),
      'nonsense',
    ],
    [
      'a source that is not read',
      (text: string) =>
        text.replace(/passWhen: .*/, 'passWhen: weather.isFine == true'),
      'weather',
    ],
    [
      'a rule that does not parse',
      (text: string) => text.replace(/passWhen: .*/, 'passWhen: "1 =="'),
      'Unexpected',
    ],
    [
      'a field that is not known',
      (text: string) => `${text}colour: red\n`,
      'colour',
    ],
    [
      'a weight that is not known',
      (text: string) => text.replace('weight: high', 'weight: heavy'),
      'critical, high, medium, low',
    ],
    [
      'a kind that is not known',
      (text: string) => text.replace('kind: check', 'kind: chequers'),
      'kind must be check, scorecard or source',
    ],
  ])('tells the line of %s', async (_, change, message) => {
    const { load, write } = await setUp(await databases.init('SQLITE_3'));
    const text = change(await shippedCheck('code.sast-active'));
    await write('check.yaml', text);
    const { problems } = await load();
    expect(problems).toEqual([
      expect.objectContaining({
        file: 'check.yaml',
        line: expect.any(Number),
        column: expect.any(Number),
        message: expect.stringContaining(message),
      }),
    ]);
  });

  it('tells a target that nobody can reach, and a check that is not there', async () => {
    const { load, write } = await setUp(await databases.init('SQLITE_3'));
    await write('owner.yaml', await shippedCheck('plan.owner-group'));
    await write(
      'a.yaml',
      scorecard(1).replace('tier-1: bronze', 'tier-1: gold'),
    );
    await write('b.yaml', scorecard(1, 'plan.nothing@3').replace('mine', 'b'));
    expect((await load()).problems).toEqual([
      expect.objectContaining({
        file: 'a.yaml',
        line: 6,
        message: expect.stringContaining('nobody can reach it'),
        expected: 'bronze',
      }),
      expect.objectContaining({
        file: 'b.yaml',
        line: 8,
        message: expect.stringContaining('no good check plan.nothing@3'),
      }),
    ]);
  });
});

const WEATHER = `kind: source
id: weather-station
version: 1
title: Weather
validFor: { days: 1 }
schema:
  type: object
  additionalProperties: false
  required: [isFine]
  properties:
    isFine: { type: boolean, title: Fine }
`;

const exampleEntity: EntityRow = {
  entityRef: 'component:default/a',
  kind: 'component',
  namespace: 'default',
  name: 'a',
  annotations: {},
  relations: [],
  asOf: '2026-11-24T08:00:00.000Z',
};

const IS_FINE = `kind: check
id: plan.fine
version: 1
title: It is fine
stage: plan
weight: high
effort: S
waivable: false
rationale: Because.
action: Wait.
remediation: Wait.
needs: [weather-station]
noDataBecause: Nobody has looked.
passWhen: weather_station.isFine
passBecause: Fine.
failBecause: Foul.
`;

describe('checks that need a source', () => {
  const fine = () => scorecard(1, 'plan.fine@1');

  it('wait for one that is not registered, and count once it is', async () => {
    const database = await databases.init('SQLITE_3');
    const before = await setUp(database);
    await before.write('all.yaml', `${WEATHER}---\n${IS_FINE}---\n${fine()}`);
    expect(await before.load()).toMatchObject({
      scorecards: [{ id: 'mine', waitingFor: ['weather-station'] }],
      problems: [],
    });
    const after = await setUp(database, [{ source: 'weather-station' }]);
    await after.write('all.yaml', `${WEATHER}---\n${IS_FINE}---\n${fine()}`);
    expect(await after.load()).toMatchObject({
      scorecards: [{ id: 'mine', waitingFor: [] }],
      problems: [],
    });
    // A source that is taken away again leaves its checks unknown.
    const gone = await setUp(database);
    await gone.write('all.yaml', `${WEATHER}---\n${IS_FINE}---\n${fine()}`);
    expect(await gone.load()).toMatchObject({
      scorecards: [{ id: 'mine', waitingFor: [] }],
    });
  });

  it('go on waiting for one that does not tell what they read', async () => {
    const { load, write } = await setUp(await databases.init('SQLITE_3'), [
      { source: 'weather-station' },
    ]);
    const rainy = IS_FINE.replace(
      'weather_station.isFine',
      'weather_station.rain',
    );
    await write('all.yaml', `${WEATHER}---\n${rainy}---\n${fine()}`);
    expect(await load()).toMatchObject({
      scorecards: [{ id: 'mine', waitingFor: ['weather-station'] }],
      problems: [
        { file: 'all.yaml', path: 'passWhen', line: 26, ruleColumn: 17 },
      ],
    });
  });

  it.each([
    ['that they need', IS_FINE, [['weather-station']]],
    [
      'that is always there',
      IS_FINE.replace('needs: [weather-station]\n', ''),
      [],
    ],
  ])(
    'become unknown when a source %s no longer tells what they read',
    async (_, check, waitingWhereNew) => {
      const database = await databases.init('SQLITE_3');
      const { load, service, write } = await setUp(database, [
        { source: 'weather-station' },
      ]);
      await write('all.yaml', `${WEATHER}---\n${check}---\n${fine()}`);
      await write('owner.yaml', await shippedCheck('plan.owner-group'));
      await load();
      const silent = WEATHER.replace('version: 1', 'version: 2').replaceAll(
        'isFine',
        'rain',
      );
      // Where it never counted it waits, or can't be asked for.
      const fresh = scorecard(1, 'plan.owner-group@1').replace(
        'id: mine',
        'id: fresh',
      );
      await write(
        'all.yaml',
        `${silent}---\n${check}---\n${fine()}---\n${fresh}  - { check: plan.fine@1 }\n`,
      );
      const { problems, scorecards } = await load();
      expect(problems).toContainEqual(
        expect.objectContaining({ file: 'all.yaml', path: 'passWhen' }),
      );
      expect(scorecards).toContainEqual(
        expect.objectContaining({ id: 'mine', waitingFor: [] }),
      );
      expect(
        scorecards
          .filter(({ id }) => id === 'fresh')
          .map(({ waitingFor }) => waitingFor),
      ).toEqual(waitingWhereNew);
      const [evaluated] = evaluateAll(
        {
          entity: exampleEntity,
          told: [
            {
              source: 'weather-station',
              entityRef: exampleEntity.entityRef,
              facts: { rain: false },
              stale: false,
            },
          ],
        },
        service.ruleset(),
        new Date(),
      );
      expect(evaluated.checks).toEqual([
        expect.objectContaining({
          id: 'plan.fine',
          outcome: 'unknown',
          result: expect.objectContaining({
            unknownReason: 'error',
            reason: expect.stringMatching(
              /^What this check reads of weather_station is no longer told: /,
            ),
          }),
        }),
      ]);

      await write('all.yaml', `${WEATHER}---\n${check}---\n${fine()}`);
      await load();
      expect(service.ruleset().scorecards[0].checks[0].check.untold).toBe(
        undefined,
      );
    },
  );

  it('may not read a source that they do not name', async () => {
    const { load, write } = await setUp(await databases.init('SQLITE_3'));
    await write('fine.yaml', IS_FINE.replace('needs: [weather-station]\n', ''));
    expect((await load()).problems).toEqual([
      expect.objectContaining({
        line: 13,
        column: 11,
        message: expect.stringContaining('weather_station'),
      }),
    ]);
  });

  it('are told of a source that is turned on and nowhere defined', async () => {
    const { load } = await setUp(await databases.init('SQLITE_3'), [
      { source: 'nowhere' },
    ]);
    expect((await load()).problems).toEqual([
      expect.objectContaining({
        file: 'app-config',
        path: 'scorecards.pushedSources',
      }),
    ]);
  });
});

describe('places of faults', () => {
  const BROKEN: [string, string, object[]][] = [
    [
      'in a folded rule, on the line where it stands',
      IS_FINE.replace(
        'passWhen: weather_station.isFine',
        'passWhen: >-\n  weather_station.isFine &&\n  catalog.kind ==\n  1',
      ),
      [{ path: 'passWhen', line: 16, column: 3, ruleColumn: 27 }],
    ],
    [
      'in a placeholder of a sentence',
      IS_FINE.replace('Fine.', '"It is {{catalog.nonsense}} here."'),
      [{ path: 'passBecause', line: 15, column: 31, ruleColumn: 17 }],
    ],
    [
      'of an end that is missing',
      IS_FINE.replace('weather_station.isFine', 'catalog.kind =='),
      [{ path: 'passWhen', line: 14, column: 26, ruleColumn: 16 }],
    ],
    [
      'in the evidence',
      `${IS_FINE}evidence: [catalog.kind, 1 + 1]\n`,
      [{ path: 'evidence.1', line: 17, column: 26 }],
    ],
    [
      'of several fields at once',
      IS_FINE.replace('weight: high', 'weight: heavy')
        .replace('effort: S\n', '')
        .replace('version: 1', 'version: one'),
      [
        { path: '', expected: 'a field effort' },
        { path: 'version', line: 3, column: 10, expected: 'integer' },
        {
          path: 'weight',
          line: 6,
          column: 9,
          expected: 'critical, high, medium, low',
        },
      ],
    ],
    [
      'of a level that is not lower',
      `${scorecard(1)}  - check: plan.risk-classified@1
    requiredFor: silver
    sooner: { when: catalog.iac, requiredFor: gold }
`,
      [
        {
          path: 'checks.1.sooner.requiredFor',
          line: 11,
          column: 47,
          expected: 'a level below silver',
        },
      ],
    ],
    [
      'of a schema that is none',
      WEATHER.replace('type: boolean', 'type: maybe'),
      [{ path: 'schema', line: 7, expected: 'JSON Schema 2020-12' }],
    ],
    [
      'of a field that says when something was observed',
      WEATHER.replace('isFine: {', 'observedAt: {'),
      [{ path: 'schema.properties.observedAt', line: 11 }],
    ],
  ];

  it('are told to the line and column, all at once', async () => {
    const { load, logger, write } = await setUp(
      await databases.init('SQLITE_3'),
    );
    const shipped = ['plan.owner-group', 'plan.risk-classified'];
    for (const id of shipped) {
      await write(`${id}.yaml`, await shippedCheck(id));
    }
    for (const [index, [, text]] of BROKEN.entries()) {
      await write(`broken-${index}.yaml`, text);
    }
    const { problems } = await load();
    for (const [index, [name, , expected]] of BROKEN.entries()) {
      const file = `broken-${index}.yaml`;
      const found = problems.filter(problem => problem.file === file);
      expect({ name, found }).toEqual({
        name,
        found: expected.map(item => expect.objectContaining(item)),
      });
    }
    expect(logger.error).toHaveBeenCalledTimes(1);
    for (const [index] of BROKEN.entries()) {
      expect(logger.error).toHaveBeenCalledWith(
        expect.stringContaining(`broken-${index}.yaml:`),
      );
    }
    await load();
    expect(logger.error).toHaveBeenCalledTimes(1);
  });
});

describe('faults in drafts', () => {
  const draft = (text: string) => `status: draft\n${text}`;

  it('are told as those of what is in use, and no draft with one is kept', async () => {
    const { drafts, load, write } = await setUp(
      await databases.init('SQLITE_3'),
    );
    const sast = await shippedCheck('code.sast-active');
    await write(
      'rule.yaml',
      draft(sast.replace(/passWhen: .*/, 'passWhen: catalog.nonsense')),
    );
    await write('mark.yaml', `status: proposed\n${scorecard(1)}`);
    await write('source.yaml', draft(WEATHER));
    await write('missing.yaml', draft(scorecard(1, 'plan.nothing@3')));
    const { problems, scorecards } = await load();
    expect(scorecards).toEqual([]);
    expect(drafts()).toEqual([]);
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          file: 'rule.yaml',
          path: 'passWhen',
          line: expect.any(Number),
        }),
        expect.objectContaining({
          file: 'mark.yaml',
          path: 'status',
          expected: 'draft',
        }),
        expect.objectContaining({ file: 'source.yaml', path: 'status' }),
        expect.objectContaining({
          file: 'missing.yaml',
          message: expect.stringContaining('no good check plan.nothing@3'),
        }),
      ]),
    );
  });

  it('tell what cannot be a draft: what was in use, and what is in use needs', async () => {
    const { load, write } = await setUp(await databases.init('SQLITE_3'));
    const owner = await shippedCheck('plan.owner-group');
    await write('owner.yaml', owner);
    await write('mine.yaml', scorecard(1));
    await load();
    await write('owner.yaml', draft(owner));
    await write('next.yaml', draft(owner.replace('version: 1', 'version: 2')));
    await write('same.yaml', draft(owner.replace('version: 1', 'version: 2')));
    await write('mine.yaml', scorecard(2, 'plan.owner-group@2'));
    const { problems, scorecards } = await load();
    expect(scorecards).toEqual([
      expect.objectContaining({ id: 'mine', version: 1 }),
    ]);
    expect(problems).toEqual([
      expect.objectContaining({
        file: 'mine.yaml',
        line: 8,
        message: expect.stringContaining('plan.owner-group@2 is a draft'),
      }),
      expect.objectContaining({
        file: 'owner.yaml',
        line: 1,
        message: expect.stringContaining('was in use already'),
      }),
      expect.objectContaining({
        file: 'same.yaml',
        message: expect.stringContaining('next.yaml has a draft'),
      }),
    ]);
  });
});
