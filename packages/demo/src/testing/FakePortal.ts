import { createHash } from 'node:crypto';
import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { FakeChampions } from './FakeChampions';
import { FakeVirtualTeams } from './FakeVirtualTeams';

interface StoredReport {
  reportId: string;
  key: string;
  sha256: string;
  entityRef: string;
  tool?: string;
  category?: string;
  status: string;
  reason?: string;
  scannedAt?: string;
  receivedAt: string;
}

interface Approval {
  role: string;
  approvedBy?: string;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const body = Buffer.concat(chunks);
  return request.headers['content-encoding'] === 'gzip'
    ? gunzipSync(body)
    : body;
}

/** A real HTTP server that remembers reports as ingestion does. */
export class FakePortal {
  readonly reports: StoredReport[] = [];
  /** Components that the catalog has. */
  components: string[] = [];
  /** Waivers that were asked for, with the people who approved them. */
  readonly waivers: { id: string; reason: string; approvals: Approval[] }[] =
    [];
  /** Campaigns that were made. */
  readonly campaigns: { id: string; title: string; status: string }[] = [];
  /** Pipeline runs and deployments, and pushed facts by source. */
  readonly told: Record<string, { entityRef: string }[]> = {};
  /** Kinds of threat intelligence that were loaded. */
  readonly threatFiles: string[] = [];
  readonly champions = new FakeChampions();
  readonly virtualTeams = new FakeVirtualTeams();
  /** Refuses reports once it has so many. */
  fullAt = Infinity;
  private readonly server: Server;

  constructor() {
    this.server = createServer(async (request, response) => {
      const url = new URL(request.url!, 'http://localhost');
      const body = await readBody(request);
      const { authorization = '' } = request.headers;
      const who = authorization.replace(/^Bearer /, '');
      const [status, answer] =
        this.champions.answer(request.method!, url, who, body) ??
        this.virtualTeams.answer(request.method!, url, who, body) ??
        (request.method === 'GET'
          ? this.read(url, request)
          : this.write(url, request, body));
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
  }

  async start(): Promise<string> {
    await new Promise<void>(resolve =>
      this.server.listen(0, '127.0.0.1', resolve),
    );
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  private write(
    url: URL,
    request: IncomingMessage,
    body: Buffer,
  ): [number, object] {
    const [, kind] = /threat-intelligence\/(\w+)$/.exec(url.pathname) ?? [];
    if (kind) {
      this.threatFiles.push(kind);
      return [200, { changed: true }];
    }
    const [, told] =
      /\/(pipeline-runs|deployments|facts\/\w+)$/.exec(url.pathname) ?? [];
    if (told) {
      const sent = JSON.parse(body.toString());
      (this.told[told] ??= []).push(...(sent.items ?? sent));
      return [200, {}];
    }
    if (url.pathname === '/api/ingestion/waivers') {
      const { reason } = JSON.parse(body.toString());
      const approvals = [{ role: 'risk-owner' }, { role: 'ciso-delegate' }];
      const waiver = { id: `w${this.waivers.length}`, reason, approvals };
      this.waivers.push(waiver);
      return [201, waiver];
    }
    if (url.pathname === '/api/scorecards/campaigns') {
      const { title } = JSON.parse(body.toString());
      const id = `c${this.campaigns.length}`;
      const campaign = { id, title, status: 'draft' };
      this.campaigns.push(campaign);
      return [201, { ...campaign }];
    }
    const [, campaignId] =
      /campaigns\/(\w+)\/actions$/.exec(url.pathname) ?? [];
    const acted = this.campaigns.find(campaign => campaign.id === campaignId);
    if (acted) {
      acted.status = 'active';
      return [200, acted];
    }
    const [, id] = /waivers\/(\w+)\/actions$/.exec(url.pathname) ?? [];
    if (id) {
      const { role } = JSON.parse(body.toString());
      const waiver = this.waivers.find(each => each.id === id);
      const approval = waiver?.approvals.find(each => each.role === role);
      if (approval) {
        approval.approvedBy = request.headers.authorization;
      }
      return [200, waiver ?? {}];
    }
    return this.submit(url, request, body);
  }

  private submit(
    url: URL,
    request: IncomingMessage,
    body: Buffer,
  ): [number, object] {
    const key = String(request.headers['idempotency-key']);
    const sha256 = createHash('sha256').update(body).digest('hex');
    const known = this.reports.find(report => report.key === key);
    if (known) {
      return known.sha256 === sha256
        ? [202, known]
        : [409, { error: { message: 'another body under the same key' } }];
    }
    if (this.reports.length >= this.fullAt) {
      return [413, { error: { message: 'full' } }];
    }
    const query = Object.fromEntries(url.searchParams);
    const isOdd = body.toString('utf8').includes('out of memory');
    const report: StoredReport = {
      reportId: `r${this.reports.length}`,
      key,
      sha256,
      entityRef: query.entityRef,
      tool: query.tool,
      category: query.category,
      status: isOdd ? 'rejected' : 'processed',
      scannedAt: query.startedAt,
      receivedAt: '2026-11-24T12:00:05.000Z',
    };
    this.reports.push(report);
    return [202, report];
  }

  private read(url: URL, { headers }: IncomingMessage): [number, object] {
    if (url.pathname === '/api/catalog/entities/by-query') {
      return [
        200,
        { items: this.components.map(name => ({ metadata: { name } })) },
      ];
    }
    if (url.pathname === '/api/auth/demo/refresh') {
      const token = headers['x-synchrony-persona'];
      return [200, { backstageIdentity: { token } }];
    }
    if (url.pathname === '/api/scorecards/campaigns') {
      return [200, { items: this.campaigns, pageInfo: {} }];
    }
    if (url.pathname === '/api/ingestion/waivers') {
      return [200, { items: this.waivers, pageInfo: {} }];
    }
    if (url.pathname === '/api/ingestion/reports') {
      const entityRef = url.searchParams.get('entityRef');
      const own = this.reports.filter(report => report.entityRef === entityRef);
      const from = Number(url.searchParams.get('cursor') ?? 0);
      const to = from + 2;
      return [
        200,
        {
          items: own.slice(from, to),
          pageInfo: { nextCursor: to < own.length ? String(to) : undefined },
        },
      ];
    }
    const report = this.reports.find(
      ({ reportId }) => url.pathname === `/api/ingestion/reports/${reportId}`,
    );
    return report ? [200, report] : [404, { error: { message: 'unknown' } }];
  }
}
