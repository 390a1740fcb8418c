import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  DefinitionDetails,
  DryRun,
  ScorecardDefinitions,
} from '@synchrony/backstage-plugin-scorecards-common';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import { component, group, setUpBackend } from '../__testUtils__/setUpBackend';
import { until } from '../__testUtils__/until';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const DRAFT = `
kind: check
status: draft
id: plan.owner-group
version: 2
title: Owned by nobody
stage: plan
weight: high
effort: S
waivable: false
rationale: A test.
action: Nothing.
remediation: Nothing.
noDataBecause: Nothing is known.
passWhen: catalog.owner.kind == "nobody"
passBecause: Nobody owns it.
failBecause: Somebody owns it.
---
kind: scorecard
status: draft
id: nobody
version: 1
title: Nobody
appliesTo: { kind: [Component] }
targetByTier: {}
checks: [{ check: plan.owner-group@2, requiredFor: bronze }]
`;

describe.each(databases.eachSupportedId())('definitions on %s', databaseId => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'drafts-'));
    await writeFile(join(folder, 'draft.yaml'), DRAFT);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('tell what is asked, since when, and what is proposed; and try a draft out', async () => {
    const backend = await setUpBackend(
      databases,
      databaseId,
      [group('payments'), component('api')],
      { scorecards: { definitions: [folder] } },
    );
    const { body, status } = await backend.get<DefinitionDetails>(
      '/definitions/details',
    );
    expect(status).toBe(200);
    expectToMatchOpenApi('DefinitionDetails', body);
    expect(body.scorecards.map(({ id }) => id)).toEqual([
      'essentials',
      'secure-delivery',
    ]);
    const sast = body.checks.find(({ id }) => id === 'code.sast-active');
    expect(sast).toMatchObject({
      version: 2,
      stage: 'code',
      sources: expect.arrayContaining(['catalog', 'ingestion']),
      waitingFor: [],
      usedBy: [
        { scorecardId: 'essentials', requiredFor: 'silver' },
        { scorecardId: 'secure-delivery', requiredFor: 'silver' },
      ],
      terms: [{ version: 2 }],
    });
    expect(
      body.checks.find(({ id }) => id === 'plan.champion-active')?.waitingFor,
    ).toEqual(['champions']);
    expect(body.drafts).toEqual([
      {
        kind: 'scorecard',
        id: 'nobody',
        version: 1,
        title: 'Nobody',
        file: 'draft.yaml',
      },
      {
        kind: 'check',
        id: 'plan.owner-group',
        version: 2,
        title: 'Owned by nobody',
        file: 'draft.yaml',
        replaces: 1,
      },
    ]);

    await until(
      async () => (await backend.database('entity_scores')).length > 0,
    );
    expect(
      await backend.database('entity_scores').where('scorecard_id', 'nobody'),
    ).toEqual([]);
    const dryRun = (draft: object) =>
      backend.send<DryRun>('post', '/definitions/dry-run', { draft });
    const nobody = { kind: 'scorecard', id: 'nobody', version: 1 };
    const tried = await dryRun(nobody);
    expect(tried.status).toBe(200);
    expect(tried.body.scorecards[0]).toMatchObject({
      id: 'nobody',
      entities: 1,
      changes: [{ blockedBy: ['Owned by nobody'] }],
    });
    expect((await dryRun({ ...nobody, version: 7 })).status).toBe(404);

    backend.access.denied = ['scorecards.definitions.manage'];
    expect((await dryRun({ ...nobody, version: 7 })).status).toBe(403);
    const { body: others } = await backend.get<DefinitionDetails>(
      '/definitions/details',
    );
    expect(others.drafts).toEqual([]);
    expect(others.checks).toHaveLength(body.checks.length);
    backend.access.score = false;
    expect((await backend.get('/definitions/details')).status).toBe(403);
  });

  it('tell only those who manage them which files have faults', async () => {
    const file = join(folder, 'bad.yaml');
    await writeFile(file, 'kind: check\n');
    const backend = await setUpBackend(databases, databaseId, [], {
      scorecards: { definitions: [file, join(folder, 'none')] },
    });
    const { body } = await backend.get<ScorecardDefinitions>('/definitions');
    expectToMatchOpenApi('Definitions', body);
    expect(new Set(body.problems.map(problem => problem.file))).toEqual(
      new Set(['bad.yaml', 'none']),
    );
    expect(JSON.stringify(body)).not.toContain(folder);

    backend.access.denied = ['scorecards.definitions.manage'];
    const { body: others } =
      await backend.get<ScorecardDefinitions>('/definitions');
    expectToMatchOpenApi('Definitions', others);
    expect(others).toMatchObject({
      problems: [],
      withheldProblems: body.problems.length,
      manageable: false,
    });
  });

  it('of a portal that is older have terms, as far as they are known', async () => {
    const database = await databases.init(databaseId);
    const migration = require(
      resolvePackagePath(
        '@synchrony/backstage-plugin-scorecards-backend',
        'migrations/20261126210000_scorecard_terms.js',
      ),
    );
    await database.schema
      .dropTableIfExists('scorecard_terms')
      .dropTableIfExists('definitions');
    await database.schema.createTable('definitions', table => {
      table.string('kind');
      table.string('id');
      table.integer('version');
      table.integer('active');
      table.bigInteger('stored_at');
    });
    await database('definitions').insert(
      [
        ['a', 1, 0, 100],
        ['a', 2, 1, 200],
        ['gone', 1, 0, 300],
      ].map(([id, version, active, stored_at]) => ({
        kind: 'scorecard',
        id,
        version,
        active,
        stored_at,
      })),
    );
    await migration.up(database);
    const terms = await database('scorecard_terms').orderBy('version');
    expect(
      terms.map(({ scorecard_id, version, since, until: end }) => [
        scorecard_id,
        version,
        Number(since),
        end === null ? null : Number(end),
      ]),
    ).toEqual([
      ['a', 1, 100, 200],
      ['a', 2, 200, null],
    ]);
    await migration.down(database);
  });
});
