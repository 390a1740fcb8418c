import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import Ajv from 'ajv/dist/2020';
import { openApi } from '../openapi';
import { signatureOf, SECRET } from './__testUtils__/githubEvents';
import { sarif } from './__testUtils__/sarif';
import {
  CI,
  component,
  ENTITY_REF,
  serviceHeader,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';
import { openvexOf, trivyOf } from './__testUtils__/vex';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(openApi, 'openapi');

jest.setTimeout(60_000);

/** Checks an answer against the document for its path and status. */
function expectToMatch(
  method: 'delete' | 'get' | 'post',
  path: string,
  response: { status: number; body: unknown },
) {
  const pointer = [
    'paths',
    path.replaceAll('~', '~0').replaceAll('/', '~1'),
    method,
    'responses',
    response.status,
    'content',
    'application~1json',
    'schema',
  ].join('/');
  const validate = ajv.compile({
    $ref: `openapi#/${encodeURI(pointer)}`,
  });
  validate(response.body);
  expect({ path, errors: validate.errors ?? [] }).toEqual({ path, errors: [] });
}

describe('the answers and /openapi.json', () => {
  let ingestion: TestIngestion;

  beforeAll(async () => {
    ingestion = await startIngestion(await databases.init('SQLITE_3'), {
      config: { webhooks: { github: [{ secret: SECRET, owner: 'a' }] } },
      entities: [
        component('payments-api'),
        component('ledger', { owner: 'group:default/ledger' }),
      ],
    });
  });
  afterAll(async () => {
    await ingestion.stop();
  });

  it('serves the document', async () => {
    const response = await ingestion.get('/openapi.json');
    expect(response.body).toEqual(JSON.parse(JSON.stringify(openApi)));
  });

  it('agree about reports', async () => {
    const sent = await ingestion.send(
      sarif([{ rule: 'sqli', path: 'src/a.ts', line: 3, suppressed: true }]),
      { ref: 'main', commit: 'abcd1234' },
    );
    expect(sent.status).toBe(202);
    expectToMatch('post', '/reports', sent);
    for (const [query, headers, status] of [
      [{ complete: 'x' }, {}, 400],
      [{}, { 'content-encoding': 'br' }, 415],
      [{}, { authorization: mockCredentials.none.header() }, 401],
      [{ entityRef: 'component:other/x' }, {}, 403],
      [{ startedAt: '2999-01-01T00:00:00Z' }, {}, 422],
    ] as [Record<string, string>, Record<string, string>, number][]) {
      const response = await ingestion.send('{', query, headers);
      expect(response.status).toBe(status);
      expectToMatch('post', '/reports', response);
    }
    const bad = await ingestion.submit('{"runs":[', { format: 'sarif-2.1.0' });
    for (const id of [sent.body.reportId, bad.reportId, 'none']) {
      expectToMatch(
        'get',
        '/reports/{reportId}',
        await ingestion.get(`/reports/${id}`, { wait: '20' }),
      );
    }
    expectToMatch('get', '/reports', await ingestion.get('/reports'));
    expectToMatch('get', '/activity', await ingestion.get('/activity'));
    expectToMatch(
      'get',
      '/reports',
      await ingestion.get('/reports', { limit: '0' }),
    );
  });

  it('agree about VEX documents and what they say', async () => {
    const entityRef = 'component:default/ledger';
    const flaw = 'CVE-2026-1000';
    await ingestion.submit(trivyOf([{ id: flaw, severity: 'HIGH' }]), {
      entityRef,
    });
    const { reportId } = await ingestion.submit(
      openvexOf([{ id: flaw, status: 'not_affected' }]),
      { entityRef },
    );
    const receipt = await ingestion.get(`/reports/${reportId}`);
    expect(receipt.body.statements.requested).toBe(1);
    expectToMatch('get', '/reports/{reportId}', receipt);
    const list = await ingestion.get('/findings', { entityRef });
    const [{ id }] = list.body.items;
    const finding = await ingestion.get(`/findings/${id}`);
    expect(finding.body.statements).toHaveLength(1);
    expectToMatch('get', '/findings/{id}', finding);
  });

  it('agree about findings', async () => {
    const list = await ingestion.get('/findings', { entityRef: ENTITY_REF });
    expect(list.body.items).toHaveLength(1);
    expectToMatch('get', '/findings', list);
    expectToMatch(
      'get',
      '/findings',
      await ingestion.get('/findings', { severity: 'x' }),
    );
    for (const id of [list.body.items[0].id, 'none']) {
      expectToMatch(
        'get',
        '/findings/{id}',
        await ingestion.get(`/findings/${id}`),
      );
    }
    const [{ id }] = list.body.items;
    const post = (path: string, body: object) =>
      ingestion.api
        .post(`/api/ingestion${path}`)
        .set('authorization', mockCredentials.user.header())
        .send(body);
    const dismissal = { ids: [id, 'none'], action: 'dismiss' };
    const asked = await post('/findings/actions', {
      ...dismissal,
      reason: 'component_not_present',
      text: 'a test',
    });
    expect(asked.status).toBe(200);
    expectToMatch('post', '/findings/actions', asked);
    expectToMatch(
      'post',
      '/findings/actions',
      await post('/findings/actions', dismissal),
    );
    const triaged = await ingestion.api
      .get(`/api/ingestion/findings/${id}`)
      .set('authorization', mockCredentials.user.header());
    expect(triaged.body.dismissalRequest).toBeDefined();
    expectToMatch('get', '/findings/{id}', triaged);
    for (const actionId of [asked.body.actionId, 'none']) {
      expectToMatch(
        'post',
        '/findings/actions/{actionId}/undo',
        await post(`/findings/actions/${actionId}/undo`, {}),
      );
    }
    const summary = '/entities/{namespace}/{kind}/{name}/summary';
    for (const name of ['payments-api', 'none']) {
      expectToMatch(
        'get',
        summary,
        await ingestion.get(`/entities/default/component/${name}/summary`),
      );
    }
    const forbidden = await ingestion.api
      .get('/api/ingestion/entities/default/component/ledger/summary')
      .set('authorization', mockCredentials.user.header());
    expect(forbidden.status).toBe(403);
    expectToMatch('get', summary, forbidden);
  });

  it('agree about inventories', async () => {
    const sent = await ingestion.submit(
      JSON.stringify({
        bomFormat: 'CycloneDX',
        components: [{ name: 'a', version: '1', purl: 'pkg:npm/a@1' }],
      }),
    );
    expect(sent.counts?.components).toBe(1);
    const template = '/entities/{namespace}/{kind}/{name}/inventory';
    for (const [path, url, query, status] of [
      ['/inventory/components', undefined, { package: 'a' }, 200],
      ['/inventory/components', undefined, {}, 400],
      ['/inventory/packages', undefined, { q: 'a' }, 200],
      ['/advisories/{id}', '/advisories/sqli', {}, 200],
      [template, '/entities/default/component/payments-api/inventory', {}, 200],
      [template, '/entities/default/component/none/inventory', {}, 404],
      [
        '/inventory/components/export',
        undefined,
        { package: 'a', format: 'json' },
        200,
      ],
      ['/inventory/components/export', undefined, { format: 'json' }, 400],
      [
        '/advisories/{id}/export',
        '/advisories/sqli/export',
        { format: 'json' },
        200,
      ],
      ['/advisories/{id}/export', '/advisories/sqli/export', {}, 400],
      [
        `${template}/export`,
        '/entities/default/component/payments-api/inventory/export',
        { format: 'json' },
        200,
      ],
      [
        `${template}/export`,
        '/entities/default/component/none/inventory/export',
        { format: 'json' },
        404,
      ],
    ] as [string, string | undefined, Record<string, string>, number][]) {
      const response = await ingestion.get(url ?? path, query);
      expect(response.status).toBe(status);
      expectToMatch('get', path, response);
    }
  });

  it('agree about views of findings', async () => {
    for (const [path, query] of [
      ['/findings/groups', { entityRef: ENTITY_REF, status: 'all' }],
      ['/findings/groups', {}],
      ['/findings/facets', { status: 'all' }],
      ['/findings/facets', { due: 'x' }],
      ['/findings/export', { format: 'json', status: 'all' }],
      ['/reports', { outcome: 'processed,waiting', q: 'pay' }],
      ['/reports', { since: 'yesterday' }],
      ['/reports/export', { format: 'json', source: 'service' }],
      ['/reports/export', {}],
      ['/findings/export', {}],
    ] as [string, Record<string, string>][]) {
      const response = await ingestion.get(path, query);
      expect([200, 400]).toContain(response.status);
      expectToMatch('get', path, response);
    }
  });

  it('agree about the gate', async () => {
    await ingestion.submit(
      sarif([{ rule: 'xss', path: 'src/b.ts', line: 4 }]),
      { ref: 'fix' },
    );
    for (const [body, status] of [
      [{ entityRef: ENTITY_REF, ref: 'fix', commit: 'abcd' }, 200],
      [{ entityRef: ENTITY_REF }, 200],
      [{ ref: 'fix' }, 400],
      [{ entityRef: 'component:other/x' }, 403],
      [{ entityRef: 'component:default/none' }, 404],
    ] as [object, number][]) {
      const response = await ingestion.api
        .post('/api/ingestion/gate')
        .set('authorization', CI)
        .send(body);
      expect(response.status).toBe(status);
      expectToMatch('post', '/gate', response);
    }
  });

  it('agree about upload tokens', async () => {
    const user = mockCredentials.user.header();
    const mint = (body: object, authorization = user) =>
      ingestion.api
        .post('/api/ingestion/upload-tokens')
        .set('authorization', authorization)
        .send(body);
    const minted = await mint({ name: 'CI', entityRefs: [ENTITY_REF] });
    expect(minted.status).toBe(201);
    const foreign = { name: 'CI', entityRefs: ['component:default/ledger'] };
    for (const [response, status] of [
      [minted, 201],
      [await mint({ name: 'CI' }), 400],
      [await mint(foreign), 403],
      [await mint({}, mockCredentials.none.header()), 401],
    ] as const) {
      expect(response.status).toBe(status);
      expectToMatch('post', '/upload-tokens', response);
    }
    const list = (authorization: string) =>
      ingestion.api
        .get('/api/ingestion/upload-tokens')
        .set('authorization', authorization);
    expectToMatch('get', '/upload-tokens', await list(user));
    expectToMatch('get', '/upload-tokens', await list(serviceHeader('ci')));
    const { id } = minted.body;
    for (const [tokenId, status] of [
      [id, 201],
      [id, 409],
      ['none', 404],
    ]) {
      const response = await ingestion.api
        .post(`/api/ingestion/upload-tokens/${tokenId}/rotate`)
        .set('authorization', user);
      expect(response.status).toBe(status);
      expectToMatch('post', '/upload-tokens/{id}/rotate', response);
    }
    const gone = await ingestion.api
      .delete('/api/ingestion/upload-tokens/none')
      .set('authorization', user);
    expect(gone.status).toBe(404);
    expectToMatch('delete', '/upload-tokens/{id}', gone);
  });

  it('agree about exchanges', async () => {
    for (const [body, status] of [
      [{ token: 'x' }, 400],
      [{ token: 'x', entityRef: ENTITY_REF }, 401],
    ] as const) {
      const response = await ingestion.api
        .post('/api/ingestion/oidc/exchange')
        .send(body);
      expect(response.status).toBe(status);
      expectToMatch('post', '/oidc/exchange', response);
    }
  });

  it('agree about waivers', async () => {
    const post = (path: string, body: object) =>
      ingestion.api
        .post(`/api/ingestion${path}`)
        .set('authorization', mockCredentials.user.header())
        .send(body);
    await ingestion.submit(
      sarif([{ rule: 'xss', path: 'src/w.ts', line: 3 }]),
      { category: 'waivers' },
    );
    const target = {
      kind: 'rule',
      entityRef: ENTITY_REF,
      tool: 'CodeQL',
      ruleId: 'xss',
    };
    const preview = await post('/waivers/preview', { target });
    expect(preview.body.hides.total).toBe(1);
    expectToMatch('post', '/waivers/preview', preview);
    const request = {
      target,
      reason: 'r',
      riskStatement: 's',
      treatment: 'accept',
      expiresAt: new Date(Date.now() + 1000 * 3600).toISOString(),
    };
    const asked = await post('/waivers', request);
    expect(asked.status).toBe(201);
    expectToMatch('post', '/waivers', asked);
    const { id } = asked.body;
    for (const bad of [{}, { ...request, expiresAt: '2020-01-01T00:00:00Z' }]) {
      expectToMatch('post', '/waivers', await post('/waivers', bad));
    }
    for (const [waiver, action] of [
      [id, { action: 'approve' }],
      [id, { action: 'fly' }],
      [id, { action: 'withdraw' }],
      [id, { action: 'withdraw' }],
      ['none', { action: 'withdraw' }],
    ]) {
      expectToMatch(
        'post',
        '/waivers/{id}/actions',
        await post(`/waivers/${waiver}/actions`, Object(action)),
      );
    }
    const list = await ingestion.get('/waivers');
    expect(list.body.items).toHaveLength(1);
    expectToMatch('get', '/waivers', list);
    expectToMatch(
      'get',
      '/waivers/{id}',
      await ingestion.get(`/waivers/${id}`),
    );
  });

  it('agree about deployments and pipeline runs', async () => {
    const deployment = {
      entityRef: ENTITY_REF,
      environment: 'production',
      deploymentId: 'd1',
      finishedAt: '2025-03-01T10:00:00Z',
      outcome: 'succeeded',
    };
    const run = {
      entityRef: ENTITY_REF,
      pipeline: 'ci',
      runId: 'r1',
      ref: 'main',
      commit: 'abcd1234',
      startedAt: '2025-03-01T09:00:00Z',
      finishedAt: '2025-03-01T10:00:00Z',
      outcome: 'failed',
      gate: { policy: 'default', verdict: 'block', obeyed: true },
      url: 'https://ci.example/r1',
      steps: [{ name: 'test', outcome: 'failed' }],
    };
    for (const [path, body] of [
      ['/deployments', deployment],
      ['/pipeline-runs', run],
    ] as const) {
      for (const [sent, token, status] of [
        [body, CI, 200],
        [[body], CI, 200],
        [{ ...body, outcome: 'odd' }, CI, 400],
        [body, mockCredentials.none.header(), 401],
        [body, serviceHeader('other'), 403],
        [{ ...body, entityRef: 'component:default/gone' }, CI, 422],
      ] as const) {
        const response = await ingestion.api
          .post(`/api/ingestion${path}`)
          .set('authorization', token)
          .send(sent);
        expect(response.status).toBe(status);
        expectToMatch('post', path, response);
      }
      expectToMatch('get', path, await ingestion.get(path));
      const bad = await ingestion.get(path, { cursor: 'x' });
      expect(bad.status).toBe(400);
      expectToMatch('get', path, bad);
    }
  });

  it('agree about scans that come no more', async () => {
    const path = '/entities/{namespace}/{kind}/{name}/scopes';
    const url = (name: string) => `/entities/default/component/${name}/scopes`;
    await ingestion.submit(sarif([{ rule: 'r', path: 'a.ts', line: 1 }]), {
      category: 'legacy',
    });
    const list = await ingestion.get(url('payments-api'));
    expectToMatch('get', path, list);
    expectToMatch(
      'get',
      path,
      await ingestion.get(url('payments-api'), { limit: 'x' }),
    );
    expectToMatch('get', path, await ingestion.get(url('gone')));
    const [{ id }] = list.body.items;
    for (const [body, status] of [
      [{ reason: '' }, 400],
      [{ reason: 'gone' }, 200],
      [{ reason: 'gone' }, 422],
    ] as const) {
      const response = await ingestion.api
        .post(`/api/ingestion${url('payments-api')}/${id}/retire`)
        .set('authorization', mockCredentials.user.header())
        .send(body);
      expect(response.status).toBe(status);
      expectToMatch('post', `${path}/{id}/retire`, response);
    }
    const retired = await ingestion.get(url('payments-api'), {
      retired: 'true',
    });
    expectToMatch('get', path, retired);
  });

  it('agree about webhooks', async () => {
    for (const [event, body, status] of [
      ['ping', '{}', 200],
      ['push', '{}', 202],
      ['dependabot_alert', '{', 400],
      ['push', '{"repository":{"full_name":"other/app"}}', 403],
      [
        'dependabot_alert',
        '{"repository":{"full_name":"a/b"},"alert":{"number":1}}',
        422,
      ],
    ] as const) {
      const response = await ingestion.api
        .post('/api/ingestion/webhooks/github')
        .set({
          'content-type': 'application/json',
          'x-github-event': event,
          'x-github-delivery': 'd1',
          'x-hub-signature-256': signatureOf(body),
        })
        .send(body);
      expect(response.status).toBe(status);
      expectToMatch('post', '/webhooks/github', response);
    }
  });
});
