import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { COMPONENT_BUCKETS } from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { AdvisoryStore, FindingReach } from '../store/AdvisoryStore';
import { auditorDouble } from './__testUtils__/auditorDouble';
import {
  component,
  ENTITY_REF,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const DAY_MS = 24 * 60 * 60 * 1000;
const LOG4J = 'pkg:maven/org.apache.logging.log4j/log4j-core';

const ref = (name: string) => `component:default/${name}`;
const daysAgo = (days: number) =>
  new Date(Date.now() - days * DAY_MS).toISOString();

interface SbomOptions {
  purls: string[];
  vulnerable?: { purl: string; id: string; fixed?: string };
  tool?: string;
}

/** A CycloneDX document, with a finding where something is vulnerable. */
function sbom({ purls, tool = 'acme', vulnerable }: SbomOptions): string {
  return JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: {
      tools: { components: [{ name: tool }] },
      component: { 'bom-ref': 'root', name: 'app' },
    },
    components: purls.map(purl => ({
      'bom-ref': purl,
      type: 'library',
      name: purl.split('/').at(-1)?.split('@')[0],
      purl,
      version: purl.split('@').at(-1),
      licenses: [{ license: { id: 'MIT' } }],
    })),
    dependencies: [{ ref: 'root', dependsOn: purls.slice(0, 1) }],
    ...(vulnerable && {
      vulnerabilities: [
        {
          id: vulnerable.id,
          ratings: [{ severity: 'high' }],
          affects: [
            {
              ref: vulnerable.purl,
              versions: [{ version: vulnerable.fixed, status: 'unaffected' }],
            },
          ],
        },
      ],
    }),
  });
}

const NAMES = ['old', 'new', 'odd', 'stale', 'none', 'part', 'finding'];

describe.each(databases.eachSupportedId())('component inventory, %s', id => {
  let ingestion: TestIngestion;
  let database: Knex;
  const { events, factory } = auditorDouble();

  beforeAll(async () => {
    database = await databases.init(id);
    ingestion = await startIngestion(database, {
      services: [factory],
      entities: [
        component('payments-api'),
        ...NAMES.map(name => component(name)),
        component('secret', { owner: 'group:default/other' }),
      ],
    });
    const send = (
      name: string,
      options: SbomOptions,
      query: Record<string, string> = {},
    ) => ingestion.submit(sbom(options), { entityRef: ref(name), ...query });
    await send('old', {
      purls: [`${LOG4J}@2.14.1`, 'pkg:npm/%40A/B@1.0.0'],
    });
    await send('secret', {
      purls: [`${LOG4J}@2.14.0`, 'pkg:npm/log-secret@1'],
    });
    await send('new', { purls: [`${LOG4J}@2.17.0`] });
    await send('odd', { purls: [`${LOG4J}@unspecified`] });
    await send(
      'stale',
      { purls: ['pkg:npm/x@1.0.0'] },
      { startedAt: daysAgo(31) },
    );
    await send('part', { purls: ['pkg:npm/x@1.0.0'] }, { complete: 'false' });
    // A branch counts for nobody.
    await send('none', { purls: [`${LOG4J}@2.14.1`] }, { ref: 'feature' });
    await send('payments-api', {
      purls: [`${LOG4J}@2.14.1`],
      vulnerable: {
        purl: `${LOG4J}@2.14.1`,
        id: 'CVE-2021-44228',
        fixed: '2.17.0',
      },
    });
    await ingestion.submit(
      JSON.stringify({
        SchemaVersion: 2,
        ArtifactName: '.',
        Results: [
          {
            Target: 'pom.xml',
            Class: 'lang-pkgs',
            Type: 'pom',
            Vulnerabilities: [
              {
                VulnerabilityID: 'CVE-2021-45105',
                PkgName: 'org.apache.logging.log4j:log4j-core',
                PkgIdentifier: { PURL: `${LOG4J}@2.16.0` },
                InstalledVersion: '2.16.0',
                Severity: 'HIGH',
              },
            ],
          },
        ],
      }),
      { entityRef: ref('finding') },
    );
  });
  afterAll(async () => {
    await ingestion.stop();
  });

  const search = async (query: Record<string, string>, user = true) => {
    const response = await ingestion.api
      .get('/api/ingestion/inventory/components')
      .query(query)
      .set(
        'authorization',
        user
          ? mockCredentials.user.header()
          : mockCredentials.service.header({
              onBehalfOf: mockCredentials.service('plugin:x'),
              targetPluginId: 'ingestion',
            }),
      );
    expect(response.body.error).toBeUndefined();
    return response.body;
  };
  const refsOf = (body: { items: { entityRef: string }[] }) =>
    body.items.map(item => item.entityRef);

  it.each([
    'log4j-core',
    'org.apache.logging.log4j:log4j-core',
    'Org.Apache.Logging.Log4j/log4j-core',
    LOG4J,
    `${LOG4J}@2.0?type=jar`,
  ])('sorts everything that the caller may see, by %s', async name => {
    const body = await search({ package: name, version: '<2.17.0' });
    expect(body.counts).toEqual({
      affected: 3,
      cannotTell: 2,
      stale: 1,
      noSbom: 1,
      notAffected: 1,
    });
    expect(refsOf(body)).toEqual([ref('finding'), ref('old'), ENTITY_REF]);
    expect(body.items[0].matches).toMatchObject([
      { source: 'finding', version: '2.16.0', answer: 'in' },
    ]);
    expect(body.items[1]).toMatchObject({
      ownerRef: 'group:default/payments',
      isStale: false,
      matches: [
        {
          package: 'org.apache.logging.log4j:log4j-core',
          version: '2.14.1',
          answer: 'in',
          direct: true,
          source: 'inventory',
          tool: 'acme',
          category: 'app',
        },
      ],
    });
    expect(body.packages).toEqual([
      {
        name: 'org.apache.logging.log4j:log4j-core',
        type: 'maven',
        purl: LOG4J,
      },
    ]);
  });

  it('opens every bucket', async () => {
    const open = async (bucket: string) =>
      refsOf(
        await search({ package: 'log4j-core', version: '<2.17.0', bucket }),
      );
    expect(await open('cannotTell')).toEqual([ref('odd'), ref('part')]);
    expect(await open('stale')).toEqual([ref('stale')]);
    expect(await open('noSbom')).toEqual([ref('none')]);
    expect(await open('notAffected')).toEqual([ref('new')]);
  });

  it('says whose they are, and limits the page to an owner', async () => {
    const query = { package: 'log4j-core', version: '<2.17.0' };
    const all = await search(query, false);
    expect(
      all.owners.map(
        (owner: { ownerRef?: string; counts: Record<string, number> }) => [
          owner.ownerRef,
          owner.counts.affected,
        ],
      ),
    ).toEqual([
      ['group:default/payments', 3],
      ['group:default/other', 1],
    ]);
    const page = await search(
      { ...query, ownedBy: 'group:default/other' },
      false,
    );
    expect(refsOf(page)).toEqual([ref('secret')]);
    expect(page.counts).toEqual(all.counts);
    // To who may not see what another owner has, that owner does not exist.
    const own = await search(query);
    expect(own.owners).toHaveLength(1);
    expect(own.owners[0].counts).toEqual(own.counts);
  });

  it('says what fixes a finding, and what became of it', async () => {
    const { items } = await search({
      package: 'log4j-core',
      version: '<2.17.0',
    });
    expect(items[2].matches).toContainEqual(
      expect.objectContaining({
        source: 'finding',
        status: 'open',
        fixedVersions: ['2.17.0'],
      }),
    );
  });

  it('counts for each caller what that caller may see', async () => {
    const query = { package: 'log4j-core', version: '=2.14.0' };
    expect((await search(query)).counts.affected).toBe(0);
    expect((await search(query, false)).counts.affected).toBe(1);
    const hidden = await search({ package: 'log-secret' });
    expect(hidden).toMatchObject({ packages: [], totalItems: 0 });
    const suggest = async (authorization: string) => {
      const response = await ingestion.api
        .get('/api/ingestion/inventory/packages')
        .query({ q: 'LOG' })
        .set('authorization', authorization);
      return response.body.items.map((item: { name: string }) => item.name);
    };
    expect(await suggest(mockCredentials.user.header())).toEqual([
      'org.apache.logging.log4j:log4j-core',
    ]);
    const all = await ingestion.get('/inventory/packages', { q: 'log' });
    expect(all.body.items).toHaveLength(2);
  });

  it('looks only through findings that the caller may see', async () => {
    const store = new AdvisoryStore(database);
    const name = 'org.apache.logging.log4j:log4j-core';
    const list = async (reach: FindingReach) => [
      ...(await store.listByComponent([name], reach, 1)),
      ...(await store.listByAdvisory('CVE-2021-45105', reach, 1)),
    ];
    const ownedBy = (owner: string): FindingReach => ({
      visibility: {
        kind: 'where',
        apply: (query, columns) => query.where(columns.ownerRef, owner),
        matches: ({ ownerRef }) => ownerRef === owner,
      },
    });
    expect(await list(ownedBy('group:default/other'))).toEqual([]);
    expect(await list(ownedBy('group:default/payments'))).toHaveLength(2);
    const all: FindingReach['visibility'] = { kind: 'all' };
    expect(
      await list({ visibility: all, entityRefs: [ref('finding')] }),
    ).toMatchObject([
      { entityRef: ref('finding') },
      { entityRef: ref('finding') },
    ]);
    expect(await list({ visibility: all, entityRefs: [] })).toEqual([]);
    expect(await list({ visibility: { kind: 'none' } })).toEqual([]);
  });

  it('pages', async () => {
    const query = { package: 'log4j-core', limit: '2' };
    const first = await search(query);
    expect(first.totalItems).toBe(5);
    const second = await search({
      ...query,
      cursor: first.pageInfo.nextCursor,
    });
    const third = await search({
      ...query,
      cursor: second.pageInfo.nextCursor,
    });
    expect([first, second, third].flatMap(refsOf)).toEqual(
      refsOf(await search({ package: 'log4j-core' })),
    );
    expect(third.pageInfo.nextCursor).toBeUndefined();
    const back = await search({ ...query, cursor: third.pageInfo.prevCursor });
    expect(refsOf(back)).toEqual(refsOf(second));
  });

  it('knows whom an advisory concerns, with and without a scan', async () => {
    const ask = async (advisory: string, query = {}) => {
      const response = await ingestion.api
        .get(`/api/ingestion/advisories/${advisory}`)
        .query(query)
        .set('authorization', mockCredentials.user.header());
      expect(response.status).toBe(200);
      return response.body;
    };
    const body = await ask('cve-2021-44228');
    expect(body).toMatchObject({
      isKnown: true,
      counts: {
        open: 1,
        resolved: 0,
        unreported: 1,
        cannotTell: 2,
        stale: 1,
        noSbom: 2,
        notAffected: 1,
      },
      items: [
        {
          entityRef: ENTITY_REF,
          findings: {
            counts: { open: 1 },
            severity: 'high',
            overdue: false,
            dueAt: expect.any(String),
          },
          matches: [{ source: 'finding', findingId: expect.any(String) }, {}],
        },
      ],
    });
    expect(
      refsOf(await ask('CVE-2021-44228', { bucket: 'unreported' })),
    ).toEqual([ref('old')]);
    const unknown = await ask('CVE-1999-0001');
    expect(unknown).toMatchObject({
      isKnown: false,
      packages: [],
      counts: { notAffected: 0, stale: 0, cannotTell: 6, noSbom: 2 },
    });
  });

  it('writes all of an answer as a file that an auditor hears of, as far as the caller may see', async () => {
    const read = async (path: string, query: object, authorization?: string) =>
      ingestion.api
        .get(`/api/ingestion${path}`)
        .query(query)
        .set('authorization', authorization ?? mockCredentials.user.header());
    const asked = { package: 'log4j-core', version: '<2.17.0' };
    events.length = 0;
    const found = await read('/inventory/components/export', {
      ...asked,
      format: 'json',
    });
    const listed = [];
    for (const bucket of COMPONENT_BUCKETS) {
      listed.push(...(await search({ ...asked, bucket }, true)).items);
    }
    expect(found.body).toEqual(listed);
    expect(JSON.stringify(found.body)).not.toContain('secret');

    const csv = await read('/inventory/components/export', {
      ...asked,
      format: 'csv',
    });
    const [head, ...lines] = csv.text.trim().split('\r\n');
    expect(head).toContain('entity,owner,answer,package,version,in range');
    expect(lines.filter(line => line.startsWith(ref('old')))).toEqual([
      expect.stringMatching(/,affected,.*log4j-core,2\.14\.1,in,true,/),
    ]);
    expect(lines.filter(line => line.startsWith(ref('none')))).toEqual([
      expect.stringMatching(/,noSbom,,,/),
    ]);

    const advisory = await read('/advisories/CVE-2021-44228/export', {
      format: 'json',
    });
    expect(advisory.body).toContainEqual(
      expect.objectContaining({ entityRef: ENTITY_REF, bucket: 'open' }),
    );
    const own = '/entities/default/component/old/inventory';
    const components = await read(`${own}/export`, { format: 'json' });
    expect(components.body).toEqual((await read(own, {})).body.items);
    const hidden = '/entities/default/component/secret/inventory/export';
    expect((await read(hidden, { format: 'csv' })).status).toBe(403);
    expect(events).toMatchObject([
      { eventId: 'components-export', meta: { ...asked, format: 'json' } },
      { eventId: 'components-export', meta: { ...asked, format: 'csv' } },
      { eventId: 'advisory-export', meta: { id: 'CVE-2021-44228' } },
      { eventId: 'inventory-export', meta: { entityRef: ref('old') } },
      { eventId: 'inventory-export', status: 'failed' },
    ]);

    const none = mockCredentials.none.header();
    for (const path of [
      '/advisories/CVE-1/export',
      '/inventory/components/export',
    ]) {
      const query = { package: 'x', format: 'csv' };
      expect((await read(path, query, none)).status).toBe(401);
    }
    const bad = await read('/advisories/CVE-1/export', { format: 'xml' });
    expect(bad.status).toBe(400);
  });

  it('lists what one entity consists of', async () => {
    const path = '/entities/default/component/old/inventory';
    const first = await ingestion.get(path, { limit: '1' });
    expect(first.body).toMatchObject({
      totalItems: 2,
      lists: [{ tool: 'acme', components: 2, isStale: false }],
      items: [{ package: '@A/B', type: 'npm', direct: false }],
    });
    const second = await ingestion.get(path, {
      limit: '1',
      cursor: first.body.pageInfo.nextCursor,
    });
    expect(second.body).toMatchObject({
      items: [{ version: '2.14.1', direct: true, licences: ['MIT'] }],
      pageInfo: {},
    });
    expect((await ingestion.get(path, { q: 'LOG4' })).body.totalItems).toBe(1);
    const as = (name: string) =>
      ingestion.api
        .get(`/api/ingestion/entities/default/component/${name}/inventory`)
        .set('authorization', mockCredentials.user.header());
    expect((await as('secret')).status).toBe(403);
    expect((await as('nobody')).status).toBe(404);
  });

  it('refuses what it does not know', async () => {
    for (const [path, query, name] of [
      ['/inventory/components', {}, 'package'],
      ['/inventory/components', { package: 'pkg:' }, 'package'],
      ['/inventory/components', { package: 'x', version: '^1' }, 'version'],
      ['/inventory/components', { package: 'x', bucket: 'x' }, 'bucket'],
      ['/inventory/components', { package: 'x', cursor: 'x' }, 'cursor'],
      ['/inventory/packages', {}, 'q'],
      ['/advisories/CVE-1', { bucket: 'x' }, 'bucket'],
    ] as [string, Record<string, string>, string][]) {
      const response = await ingestion.get(path, query);
      expect(response.status).toBe(400);
      expect(response.body.error.details).toEqual({ path: `query.${name}` });
    }
  });

  it('writes what differs, and nothing of what is the same', async () => {
    const list = async () => {
      const rows = await database('inventory_components')
        .join('inventory_scopes', 'inventory_scopes.id', 'scope_id')
        .join('inventory_versions', 'inventory_versions.key', 'version_key')
        .where({ entity_ref: ref('old') })
        .orderBy('version')
        .pluck('version');
      return rows;
    };
    const send = (purls: string[], query: Record<string, string> = {}) =>
      ingestion.submit(sbom({ purls }), { entityRef: ref('old'), ...query });
    const kept = await send(['pkg:npm/a@1', 'pkg:npm/b@2', 'pkg:npm/b@2']);
    expect(kept).toMatchObject({ applied: true, counts: { components: 2 } });
    expect(await list()).toEqual(['1', '2']);
    // Older says nothing, partial only adds, and the same is the same.
    const older = await send(['pkg:npm/c@9'], { startedAt: daysAgo(3) });
    expect(older).toMatchObject({ applied: false, reason: 'older' });
    await send(['pkg:npm/c@3'], { complete: 'false' });
    expect(await list()).toEqual(['1', '2', '3']);
    await send(['pkg:npm/c@3']);
    expect(await list()).toEqual(['3']);
    const facts = async () => {
      const response = await ingestion.get('/scorecard-facts');
      return response.body.items.find(
        (item: { entityRef: string }) => item.entityRef === ref('old'),
      ).facts;
    };
    expect(await facts()).toMatchObject({
      sbom: { state: 'active', tool: 'acme', components: 1 },
      coverage: { sca: { state: 'missing' } },
    });
  });
});
