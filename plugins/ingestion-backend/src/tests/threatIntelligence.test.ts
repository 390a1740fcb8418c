import { gzipSync } from 'node:zlib';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  Finding,
  FindingDetail,
  ThreatFileKind,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import {
  CI,
  component,
  ENTITY_REF,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';
import { until } from './__testUtils__/until';
import {
  epssOf,
  kevOf,
  ssvcOf,
  trivyOf,
} from './__testUtils__/vulnerabilities';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const DAY_MS = 24 * 60 * 60 * 1000;
const ONE = 'CVE-2026-1001';
const TWO = 'CVE-2026-1002';
const THREE = 'CVE-2026-1003';

/** With a package that has two advisories, as scanners join them. */
const REPORT = trivyOf([
  { id: ONE, severity: 'HIGH', fixedVersion: '2.0.0' },
  { id: TWO, severity: 'MEDIUM', fixedVersion: '2.0.0' },
  { id: THREE, severity: 'LOW' },
]);

function put(
  ingestion: TestIngestion,
  kind: ThreatFileKind | 'other',
  body: string | Buffer,
  authorization = CI,
) {
  return ingestion.api
    .put(`/api/ingestion/threat-intelligence/${kind}`)
    .set('authorization', authorization)
    .set('content-type', 'application/octet-stream')
    .send(body);
}

/** Loads a file, and waits until findings have followed. */
async function load(
  ingestion: TestIngestion,
  kind: ThreatFileKind,
  body: string | Buffer,
) {
  const response = await put(ingestion, kind, body);
  expect({ status: response.status, body: response.body }).toMatchObject({
    status: 200,
    body: { kind, loaded: true },
  });
  await until(
    async () => (await ingestion.get('/threat-intelligence')).body.settled,
  );
  return response.body;
}

async function list(
  ingestion: TestIngestion,
  query: Record<string, string> = {},
): Promise<Finding[]> {
  const { body, status } = await ingestion.get('/findings', {
    entityRef: ENTITY_REF,
    ...query,
  });
  expect({ status, body }).toMatchObject({ status: 200 });
  return body.items;
}

async function find(ingestion: TestIngestion, id: string): Promise<Finding> {
  const found = (await list(ingestion)).find(({ ruleId }) => ruleId === id);
  if (!found) {
    throw new Error(`No finding of ${id}`);
  }
  return found;
}

async function detail(
  ingestion: TestIngestion,
  id: string,
): Promise<FindingDetail> {
  const { id: findingId } = await find(ingestion, id);
  return (await ingestion.get(`/findings/${findingId}`)).body;
}

function daysOf({ dueAt, firstSeenAt }: Finding): number | undefined {
  return dueAt === undefined
    ? undefined
    : Math.round((Date.parse(dueAt) - Date.parse(firstSeenAt)) / DAY_MS);
}

/** What changes when a row is written, and a sum that shows it. */
async function versions(
  database: Knex,
  isPostgres: boolean,
): Promise<Map<string, string>> {
  const rows = await database('findings')
    .join('rules', 'rules.key', 'findings.rule_key')
    .select(
      'rules.rule_id',
      'findings.due_at',
      'findings.rank',
      ...(isPostgres
        ? [database.raw('findings.xmin::text AS written_by')]
        : []),
    );
  return new Map(rows.map(row => [row.rule_id, JSON.stringify(row)]));
}

function changed(before: Map<string, string>, after: Map<string, string>) {
  return [...after.keys()]
    .filter(id => before.get(id) !== after.get(id))
    .sort();
}

describe.each(databases.eachSupportedId())('threat intelligence, %s', id => {
  let database: Knex;
  let ingestion: TestIngestion;

  beforeAll(async () => {
    database = await databases.init(id);
  });

  async function start(options: Parameters<typeof startIngestion>[1] = {}) {
    ingestion = await startIngestion(database, {
      entities: [
        component('payments-api', {
          annotations: {
            'synchrony.io/criticality': 'tier-1',
            'synchrony.io/exposure': 'internet',
          },
        }),
      ],
      ...options,
    });
  }

  beforeEach(async () => {
    await start();
  });

  afterEach(async () => {
    await ingestion.stop();
    for (const table of ['cve_epss', 'cve_kev', 'cve_ssvc', 'findings']) {
      await database(table).delete();
    }
    for (const table of ['entity_states', 'reports', 'scopes', 'presences']) {
      await database(table).delete();
    }
    await database('rule_intelligence').delete();
    await database('rule_tokens').delete();
    await database('rules').delete();
    await database('threat_files').update({
      generation: null,
      data_date: null,
      content_hash: null,
    });
  });

  it('says that none is loaded, and then what is', async () => {
    const { body } = await ingestion.get('/threat-intelligence');
    expect(body).toMatchObject({
      files: [
        { kind: 'epss', loaded: false },
        { kind: 'kev', loaded: false },
        { kind: 'ssvc', loaded: false },
      ],
      settled: true,
      canManage: true,
    });

    const answer = await load(
      ingestion,
      'epss',
      gzipSync(epssOf({ [ONE]: [0.62, 0.98] })),
    );
    expect(answer).toMatchObject({
      changed: true,
      rows: 1,
      version: 'v1',
      dataDate: '2026-11-20T00:00:00.000Z',
      source: 'upload by ci',
    });
  });

  it('gives findings what is known, and due dates from it', async () => {
    await ingestion.submit(REPORT);
    expect(await find(ingestion, ONE)).not.toHaveProperty('kev');
    expect(daysOf(await find(ingestion, ONE))).toBe(15);

    await load(ingestion, 'epss', epssOf({ [ONE]: [0.62, 0.98] }));
    await load(ingestion, 'kev', kevOf({ [THREE]: '2026-11-03' }));

    expect(await find(ingestion, ONE)).toMatchObject({
      epss: 0.62,
      epssPercentile: 0.98,
      epssAsOf: '2026-11-20T00:00:00.000Z',
      kev: false,
    });
    const listed = await detail(ingestion, THREE);
    expect(listed).toMatchObject({
      kev: true,
      kevSince: '2026-11-03T00:00:00.000Z',
      kevAsOf: '2026-11-20T12:00:00.000Z',
      noFix: true,
    });
    expect(listed).not.toHaveProperty('epss');
    expect(daysOf(listed)).toBe(7);
    expect(listed.dueReason).toMatch(
      /^decide by .* to mitigate or accept, .*: low on tier-1, internet-facing, KEV since 3 Nov 2026; policy default v\d+$/,
    );
    expect(
      (await list(ingestion, { kev: 'true' })).map(({ ruleId }) => ruleId),
    ).toEqual([THREE]);
    expect(
      (await list(ingestion, { epssAtLeast: '0.5' })).map(f => f.ruleId),
    ).toEqual([ONE]);
    expect((await ingestion.get('/findings', { kev: 'no' })).status).toBe(400);
    expect(
      (await ingestion.get('/findings', { epssAtLeast: '2' })).status,
    ).toBe(400);
  });

  it('gives new findings what is loaded, and unchanged ones no write', async () => {
    await load(ingestion, 'epss', epssOf({ [TWO]: [0.9, 0.99] }));
    await load(ingestion, 'kev', kevOf({ [ONE]: '2026-11-03' }));
    await ingestion.submit(REPORT);
    expect(daysOf(await find(ingestion, ONE))).toBe(7);
    expect(await find(ingestion, TWO)).toMatchObject({ epss: 0.9 });

    const isPostgres = id !== 'SQLITE_3';
    const before = await versions(database, isPostgres);
    await ingestion.submit(`${REPORT}\n`);
    expect(changed(before, await versions(database, isPostgres))).toEqual([]);
  });

  it('takes the highest EPSS with its own percentile, and the earliest KEV', async () => {
    await ingestion.submit(
      trivyOf([{ id: ONE, severity: 'HIGH' }]).replace(
        '"Severity"',
        `"References":["https://nvd.nist.gov/vuln/detail/${TWO}"],"VendorIDs":["${TWO}"],"Severity"`,
      ),
    );
    const { advisoryIds } = await find(ingestion, ONE);
    expect(advisoryIds).toEqual([ONE, TWO]);
    await load(
      ingestion,
      'epss',
      epssOf({ [ONE]: [0.1, 0.99], [TWO]: [0.3, 0.7] }),
    );
    await load(
      ingestion,
      'kev',
      kevOf({ [ONE]: '2026-11-03', [TWO]: '2026-10-01' }),
    );
    expect(await find(ingestion, ONE)).toMatchObject({
      epss: 0.3,
      epssPercentile: 0.7,
      kev: true,
      kevSince: '2026-10-01T00:00:00.000Z',
    });
  });

  it('touches only findings whose CVE moved, and clears what is removed', async () => {
    const isPostgres = id !== 'SQLITE_3';
    await ingestion.submit(REPORT);
    await load(ingestion, 'kev', kevOf({ [ONE]: '2026-11-03' }));
    await load(
      ingestion,
      'epss',
      epssOf({ [ONE]: [0.5, 0.9], [TWO]: [0.2, 0.8], [THREE]: [0.1, 0.7] }),
    );

    let before = await versions(database, isPostgres);
    await load(
      ingestion,
      'kev',
      kevOf({ [ONE]: '2026-11-03', [TWO]: '2026-11-21' }, '2026-11-21'),
    );
    let after = await versions(database, isPostgres);
    expect(changed(before, after)).toEqual([TWO]);

    before = after;
    await load(
      ingestion,
      'epss',
      epssOf({ [TWO]: [0.2, 0.8], [THREE]: [0.7, 0.9] }, '2026-11-21'),
    );
    after = await versions(database, isPostgres);
    expect(changed(before, after)).toEqual([ONE, THREE]);
    expect(await find(ingestion, ONE)).not.toHaveProperty('epss');

    before = after;
    await load(ingestion, 'kev', kevOf({ [TWO]: '2026-11-21' }, '2026-11-22'));
    expect(changed(before, await versions(database, isPostgres))).toEqual([
      ONE,
    ]);
    expect(await find(ingestion, ONE)).toMatchObject({ kev: false });
    expect(daysOf(await find(ingestion, ONE))).toBe(15);
    expect(await database('cve_kev').pluck('cve')).toEqual([TWO.toLowerCase()]);
  });

  it('refuses an older file, does nothing for the same, and keeps all or nothing', async () => {
    await ingestion.submit(REPORT);
    const good = epssOf({ [ONE]: [0.62, 0.98] });
    await load(ingestion, 'epss', good);

    const same = await put(ingestion, 'epss', gzipSync(good));
    expect(same.body).toMatchObject({ changed: false, rows: 1 });

    const older = await put(
      ingestion,
      'epss',
      epssOf({ [ONE]: [0.1, 0.1] }, '2026-11-19'),
    );
    expect(older.status).toBe(409);
    expect(older.body.error.message).toContain(
      'is of 2026-11-19T00:00:00.000Z, older than the loaded one of 2026-11-20',
    );

    const many = Object.fromEntries(
      Array.from({ length: 1500 }, (_, index) => [
        `CVE-2025-${10_000 + index}`,
        [0.1, 0.2] as [number, number],
      ]),
    );
    const next = epssOf({ ...many, [TWO]: [0.1, 0.2] }, '2026-11-22');
    for (const [body, message] of [
      [next.slice(0, -4), 'seems to be cut off'],
      [next.replace(`${TWO},0.1`, `${TWO},x`), 'line 1503, column 15: epss'],
      [gzipSync(next).subarray(0, -20), 'the gzip is damaged'],
      [`${next}${TWO},0.1,0.2\n`, 'a CVE comes twice'],
    ] as const) {
      const refused = await put(ingestion, 'epss', body as string | Buffer);
      expect([refused.status, refused.body.error.message]).toEqual([
        400,
        expect.stringContaining(message),
      ]);
    }
    expect(await find(ingestion, ONE)).toMatchObject({ epss: 0.62 });
    expect(await database('cve_epss').pluck('cve')).toEqual([
      ONE.toLowerCase(),
    ]);
    expect((await put(ingestion, 'other', '')).status).toBe(404);

    await load(ingestion, 'epss', next);
    expect(await database('cve_epss').count({ n: '*' })).toEqual([
      { n: id === 'SQLITE_3' ? 1501 : '1501' },
    ]);
  });

  it('puts exploited before overdue before likely ones', async () => {
    await ingestion.submit(REPORT, {
      startedAt: new Date(Date.now() - 70 * DAY_MS).toISOString(),
    });
    const later = trivyOf([
      { id: ONE, severity: 'HIGH', fixedVersion: '2.0.0' },
      { id: TWO, severity: 'MEDIUM', fixedVersion: '2.0.0' },
      { id: THREE, severity: 'LOW' },
      { id: 'CVE-2026-1004', severity: 'HIGH' },
      { id: 'CVE-2026-1005', severity: 'HIGH' },
      { id: 'CVE-2026-1006', severity: 'CRITICAL' },
    ]);
    await ingestion.submit(later);
    await load(ingestion, 'kev', kevOf({ 'CVE-2026-1005': '2026-11-03' }));
    await load(
      ingestion,
      'epss',
      epssOf({ 'CVE-2026-1004': [0.9, 0.99], 'CVE-2026-1006': [0.01, 0.5] }),
    );
    expect((await list(ingestion)).map(({ ruleId }) => ruleId)).toEqual([
      'CVE-2026-1005',
      ONE,
      TWO,
      'CVE-2026-1004',
      'CVE-2026-1006',
      THREE,
    ]);
  });

  it('follows the risk matrix, whose unknown answers count as the worse', async () => {
    await ingestion.submit(REPORT);
    await ingestion.stop();
    await start({ config: { sla: { policy: 'risk-matrix', name: 'bank' } } });
    await until(async () => daysOf(await find(ingestion, TWO)) === 3);
    expect((await detail(ingestion, TWO)).dueReason).toContain(
      'internet-facing, exploitation not known (counts as in KEV), automation not known (counts as automatable), impact not known (counts as total impact); risk matrix bank v',
    );

    await load(ingestion, 'kev', kevOf({ [ONE]: '2026-11-03' }));
    await load(
      ingestion,
      'ssvc',
      ssvcOf(TWO, { exploitation: 'none', automatable: 'no', impact: 'total' }),
    );
    expect(daysOf(await find(ingestion, ONE))).toBe(3);
    expect(daysOf(await find(ingestion, TWO))).toBe(60);
    expect((await detail(ingestion, TWO)).dueReason).toContain(
      'internet-facing, not in KEV, not automatable, total impact',
    );
  });

  it('finishes what was cut off between a file and its findings', async () => {
    await ingestion.submit(REPORT);
    await load(ingestion, 'kev', kevOf({ [ONE]: '2026-11-03' }));
    await ingestion.stop();
    // As a crash right after the file came to count leaves it.
    const [{ rule_key: key }] = await database('rule_intelligence').where({
      kev: 1,
    });
    await database('rule_intelligence')
      .where({ rule_key: key })
      .update({ kev: 0, pending: 1 });
    await start();
    await until(async () => daysOf(await find(ingestion, ONE)) === 15);
    await until(
      async () => (await ingestion.get('/threat-intelligence')).body.settled,
    );
    expect(daysOf(await find(ingestion, ONE))).toBe(15);
  });

  it('lets nobody load or read without the permission', async () => {
    await ingestion.stop();
    await start({ permissions: { result: AuthorizeResult.DENY } });
    const user = mockCredentials.user.header();
    expect((await put(ingestion, 'kev', kevOf({}), user)).status).toBe(403);
    const status = await ingestion.api
      .get('/api/ingestion/threat-intelligence')
      .set('authorization', user);
    expect(status.status).toBe(403);
    expect(
      (await put(ingestion, 'kev', '', mockCredentials.none.header())).status,
    ).toBe(401);
  });
});
