import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  CONTROL_TYPES,
  COVERAGE_STATES,
  CoverageMap,
} from '@synchrony/backstage-plugin-ingestion-common';
import { sarif } from './__testUtils__/sarif';
import {
  component,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';
import { until } from './__testUtils__/until';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const DAY_MS = 24 * 60 * 60 * 1000;
const A = { rule: 'sqli', path: 'src/a.ts', line: 3, snippet: 'query(x)' };
const LEDGER = 'component:default/ledger';

jest.setTimeout(60_000);

function related(
  kind: string,
  name: string,
  relations: [string, string][],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', title: `The ${name}` },
    spec: {},
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

function inSystem(entity: Entity, system: string): Entity {
  return {
    ...entity,
    relations: [
      ...(entity.relations ?? []),
      { type: 'partOf', targetRef: `system:default/${system}` },
    ],
  };
}

/** A run whose tool says that it failed. */
function failedRun(guid: string): string {
  return JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'CodeQL' } },
        automationDetails: { guid },
        invocations: [{ executionSuccessful: false }],
        results: [],
      },
    ],
  });
}

describe.each(databases.eachSupportedId())('coverage, %s', id => {
  let ingestion: TestIngestion;
  const owned = { owners: ['group:default/payments'] };

  const map = async (header?: string): Promise<CoverageMap> => {
    const response = await ingestion.api
      .get('/api/ingestion/coverage/map')
      .set('authorization', header ?? mockCredentials.service.header());
    expect(response.status).toBe(200);
    return response.body;
  };
  const sast = async (platform: string) =>
    (await map()).platforms.find(({ platformRef }) => platformRef === platform)
      ?.controls.sast;
  const rows = async (query: Record<string, string>) =>
    (await ingestion.get('/coverage/entities', query)).body;

  beforeAll(async () => {
    ingestion = await startIngestion(await databases.init(id), {
      entities: [
        inSystem(component('payments-api'), 'clearing'),
        inSystem(
          component('payments-web', {
            annotations: { 'synchrony.io/declared-controls': 'dast, SAST' },
          }),
          'clearing',
        ),
        component('ledger', { owner: 'group:default/ledger' }),
        component('orphan', { owner: 'group:default/nobody' }),
        related('System', 'clearing', [['partOf', 'domain:default/payments']]),
        related('Domain', 'payments', [
          ['ownedBy', 'group:default/payments-platform'],
        ]),
        related('Group', 'ledger', [
          ['childOf', 'group:default/payments-platform'],
        ]),
      ],
      ownershipEntityRefs: () => owned.owners,
    });
    await until(async () => (await map()).entities === 4);
  });
  afterAll(async () => {
    await ingestion.stop();
  });

  it('counts every component once in each control', async () => {
    expect(await map()).toMatchObject({
      entities: 4,
      platforms: [
        {
          platformRef: 'domain:default/payments',
          title: 'The payments',
          entities: 3,
          controls: {
            sast: { missing: 2, declared: 1, active: 0 },
            dast: { missing: 2, declared: 1 },
            iac: { not_applicable: 3, missing: 0 },
          },
        },
        { entities: 1 },
      ],
    });
  });

  it('shows lists of components as evidence of their own, and as no scan', async () => {
    const bom = (serial: string) =>
      JSON.stringify({
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        version: 1,
        serialNumber: `urn:uuid:${serial}`,
        metadata: {
          tools: { components: [{ type: 'application', name: 'syft' }] },
        },
        components: [
          {
            type: 'library',
            name: 'netty',
            version: '4.1.0',
            purl: 'pkg:maven/io.netty/netty@4.1.0',
          },
        ],
      });
    const of = async () =>
      (await map()).platforms.find(
        ({ platformRef }) => platformRef === 'domain:default/payments',
      );
    expect((await of())?.sbom).toMatchObject({ missing: 3, active: 0 });
    const at = (days: number) => ({
      startedAt: new Date(Date.now() - days * DAY_MS).toISOString(),
    });
    await ingestion.submit(
      bom('3e671687-395b-41f5-a30f-a58921a69b79'),
      at(300),
    );
    expect((await of())?.sbom).toMatchObject({ missing: 2, stale: 1 });
    await ingestion.submit(bom('3e671687-395b-41f5-a30f-a58921a69b80'), at(1));
    const after = await of();
    expect(after?.sbom).toMatchObject({ missing: 2, active: 1, stale: 0 });
    expect(after?.controls.sca).toMatchObject({ missing: 3, active: 0 });
    const { items, totalItems } = await rows({
      control: 'sbom',
      platform: 'domain:default/payments',
      state: 'active',
    });
    expect(totalItems).toBe(1);
    expect(items).toMatchObject([
      {
        entityRef: 'component:default/payments-api',
        controlType: 'sbom',
        state: 'active',
        lastCompleteAt: expect.any(String),
      },
    ]);
    const first = await rows({ control: 'sbom', limit: '3' });
    const second = await rows({
      control: 'sbom',
      limit: '3',
      cursor: first.pageInfo.nextCursor,
    });
    expect([first.items.length, second.items.length]).toEqual([3, 1]);
    const own = await map(mockCredentials.user.header());
    expect(own.platforms.flatMap(({ sbom }) => sbom.active)).toEqual([1]);
  });

  it('is active after a scan, stale when it is old and failing after three failures', async () => {
    const startedAt = (days: number) => ({
      startedAt: new Date(Date.now() - days * DAY_MS).toISOString(),
    });
    await ingestion.submit(sarif([A]), startedAt(20));
    expect(await sast('domain:default/payments')).toMatchObject({ stale: 1 });
    await ingestion.submit(sarif([A]), startedAt(3));
    expect(await sast('domain:default/payments')).toMatchObject({
      active: 1,
      stale: 0,
    });
    await ingestion.submit(failedRun('1'));
    // A partial scan on purpose is no failure, nor is one of another branch.
    await ingestion.submit(sarif([]), { complete: 'false' });
    await ingestion.submit(failedRun('2'), { ref: 'feature' });
    await ingestion.submit('{"runs":[', {
      format: 'sarif-2.1.0',
      tool: 'CodeQL',
    });
    expect(await sast('domain:default/payments')).toMatchObject({ active: 1 });
    await ingestion.submit(failedRun('3'));
    expect(await sast('domain:default/payments')).toMatchObject({
      active: 0,
      failing: 1,
    });
    const facts = await ingestion.get('/scorecard-facts');
    expect(
      facts.body.items.find(
        ({ entityRef }: { entityRef: string }) =>
          entityRef === 'component:default/payments-api',
      ).facts.coverage.sast,
    ).toMatchObject({ state: 'failing', failures: 3 });
    expect(
      (await ingestion.summary()).coverage.find(
        ({ controlType }) => controlType === 'sast',
      ),
    ).toMatchObject({ state: 'failing', failures: 3 });
    await ingestion.submit(sarif([A]));
    expect(await sast('domain:default/payments')).toMatchObject({ active: 1 });
  });

  it('lists the components behind a number, page by page', async () => {
    const first = await rows({
      control: 'iac',
      platform: 'domain:default/payments',
      limit: '2',
    });
    expect(first).toMatchObject({
      totalItems: 3,
      items: [
        {
          entityRef: LEDGER,
          state: 'not_applicable',
          reason: expect.stringContaining('iac'),
          ownerRef: 'group:default/ledger',
        },
        { entityRef: 'component:default/payments-api' },
      ],
    });
    const query = { control: 'iac', platform: 'domain:default/payments' };
    const second = await rows({
      ...query,
      limit: '2',
      cursor: first.pageInfo.nextCursor,
    });
    expect(second.items).toMatchObject([
      { entityRef: 'component:default/payments-web' },
    ]);
    const back = await rows({
      ...query,
      limit: '2',
      cursor: second.pageInfo.prevCursor,
    });
    expect(back.items).toEqual(first.items);
    expect(
      (await rows({ control: 'sast', state: 'declared' })).items,
    ).toMatchObject([
      { entityRef: 'component:default/payments-web', state: 'declared' },
    ]);
    expect(
      (await rows({ control: 'sast', platform: 'none' })).items,
    ).toMatchObject([{ entityRef: 'component:default/orphan' }]);
  });

  it('lists in each state what it counts there', async () => {
    for (const control of CONTROL_TYPES) {
      for (const state of COVERAGE_STATES) {
        const { items } = await rows({ control, state });
        const counted = (await map()).platforms.reduce(
          (sum, { controls }) => sum + controls[control][state],
          0,
        );
        expect(items).toHaveLength(counted);
        for (const item of items) {
          expect(item.state).toBe(state);
        }
      }
    }
  });

  it('counts and lists only what a person may see', async () => {
    const user = mockCredentials.user.header();
    expect(await map(user)).toMatchObject({
      entities: 2,
      platforms: [{ entities: 2 }],
    });
    const list = await ingestion.api
      .get('/api/ingestion/coverage/entities')
      .query({ control: 'sast' })
      .set('authorization', user);
    expect(
      list.body.items.map(({ entityRef }: { entityRef: string }) => entityRef),
    ).toEqual([
      'component:default/payments-api',
      'component:default/payments-web',
    ]);
    owned.owners = ['group:default/nobody-else'];
    expect(await map(user)).toMatchObject({ entities: 0, platforms: [] });
    const anonymous = await ingestion.api
      .get('/api/ingestion/coverage/map')
      .set('authorization', mockCredentials.none.header());
    expect(anonymous.status).toBe(401);
  });

  it('says what is wrong with a question', async () => {
    for (const [query, name] of [
      [{}, 'control'],
      [{ control: 'sast', state: 'green' }, 'state'],
      [{ control: 'sast', platform: 'x y' }, 'platform'],
    ] as const) {
      const response = await ingestion.get('/coverage/entities', query);
      expect(response.status).toBe(400);
      expect(response.body.error.details.path).toBe(`query.${name}`);
    }
  });
});
