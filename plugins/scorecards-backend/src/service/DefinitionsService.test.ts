import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { definitionsDirectory, migrate } from '../migrate';
import { DefinitionStore } from '../store/DefinitionStore';
import { DirtyStore } from '../store/DirtyStore';
import { FactTable } from '../store/FactTable';
import { DefinitionsService } from './DefinitionsService';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) {
    await rm(folder, { recursive: true });
  }
});

async function setUp(database: Knex) {
  await migrate(database);
  const folder = await mkdtemp(join(tmpdir(), 'definitions-'));
  folders.push(folder);
  const dirty = new DirtyStore(database);
  const service = new DefinitionsService({
    database,
    store: new DefinitionStore(database),
    facts: new FactTable(database, dirty),
    dirty,
    urlReader: mockServices.urlReader.mock(),
    locations: [folder],
    sources: ['ingestion'],
    clock: () => new Date('2026-11-24T08:00:00.000Z'),
  });
  return {
    service,
    dirty,
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
    const { load, service, write } = await setUp(
      await databases.init(databaseId),
    );
    await write('owner.yaml', await shippedCheck('plan.owner-group'));
    await write('mine.yaml', scorecard(1));
    expect(await load()).toEqual({
      scorecards: [
        expect.objectContaining({ id: 'mine', version: 1, checkCount: 1 }),
      ],
      problems: [],
    });
    await write('mine.yaml', scorecard(2));
    expect((await load()).scorecards[0].version).toBe(2);
    expect(service.ruleset().scorecards[0].definition.title).toBe(
      'My scorecard 2',
    );
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
        message: expect.stringContaining('bronze, silver, gold, platinum'),
      },
      {
        file: 'owner.yaml',
        line: expect.any(Number),
        message: expect.any(String),
      },
    ]);
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
      {
        file: 'owner.yaml',
        line: 3,
        message: expect.stringContaining('a version never changes'),
      },
    ]);
    expect(
      service.ruleset().scorecards[0].checks[0].check.definition.title,
    ).toBe('Owned by a group');
  });

  it('retires a scorecard whose file is gone', async () => {
    const { load, write } = await setUp(await databases.init(databaseId));
    await write('owner.yaml', await shippedCheck('plan.owner-group'));
    await write('mine.yaml', scorecard(1));
    await load();
    await write('mine.yaml', '');
    expect((await load()).scorecards).toEqual([]);
  });

  it('has everything evaluated again only when rules change', async () => {
    const database = await databases.init(databaseId);
    const { dirty, load, write } = await setUp(database);
    await database('entity_views').insert({
      entity_ref: 'component:default/a',
      version: 1,
      full_json: '{}',
      full_hash: '',
      public_json: '{}',
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
      'kind must be check or scorecard',
    ],
  ])('tells the line of %s', async (_, change, message) => {
    const { load, write } = await setUp(await databases.init('SQLITE_3'));
    const text = change(await shippedCheck('code.sast-active'));
    await write('check.yaml', text);
    const { problems } = await load();
    expect(problems).toEqual([
      {
        file: 'check.yaml',
        line: expect.any(Number),
        message: expect.stringContaining(message),
      },
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
      {
        file: 'a.yaml',
        line: 6,
        message: expect.stringContaining('nobody can reach it'),
      },
      {
        file: 'b.yaml',
        line: 8,
        message: expect.stringContaining('no good check plan.nothing@3'),
      },
    ]);
  });
});
