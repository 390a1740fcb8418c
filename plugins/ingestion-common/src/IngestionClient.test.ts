import { IngestionClient } from './IngestionClient';

function setUp(status: number, body: unknown) {
  const fetchMock = jest.fn(async (_url: string, _init?: RequestInit) => ({
    ok: status < 400,
    status,
    statusText: 'status',
    headers: { get: () => 'application/json' },
    json: async () => body,
    text: async () => JSON.stringify(body),
    blob: async () => new Blob([JSON.stringify(body)]),
  }));
  const client = new IngestionClient({
    discoveryApi: { getBaseUrl: async id => `http://back.end/api/${id}` },
    fetchApi: { fetch: fetchMock as unknown as typeof fetch },
  });
  return {
    client,
    url: () => fetchMock.mock.calls[0][0],
    init: () => fetchMock.mock.calls[0][1],
  };
}

describe('IngestionClient', () => {
  it('lists findings, and repeats what has several values', async () => {
    const { client, url } = setUp(200, { items: [] });
    await client.getFindings({
      entityRef: 'component:default/a',
      severity: ['critical', 'high'],
      cursor: undefined,
      overdue: true,
    });
    expect(url()).toBe(
      'http://back.end/api/ingestion/findings?entityRef=component%3Adefault%2Fa&severity=critical&severity=high&overdue=true',
    );
  });

  it('names an entity by the parts of its ref', async () => {
    const { client, url } = setUp(200, {});
    await client.getSummary('component:default/payments api');
    expect(url()).toBe(
      'http://back.end/api/ingestion/entities/default/component/payments%20api/summary',
    );
  });

  it.each([
    [
      'attention',
      (client: IngestionClient) =>
        client.getAttention({ entityRefs: ['component:default/a'] }),
      { entityRefs: ['component:default/a'] },
    ],
    [
      'attention/entities',
      (client: IngestionClient) =>
        client.getEntityAttention({ entityRefs: ['component:default/a'] }),
      { entityRefs: ['component:default/a'] },
    ],
    [
      'figures',
      (client: IngestionClient) =>
        client.getFigures({
          entityRefs: ['component:default/a'],
          from: '2026-11-01',
          to: '2026-12-01',
        }),
      {
        entityRefs: ['component:default/a'],
        from: '2026-11-01',
        to: '2026-12-01',
      },
    ],
  ] as const)('asks for %s of many entities', async (name, ask, asked) => {
    const { client, init, url } = setUp(200, {});
    await ask(client);
    expect(url()).toBe(`http://back.end/api/ingestion/${name}`);
    expect(init()).toMatchObject({
      method: 'POST',
      body: JSON.stringify(asked),
    });
  });

  it('encodes ids', async () => {
    const { client, url } = setUp(200, {});
    await client.getFinding('../reports');
    expect(url()).toBe('http://back.end/api/ingestion/findings/..%2Freports');
  });

  it('waits for a report', async () => {
    const { client, url } = setUp(200, {});
    await client.getReport('r-1', { waitSeconds: 30 });
    expect(url()).toBe('http://back.end/api/ingestion/reports/r-1?wait=30');
  });

  it('lists receipts', async () => {
    const { client, url } = setUp(200, { items: [] });
    await client.getReports({ entityRef: 'component:default/a', limit: 5 });
    expect(url()).toBe(
      'http://back.end/api/ingestion/reports?entityRef=component%3Adefault%2Fa&limit=5',
    );
  });

  it('asks the gate', async () => {
    const { client, init, url } = setUp(200, { verdict: 'pass' });
    const request = { entityRef: 'component:default/a', ref: 'fix' };
    await expect(client.gate(request)).resolves.toEqual({ verdict: 'pass' });
    expect(url()).toBe('http://back.end/api/ingestion/gate');
    expect(init()).toMatchObject({
      method: 'POST',
      body: JSON.stringify(request),
    });
  });

  it('makes an upload token', async () => {
    const { client, init, url } = setUp(201, { token: 'syn_1_2' });
    const request = { name: 'CI', entityRefs: ['component:default/a'] };
    await client.mintUploadToken(request);
    expect(url()).toBe('http://back.end/api/ingestion/upload-tokens');
    expect(init()).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
  });

  it('rotates and revokes an upload token', async () => {
    const rotate = setUp(201, {});
    await rotate.client.rotateUploadToken('ab/c');
    expect(rotate.url()).toBe(
      'http://back.end/api/ingestion/upload-tokens/ab%2Fc/rotate',
    );
    const revoke = setUp(204, undefined);
    await revoke.client.revokeUploadToken('abc');
    expect(revoke.url()).toBe(
      'http://back.end/api/ingestion/upload-tokens/abc',
    );
    expect(revoke.init()).toMatchObject({ method: 'DELETE' });
  });

  it('lists upload tokens', async () => {
    const { client, url } = setUp(200, { items: [] });
    await client.getUploadTokens({ entityRef: 'component:default/a' });
    expect(url()).toBe(
      'http://back.end/api/ingestion/upload-tokens?entityRef=component%3Adefault%2Fa',
    );
  });

  it('asks for views of findings', async () => {
    const entityRef = 'component:default/a';
    const query = { entityRef, orderBy: 'dueAt', limit: 5 } as const;
    const facets = setUp(200, {});
    await facets.client.getFindingFacets(query);
    expect(facets.url()).toMatch(/facets\?entityRef=component%3Adefault%2Fa$/);
    const file = setUp(200, []);
    expect((await file.client.exportFindings(query, 'json')).size).toBe(2);
    expect(file.url()).toMatch(
      /export\?format=json&entityRef=component%3Adefault%2Fa&orderBy=dueAt$/,
    );
    const trend = setUp(200, {});
    await trend.client.getTrend(entityRef);
    expect(trend.url()).toMatch(/entities\/default\/component\/a\/trend$/);
  });

  it('sends a report, lists scans and retires one', async () => {
    const entityRef = 'component:default/a';
    const file = new Blob(['{}']);
    const upload = setUp(202, {});
    await upload.client.uploadReport({ entityRef, ref: 'a b' }, file);
    expect(upload.url()).toMatch(
      /reports\?entityRef=component%3Adefault%2Fa&ref=a\+b$/,
    );
    expect(upload.init()).toMatchObject({ method: 'POST', body: file });
    const scopes = setUp(200, {});
    await scopes.client.getScopes(entityRef, { retired: true });
    expect(scopes.url()).toMatch(/component\/a\/scopes\?retired=true$/);
    const retired = setUp(200, {});
    await retired.client.retireScope(entityRef, '7', { reason: 'gone' });
    expect(retired.url()).toMatch(/component\/a\/scopes\/7\/retire$/);
    expect(retired.init()).toMatchObject({ body: '{"reason":"gone"}' });
  });

  it('sends what a person does, and takes it back', async () => {
    const { client, init, url } = setUp(200, {});
    await client.triageFindings({ ids: ['f1'], action: 'confirm' });
    expect(url()).toBe('http://back.end/api/ingestion/findings/actions');
    expect(init()).toEqual({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"ids":["f1"],"action":"confirm"}',
    });
    const other = setUp(200, {});
    await other.client.undoFindingAction('a/1');
    expect(other.url()).toBe(
      'http://back.end/api/ingestion/findings/actions/a%2F1/undo',
    );
    expect(other.init()?.method).toBe('POST');
  });

  it('turns an error answer into an error', async () => {
    const { client } = setUp(403, {
      error: { name: 'NotAllowedError', message: 'Not yours' },
    });
    await expect(client.getSummary('component:default/a')).rejects.toThrow(
      '403',
    );
  });
});
