import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ErasurePreview } from '@synchrony/backstage-plugin-champions-common';
import { Knex } from 'knex';
import { migrate } from '../migrate';
import { AssignmentEnding } from '../privacy/AssignmentEnding';
import {
  ERASURE_KINDS,
  EXPORT_PARTS,
  PERSONAL_DATA,
} from '../privacy/erasureClasses';
import { RetentionSweep } from '../service/RetentionSweep';
import { PrivacyStore } from '../store/PrivacyStore';
import { RetentionStore } from '../store/RetentionStore';
import {
  addAssignment,
  addCoverage,
  addPeople,
  addScopes,
} from './__testUtils__/rows';
import {
  person,
  SERVICE,
  startChampions,
} from './__testUtils__/startChampions';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ZED = 'user:default/zed.quill';
const ANN = 'user:default/ann';
const GROUP = 'group:default/payments';
const DAY_MS = 24 * 60 * 60 * 1000;

jest.setTimeout(60_000);

const user: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'Zed.Quill', namespace: 'default' },
  spec: { profile: { displayName: 'Zed Quillan' } },
  relations: [{ type: 'memberOf', targetRef: GROUP }],
};

/** As the copy of the catalog says, which may be there first. */
async function addMembership(database: Knex): Promise<void> {
  await database('memberships')
    .insert({ user_ref: ZED, group_ref: GROUP })
    .onConflict(['user_ref', 'group_ref'])
    .ignore();
}

/** Zed has a post, was asked for another, and is named wherever one can write. */
async function fill(database: Knex): Promise<{ zed: number; ann: number }> {
  await migrate(database);
  const [zed, ann] = await addPeople(database, ZED, ANN);
  const said = `Zed Quillan (ZED.quill, ${ZED}) is good`;
  await addAssignment(database, {
    id: 'post',
    person: zed,
    scope: GROUP,
    actor: ann,
    steps: [
      ['nominated', 1],
      ['accepted', 2],
      ['active', 3],
    ],
    reason: said,
    note: said,
  });
  await addAssignment(database, {
    id: 'asked',
    person: zed,
    scope: 'group:default/ledger',
    steps: [['nominated', 1]],
    note: said,
  });
  await addAssignment(database, {
    id: 'ofann',
    person: ann,
    scope: GROUP,
    role: 'deputy',
    actor: zed,
    steps: [
      ['nominated', 1],
      ['accepted', 2],
    ],
    reason: `Works with ${said}`,
    note: 'Zed agrees',
  });
  await addCoverage(database, 'component:default/api', 'covered', {
    scope: GROUP,
  });
  await database('training_records').insert([
    {
      id: 'one',
      person_id: zed,
      course_id: 'core-topics',
      completed_on: '2026-01-01',
      evidence_url: 'https://learn.example/zed.quill',
      status: 'confirmed',
      recorded_by: ann,
      recorded_at: 5,
    },
    {
      id: 'two',
      person_id: ann,
      course_id: 'core-topics',
      completed_on: '2026-01-01',
      status: 'confirmed',
      recorded_by: zed,
      recorded_at: 5,
    },
  ]);
  await database('volunteers').insert({
    person_id: zed,
    specialisms: '[]',
    capacity_pct: 10,
    scope_refs: '[]',
    willing: '["deputy"]',
    visibility: 'leads',
    note: said,
    updated_at: 5,
  });
  await database('calendars').insert({
    person_id: zed,
    token_hash: 'hash',
    created_at: 5,
  });
  await database('digests').insert({
    person_id: zed,
    day: '2026-11-26',
    content: 'hash',
  });
  const question = {
    entity_ref: 'component:default/api',
    subject_kind: 'entity',
    routed_because: said,
    status: 'answered',
    version: 1,
  };
  await database('questions').insert([
    {
      ...question,
      id: 'mine',
      text: said,
      asked_by: zed,
      asked_at: 5,
      routed_person_id: ann,
      answer: 'Ask ann',
    },
    {
      ...question,
      id: 'hers',
      text: 'Dear Zed Quillan, how?',
      asked_by: ann,
      asked_at: 5,
      routed_person_id: zed,
      answer: 'Like this',
    },
  ]);
  await addMembership(database);
  await database('declarations').insert({
    scope_ref: GROUP,
    person_id: zed,
    role: 'primary',
    assignment_id: 'post',
  });
  await database('briefs').insert({
    scope_ref: GROUP,
    month: '2026-10',
    text: said,
    edited_by: zed,
    edited_at: 5,
    version: 1,
  });
  return { zed, ann };
}

/** Ends as the part that keeps assignments does. */
function stubEnding() {
  return jest
    .spyOn(AssignmentEnding.prototype, 'endAllOf')
    .mockImplementation(async (tx, personId) => {
      const live = { person_id: personId };
      await tx('assignments')
        .where({ ...live, status: 'nominated' })
        .update({ status: 'closed' });
      await tx('assignments')
        .where({ ...live, status: 'active' })
        .update({ status: 'ended', end_reason: 'withdrawn', ends_at: 9 });
      await tx('coverage').update({ state: 'uncovered', scope_ref: null });
      return [GROUP];
    });
}

/** Every text of the database but the copy of the catalog. */
async function allTexts(database: Knex): Promise<string> {
  const isPostgres = database.client.config.client === 'pg';
  const tables: string[] = await (
    isPostgres
      ? database('information_schema.tables')
          .where({ table_schema: 'public' })
          .select({ name: 'table_name' })
      : database('sqlite_master').where({ type: 'table' }).select('name')
  ).pluck(isPostgres ? 'table_name' : 'name');
  const rows: unknown[] = [];
  for (const table of tables) {
    if (!['synchrony_entities', 'memberships'].includes(table)) {
      rows.push(table, await database(table));
    }
  }
  return JSON.stringify(rows);
}

function rowsOf({ classes }: ErasurePreview): Record<string, number> {
  return Object.fromEntries(
    classes.map(({ rows, what }) => [
      what.split(' ').slice(0, 3).join(' '),
      rows,
    ]),
  );
}

/** Columns that hold the number of a person, as the database knows them. */
async function columnsOfPeople(database: Knex): Promise<string[]> {
  if (database.client.config.client === 'pg') {
    const { rows } = await database.raw(
      `select k.table_name || '.' || k.column_name as name
       from information_schema.referential_constraints r
       join information_schema.key_column_usage k using (constraint_schema, constraint_name)
       join information_schema.constraint_column_usage u
         on u.constraint_schema = r.unique_constraint_schema
         and u.constraint_name = r.unique_constraint_name
       where u.table_name = 'people'`,
    );
    return rows.map((row: { name: string }) => row.name);
  }
  const rows = await database.raw(
    `select m.name || '.' || f."from" as name
     from sqlite_master m, pragma_foreign_key_list(m.name) f
     where m.type = 'table' and f."table" = 'people'`,
  );
  return rows.map((row: { name: string }) => row.name);
}

describe.each(databases.eachSupportedId())('privacy, %s', id => {
  afterEach(() => jest.restoreAllMocks());

  it('gives a person everything, and erases it so that no name is left', async () => {
    const database = await databases.init(id);
    const { ann, zed } = await fill(database);
    const test = await startChampions(database, { entities: [user] });
    test.denied.add('champions.privacy.erase');
    stubEnding();

    const exported = await test.described(
      'get',
      '/people/{namespace}/{name}/export',
      '/people/default/zed.quill/export',
      person(ZED),
    );
    expect(exported.body).toMatchObject({
      userRef: ZED,
      assignments: [{ id: 'asked' }, { id: 'post', nominatedBy: ANN }],
      training: [{ id: 'one', recordedBy: ANN }],
      volunteer: { willing: ['deputy'] },
      questions: [{ as: 'routed' }, { as: 'asked' }],
      briefs: [{ month: '2026-10' }],
    });
    expect(exported.body.history).toHaveLength(6);
    expect(exported.body).toMatchObject({
      calendar: { createdAt: '1970-01-01T00:00:00.005Z' },
      digest: { day: '2026-11-26' },
      declarations: [{ scopeRef: GROUP, role: 'primary' }],
      memberships: [GROUP],
      steps: [
        { assignmentId: 'ofann', as: ['nominator'] },
        { courseId: 'core-topics', as: ['recorder'] },
      ],
    });
    for (const part of EXPORT_PARTS) {
      expect(exported.body).toHaveProperty(part);
    }

    const path = '/people/default/Zed.Quill/erasure';
    const described = '/people/{namespace}/{name}/erasure';
    const preview = await test.described('get', described, path, person(ZED));
    expect(rowsOf(preview.body)).toEqual({
      'The offer to': 1,
      'Training records': 1,
      'The calendar feed': 1,
      'When the last': 1,
      'Nominations that the': 1,
      'Questions that the': 1,
      'The person’s answers': 1,
      'Reasons and notes': 7,
      'Posts that the': 1,
      'Steps that the': 5,
      'Declarations of the': 1,
      'Groups that the': 1,
      'Texts of others': expect.any(Number),
      'The copy of': 1,
    });
    expect(await allTexts(database)).toMatch(/zed\.quill/i);

    const erased = await test.described('post', described, path, person(ZED));
    expect(erased.body).toEqual(preview.body);
    expect(await allTexts(database)).not.toMatch(/zed\.quill|zed quillan/i);

    const row = await database('people').where({ id: zed }).first();
    expect(row.user_ref).toMatch(/^user:erased\/[0-9a-f]{24}$/);
    expect(
      await database('assignments').where({ id: 'post' }).first(),
    ).toMatchObject({
      person_id: zed,
      status: 'ended',
      reason: null,
      nominated_by: ann,
    });
    expect(await database('assignments').where({ id: 'asked' })).toEqual([]);
    expect(await database('coverage').first()).toMatchObject({
      state: 'uncovered',
    });
    expect(await database('questions').select('id', 'text', 'answer')).toEqual([
      {
        id: 'hers',
        text: `Dear ${row.user_ref}, how?`,
        answer: null,
      },
    ]);
    expect(
      await database('training_records').select('id', 'recorded_by'),
    ).toEqual([{ id: 'two', recorded_by: zed }]);

    const told = JSON.stringify(test.audited);
    expect(test.audited.map(({ eventId }) => eventId)).toEqual([
      'person-export',
      'person-erase',
    ]);
    expect(told).toContain('"rows":7');
    expect(told).not.toMatch(/zed/i);

    // Who is back is somebody new, and the pseudonym is nobody to ask about.
    const [back] = await addPeople(database, ZED);
    expect(back).not.toBe(zed);
    const again = await test.call('get', path, person(ZED));
    expect(rowsOf(again.body)['Posts that the']).toBe(0);
    const pseudonym = row.user_ref.split('/')[1];
    const [of] = [
      await test.call(
        'get',
        `/people/erased/${pseudonym}/export`,
        person(row.user_ref),
      ),
    ];
    expect(of.body.assignments).toEqual([]);
    await test.stop();
  });

  it('names every column that leads to a person', async () => {
    const database = await databases.init(id);
    await migrate(database);
    const named = new Set(
      ERASURE_KINDS.flatMap(kind => PERSONAL_DATA[kind].columns),
    );
    expect([...named].sort()).toEqual((await columnsOfPeople(database)).sort());
  });

  it('is for the person, and for those with the right about others', async () => {
    const database = await databases.init(id);
    await fill(database);
    const test = await startChampions(database);
    stubEnding();
    const calls = [
      ['get', '/people/default/zed.quill/export'],
      ['get', '/people/default/zed.quill/erasure'],
      ['post', '/people/default/zed.quill/erasure'],
    ] as const;
    test.denied.add('champions.privacy.erase');
    for (const [method, path] of calls) {
      expect((await test.call(method, path, person(ANN))).status).toBe(403);
      expect((await test.call(method, path, SERVICE)).status).toBe(403);
    }
    expect(test.audited).toContainEqual({ eventId: 'person-erase refused' });
    expect(await database('people').whereNotNull('erased_at')).toEqual([]);
    test.denied.clear();
    for (const [method, path] of calls) {
      expect((await test.call(method, path, person(ANN))).status).toBe(200);
    }
    const nobody = await test.call(
      'post',
      '/people/default/x/erasure',
      SERVICE,
    );
    expect(nobody.status).toBe(200);
    await test.stop();
  });

  it('is for nobody else where the portal has no policy', async () => {
    const database = await databases.init(id);
    await fill(database);
    const test = await startChampions(database, { hasPolicy: false });
    for (const [method, path] of [
      ['get', '/people/default/zed.quill/export'],
      ['get', '/people/default/zed.quill/erasure'],
      ['post', '/people/default/zed.quill/erasure'],
    ] as const) {
      expect((await test.call(method, path, person(ANN))).status).toBe(403);
    }
    const own = '/people/default/zed.quill/export';
    expect((await test.call('get', own, person(ZED))).status).toBe(200);
    expect(await database('people').whereNotNull('erased_at')).toEqual([]);
    await test.stop();
  });

  it('forgets the groups of whom the catalog does not know any more', async () => {
    const database = await databases.init(id);
    await fill(database);
    const test = await startChampions(database);
    stubEnding();
    await addMembership(database);
    const path = '/people/default/zed.quill/erasure';
    const erased = await test.call('post', path, person(ZED));
    expect(rowsOf(erased.body)['Groups that the']).toBe(1);
    expect(await database('memberships')).toEqual([]);
    await test.stop();
  });

  it('leaves everything as it was when ending the posts fails', async () => {
    const database = await databases.init(id);
    await fill(database);
    const test = await startChampions(database);
    const before = await allTexts(database);
    stubEnding().mockImplementation(async tx => {
      await tx('assignments').update({ status: 'ended' });
      throw new Error('no');
    });
    const { status } = await test.call(
      'post',
      '/people/default/zed.quill/erasure',
      person(ZED),
    );
    expect(status).toBe(500);
    expect(
      (await database('assignments').pluck('status')).includes('ended'),
    ).toBe(false);
    expect(await database('volunteers')).toHaveLength(1);
    expect(before).toMatch(/zed/);
    await test.stop();
  });

  it('ends posts for real, with coverage and what waits to be told', async () => {
    const database = await databases.init(id);
    const { zed } = await fill(database);
    await addScopes(database, 'component:default/api', GROUP);
    await database('notices').insert({
      assignment_id: 'asked',
      kind: 'nominated',
      due_at: 8_000_000_000_000,
      attempts: 0,
    });
    const test = await startChampions(database, { entities: [user] });
    const { status } = await test.call(
      'post',
      '/people/default/zed.quill/erasure',
      person(ZED),
    );
    expect(status).toBe(200);
    expect(
      await database('assignments').where({ person_id: zed }),
    ).toMatchObject([{ id: 'post', status: 'ended', end_reason: 'withdrawn' }]);
    expect(await database('coverage').first()).toMatchObject({
      state: 'uncovered',
      scope_ref: null,
    });
    const [{ facts }] = await database('synchrony_facts');
    expect(facts).toContain('uncovered');
    expect(await database('declarations').pluck('person_id')).not.toContain(
      zed,
    );
    expect(await database('notices')).toEqual([]);
    expect(await allTexts(database)).not.toMatch(/zed\.quill|zed quillan/i);
    await test.stop();
  });

  it('keeps nominations for 90 days, and who is gone for 30', async () => {
    const database = await databases.init(id);
    await migrate(database);
    const [zed, ann] = await addPeople(database, ZED, ANN);
    for (const [name, day] of [
      ['old', 9],
      ['new', 11],
    ] as const) {
      await addAssignment(database, {
        id: name,
        person: ann,
        scope: GROUP,
        steps: [
          ['nominated', DAY_MS],
          ['closed', day * DAY_MS],
        ],
      });
    }
    let now = 100 * DAY_MS;
    let isThere = false;
    const erased: string[] = [];
    const sweep = new RetentionSweep({
      database,
      auditor: mockServices.auditor.mock({
        createEvent: async () => ({
          success: async () => {},
          fail: async () => {},
        }),
      }),
      entities: {
        get: async refs =>
          new Map(
            refs.map(ref => [
              ref,
              ref === ANN || isThere
                ? {
                    entityRef: ref,
                    kind: 'user',
                    namespace: '',
                    name: '',
                    annotations: {},
                    relations: [],
                    asOf: '',
                  }
                : undefined,
            ]),
          ),
      },
      privacy: {
        eraseNow: async userRef => {
          erased.push(userRef);
          await database('people')
            .where({ user_ref: userRef })
            .update({ erased_at: now });
          return { userRef, classes: [] };
        },
      },
      store: new RetentionStore(database),
      assignments: new PrivacyStore(),
      eraseAfterDays: 30,
      clock: () => new Date(now),
    });
    await sweep.run();
    expect(await database('assignments').pluck('id')).toEqual(['new']);
    // Back in between: the days begin anew.
    now += 29 * DAY_MS;
    isThere = true;
    await sweep.run();
    isThere = false;
    for (let day = 0; day < 30; day += 15) {
      await sweep.run();
      now += 15 * DAY_MS;
    }
    expect(erased).toEqual([]);
    await sweep.run();
    await sweep.run();
    expect(erased).toEqual([ZED]);
    expect(zed).toBeDefined();
  });
});
