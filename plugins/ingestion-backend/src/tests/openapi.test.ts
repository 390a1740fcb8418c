import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import Ajv from 'ajv/dist/2020';
import { openApi } from '../openapi';
import { sarif } from './__testUtils__/sarif';
import {
  component,
  ENTITY_REF,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(openApi, 'openapi');

jest.setTimeout(60_000);

/** Checks an answer against the document for its path and status. */
function expectToMatch(
  method: 'get' | 'post',
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
    expectToMatch(
      'get',
      '/reports',
      await ingestion.get('/reports', { limit: '0' }),
    );
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
});
