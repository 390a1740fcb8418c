import { IngestionClient } from './IngestionClient';

function setUp(status: number, body: unknown) {
  const fetchMock = jest.fn(async (_url: string) => ({
    ok: status < 400,
    status,
    statusText: 'status',
    headers: { get: () => 'application/json' },
    json: async () => body,
    text: async () => JSON.stringify(body),
  }));
  const client = new IngestionClient({
    discoveryApi: { getBaseUrl: async id => `http://back.end/api/${id}` },
    fetchApi: { fetch: fetchMock as unknown as typeof fetch },
  });
  return { client, url: () => fetchMock.mock.calls[0][0] };
}

describe('IngestionClient', () => {
  it('repeats parameters that have several values and leaves out the others', async () => {
    const { client, url } = setUp(200, { items: [] });
    await client.getFindings({
      entityRef: 'component:default/a',
      severity: ['critical', 'high'],
      tool: undefined,
      overdue: true,
    });
    expect(url()).toBe(
      'http://back.end/api/ingestion/findings?entityRef=component%3Adefault%2Fa&severity=critical&severity=high&overdue=true',
    );
  });

  it('names an entity by namespace, kind and name', async () => {
    const { client, url } = setUp(200, {});
    await client.getSummary('component:default/payments-api');
    expect(url()).toBe(
      'http://back.end/api/ingestion/entities/default/component/payments-api/summary',
    );
  });

  it('asks for one finding, one report and a list of reports', async () => {
    const finding = setUp(200, {});
    await finding.client.getFinding('a/b');
    expect(finding.url()).toBe('http://back.end/api/ingestion/findings/a%2Fb');
    const report = setUp(200, {});
    await report.client.getReport('r1');
    expect(report.url()).toBe('http://back.end/api/ingestion/reports/r1');
    const reports = setUp(200, {});
    await reports.client.getReports({});
    expect(reports.url()).toBe('http://back.end/api/ingestion/reports');
  });

  it('turns an error answer into an error', async () => {
    const { client } = setUp(403, {
      error: { name: 'NotAllowedError', message: 'no' },
    });
    await expect(client.getFinding('x')).rejects.toThrow('403');
  });
});
