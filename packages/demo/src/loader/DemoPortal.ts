import { setTimeout as sleep } from 'node:timers/promises';
import {
  ComponentSearchPage,
  DeploymentRequest,
  FindingsSummary,
  Page,
  PipelineRunRequest,
  ReportReceipt,
  ThreatFileKind,
  Waiver,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  EntityScoresPage,
  PushedFacts,
} from '@synchrony/backstage-plugin-scorecards-common';
import { Connection } from '@synchrony/cli';

export interface DemoPortalOptions {
  baseUrl: string;
  /** May submit reports and read their receipts. */
  ciToken: string;
  /** May read everything. */
  adminToken: string;
  /** Of the register of tests; may push what it assures. */
  registerToken: string;
  wait?: (milliseconds: number) => Promise<unknown>;
}

/** What the loader asks the portal's public APIs. */
export class DemoPortal {
  readonly connection: Connection;
  readonly wait: (milliseconds: number) => Promise<unknown>;
  private readonly adminToken: string;
  private readonly registerToken: string;

  constructor(options: DemoPortalOptions) {
    this.connection = {
      baseUrl: options.baseUrl.replace(/\/+$/, ''),
      token: options.ciToken,
    };
    this.adminToken = options.adminToken;
    this.registerToken = options.registerToken;
    this.wait = options.wait ?? sleep;
  }

  /** Names of components in the catalog; undefined while nothing answers. */
  async componentNames(): Promise<Set<string> | undefined> {
    const url = this.url('/api/catalog/entities/by-query', {
      filter: 'kind=component,metadata.namespace=default',
      fields: 'metadata.name',
      limit: '5000',
    });
    let response: Response;
    try {
      response = await fetch(url, this.request(this.adminToken));
    } catch {
      return undefined;
    }
    // A back end that starts answers before its plugins do.
    if (response.status === 404 || response.status >= 500) {
      return undefined;
    }
    const page = await this.json<{ items: { metadata: { name: string } }[] }>(
      response,
    );
    return new Set(page.items.map(({ metadata }) => metadata.name));
  }

  /** All receipts of a component. */
  async receipts(entityRef: string): Promise<ReportReceipt[]> {
    const receipts: ReportReceipt[] = [];
    let cursor: string | undefined;
    do {
      const page: Page<ReportReceipt> = await this.get(
        '/api/ingestion/reports',
        { entityRef, limit: '100', ...(cursor ? { cursor } : {}) },
        this.connection.token,
      );
      receipts.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return receipts;
  }

  /** How many open findings there are of a severity. */
  async openFindings(severity: string, overdue?: boolean): Promise<number> {
    const page = await this.get<Page<unknown>>('/api/ingestion/findings', {
      severity,
      limit: '1',
      ...(overdue ? { overdue: 'true' } : {}),
    });
    return page.totalItems;
  }

  async summary(name: string): Promise<FindingsSummary> {
    return this.get(
      `/api/ingestion/entities/default/component/${name}/summary`,
      {},
    );
  }

  /** Waivers that are for an entity, also ended ones. */
  async waivers(entityRef: string): Promise<Waiver[]> {
    const page = await this.get<Page<Waiver>>('/api/ingestion/waivers', {
      entityRef,
      limit: '100',
    });
    return page.items;
  }

  /** How many components have a package in a range of versions. */
  async affectedBy(name: string, version: string): Promise<number> {
    const page = await this.get<ComponentSearchPage>(
      '/api/ingestion/inventory/components',
      { package: name, version, limit: '1' },
    );
    return page.counts.affected;
  }

  /** Tells of deployments or runs as pipelines do. */
  async sendDeliveries(
    kind: 'deployments' | 'pipeline-runs',
    items: (DeploymentRequest | PipelineRunRequest)[],
  ): Promise<void> {
    await this.sendJson('POST', `/api/ingestion/${kind}`, items);
  }

  /** Pushes facts as a pipeline does, or as the register of tests. */
  async pushFacts(
    by: 'pipeline' | 'register',
    source: string,
    items: PushedFacts[],
  ): Promise<void> {
    await this.sendJson(
      'PUT',
      `/api/scorecards/facts/${source}`,
      { items },
      by === 'register' ? this.registerToken : undefined,
    );
  }

  /** Loads a file of threat intelligence as the portal's administrator. */
  async loadThreatFile(kind: ThreatFileKind, content: string): Promise<void> {
    await this.sendAs(
      'platform-admin',
      `/api/ingestion/threat-intelligence/${kind}`,
      {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream' },
        body: content,
      },
    );
  }

  /** Does something that only a person may: a persona by id, or a user by ref. */
  async postAs<T>(persona: string, path: string, body: object): Promise<T> {
    return this.sendBodyAs(persona, path, 'POST', body);
  }

  /** As {@link postAs}, for what is replaced. */
  async putAs<T>(persona: string, path: string, body: object): Promise<T> {
    return this.sendBodyAs(persona, path, 'PUT', body);
  }

  /** Reads something as one of the personas sees it. */
  async getAs<T>(persona: string, path: string): Promise<T> {
    return this.sendAs(persona, path, { method: 'GET' });
  }

  private sendBodyAs<T>(
    persona: string,
    path: string,
    method: string,
    body: object,
  ): Promise<T> {
    return this.sendAs(persona, path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  private async sendAs<T>(
    persona: string,
    path: string,
    request: RequestInit,
  ): Promise<T> {
    const session = await this.json<{ backstageIdentity: { token: string } }>(
      await fetch(this.url('/api/auth/demo/refresh', {}), {
        headers: { 'x-synchrony-persona': persona },
      }),
    );
    const { token } = session.backstageIdentity;
    return this.json(
      await fetch(this.url(path, {}), {
        ...request,
        headers: { ...request.headers, authorization: `Bearer ${token}` },
      }),
    );
  }

  /** Components with their levels, and how many there are of each level. */
  async scores(
    scorecard: string,
    owners: string[] = [],
  ): Promise<EntityScoresPage> {
    const url = this.url('/api/scorecards/entities', {
      scorecard,
      limit: '1000',
    });
    for (const owner of owners) {
      url.searchParams.append('ownedBy', owner);
    }
    return this.json(await fetch(url, this.request(this.adminToken)));
  }

  private async sendJson(
    method: string,
    path: string,
    body: object,
    token = this.connection.token,
  ): Promise<void> {
    await this.json(
      await fetch(this.url(path, {}), {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
      }),
    );
  }

  private url(path: string, query: Record<string, string>): URL {
    const url = new URL(`${this.connection.baseUrl}${path}`);
    for (const [name, value] of Object.entries(query)) {
      url.searchParams.set(name, value);
    }
    return url;
  }

  private request(token: string): RequestInit {
    return { headers: { authorization: `Bearer ${token}` } };
  }

  private async get<T>(
    path: string,
    query: Record<string, string>,
    token = this.adminToken,
  ): Promise<T> {
    return this.json(await fetch(this.url(path, query), this.request(token)));
  }

  private async json<T>(response: Response): Promise<T> {
    if (!response.ok) {
      const { pathname, origin } = new URL(response.url);
      throw new Error(
        `${origin}${pathname} answered ${response.status}; is this a portal with the demo's configuration?`,
      );
    }
    return (response.status === 204 ? {} : await response.json()) as T;
  }
}
