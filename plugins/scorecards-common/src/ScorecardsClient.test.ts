import { ScorecardsClient } from './ScorecardsClient';

function setUp(status: number, body: unknown) {
  const fetchMock = jest.fn(async (_url: string) => ({
    ok: status < 400,
    status,
    statusText: 'status',
    headers: { get: () => 'application/json' },
    json: async () => body,
    blob: async () => new Blob([JSON.stringify(body)]),
    text: async () => JSON.stringify(body),
  }));
  const client = new ScorecardsClient({
    discoveryApi: { getBaseUrl: async id => `http://back.end/api/${id}` },
    fetchApi: { fetch: fetchMock as unknown as typeof fetch },
  });
  return { client, url: () => fetchMock.mock.calls[0][0] };
}

describe('ScorecardsClient', () => {
  it('reads one entity', async () => {
    const { client, url } = setUp(200, { entityRef: 'x', scorecards: [] });
    await client.getEntityScorecards('Component:default/payments-api');
    expect(url()).toBe(
      'http://back.end/api/scorecards/entities/default/Component/payments-api',
    );
  });

  it('repeats parameters that have several values', async () => {
    const { client, url } = setUp(200, { items: [] });
    await client.getEntityScores({
      scorecard: 'essentials',
      level: ['none', 'bronze'],
      ownedBy: ['group:default/a'],
      cursor: undefined,
      limit: 10,
    });
    expect(url()).toBe(
      'http://back.end/api/scorecards/entities?scorecard=essentials&level=none&level=bronze&ownedBy=group%3Adefault%2Fa&limit=10',
    );
  });

  it('names a scorecard only where one is chosen', async () => {
    const { client, url } = setUp(200, { points: [] });
    await client.getRollupHistory('group:default/a');
    expect(url()).toBe(
      'http://back.end/api/scorecards/rollups/default/group/a/history',
    );
    const chosen = setUp(200, { points: [] });
    await chosen.client.getRollupHistory(undefined, 'delivery');
    expect(chosen.url()).toBe(
      'http://back.end/api/scorecards/rollups/history?scorecard=delivery',
    );
  });

  it('turns an error answer into an error', async () => {
    const { client } = setUp(404, {
      error: { name: 'NotFoundError', message: 'No such entity' },
    });
    await expect(client.getDefinitions()).rejects.toThrow('404');
  });

  it('draws an evidence pack, and saves it as a file', async () => {
    const { client, url } = setUp(200, { pack: {}, sha256: 'a' });
    await client.getEvidencePack(
      'system:default/transfers',
      '2026-11-05T00:00:00Z',
    );
    expect(url()).toBe(
      'http://back.end/api/scorecards/evidence/default/system/transfers?at=2026-11-05T00%3A00%3A00Z',
    );
    const file = setUp(200, {});
    await file.client.exportEvidencePack(
      'system:default/transfers',
      '2026-11-05T00:00:00Z',
      'csv',
    );
    expect(file.url()).toMatch(/&format=csv$/);
  });
});
