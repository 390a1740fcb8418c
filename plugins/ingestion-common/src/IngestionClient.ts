import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { DeliveriesApi, IngestionApi, UploadTokensApi } from './api';
import {
  Attention,
  AttentionApi,
  AttentionRequest,
  EntityAttentions,
  Figures,
  FiguresRequest,
  OpenFindings,
  OpenFindingsRequest,
} from './attention';
import { FindingArrivals } from './arrivals';
import {
  CoverageApi,
  CoverageMap,
  CoverageQuery,
  EntityCoverage,
} from './coverage';
import {
  Deployment,
  DeploymentsQuery,
  PipelineRun,
  PipelineRunsQuery,
} from './deliveries';
import { FindingFlow } from './flow';
import {
  ExportFormat,
  FindingFacets,
  FindingGroup,
  FindingGroupsQuery,
  FindingsTrend,
} from './findingViews';
import { GateAnswer, GateRequest } from './gate';
import { HealthApi, QueueHealth } from './health';
import {
  AdvisorySearchPage,
  AdvisorySearchQuery,
  ComponentExportQuery,
  ComponentSearchPage,
  ComponentSearchQuery,
  EntityInventoryPage,
  EntityInventoryQuery,
  FoundPackage,
  InventoryApi,
} from './inventory';
import {
  DiscardAnswer,
  DiscardRequest,
  Quarantine,
  QuarantineApi,
  QuarantineQuery,
  RebindAnswer,
  RebindRequest,
} from './quarantine';
import { OidcIssuersApi, TrustedIssuers } from './oidcIssuers';
import { QueueHistory } from './queueHistory';
import { ReportsFilter, ReportsQuery } from './reportLists';
import { AcceptedReport, ReportUpload, ReportUploadApi } from './reportUpload';
import {
  EntityScopesApi,
  EntityScopesPage,
  EntityScopesQuery,
  RetireScopeAnswer,
  RetireScopeRequest,
} from './scopes';
import {
  ThreatFileAnswer,
  ThreatFileKind,
  ThreatIntelligenceApi,
  ThreatIntelligenceStatus,
} from './threatIntelligence';
import {
  Finding,
  FindingActionAnswer,
  FindingActionRequest,
  FindingDetail,
  FindingsQuery,
  FindingsSummary,
  IngestionActivity,
  Page,
  ReportReceipt,
} from './types';
import {
  MintedUploadToken,
  UploadToken,
  UploadTokenRequest,
  UploadTokensQuery,
} from './uploadTokens';
import {
  Waiver,
  WaiverActionRequest,
  WaiverDetail,
  WaiverPreview,
  WaiverPreviewRequest,
  WaiverRequest,
  WaiversApi,
  WaiversQuery,
} from './waivers';

/** @public */
export interface IngestionClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/**
 * Reads reports and findings, triages findings, asks the gate and manages
 * upload tokens and waivers, over HTTP.
 *
 * @public
 */
export class IngestionClient
  implements
    AttentionApi,
    CoverageApi,
    DeliveriesApi,
    EntityScopesApi,
    HealthApi,
    IngestionApi,
    InventoryApi,
    OidcIssuersApi,
    QuarantineApi,
    ReportUploadApi,
    ThreatIntelligenceApi,
    UploadTokensApi,
    WaiversApi
{
  readonly #options: IngestionClientOptions;

  constructor(options: IngestionClientOptions) {
    this.#options = options;
  }

  getFindings(query: FindingsQuery): Promise<Page<Finding>> {
    return this.#get(`/findings?${toParameters(query)}`);
  }

  getFindingGroups(query: FindingGroupsQuery): Promise<Page<FindingGroup>> {
    return this.#get(`/findings/groups?${toParameters(query)}`);
  }

  getFindingFacets(query: FindingsQuery): Promise<FindingFacets> {
    return this.#get(`/findings/facets?${toParameters(unpaged(query))}`);
  }

  async exportFindings(
    query: FindingsQuery,
    format: ExportFormat,
  ): Promise<Blob> {
    const parameters = toParameters({
      format,
      ...unpaged(query),
      orderBy: query.orderBy,
    });
    return (await this.#fetch(`/findings/export?${parameters}`)).blob();
  }

  getFinding(id: string): Promise<FindingDetail> {
    return this.#get(`/findings/${encodeURIComponent(id)}`);
  }

  getSummary(entityRef: string): Promise<FindingsSummary> {
    return this.#get(`${toEntityPath(entityRef)}/summary`);
  }

  getFlow(entityRef: string): Promise<FindingFlow> {
    return this.#get(`${toEntityPath(entityRef)}/flow`);
  }

  searchComponents(query: ComponentSearchQuery): Promise<ComponentSearchPage> {
    return this.#get(`/inventory/components?${toParameters(query)}`);
  }

  searchAdvisory(
    id: string,
    query: AdvisorySearchQuery = {},
  ): Promise<AdvisorySearchPage> {
    const path = `/advisories/${encodeURIComponent(id)}`;
    return this.#get(`${path}?${toParameters(query)}`);
  }

  suggestPackages(q: string): Promise<{ items: FoundPackage[] }> {
    return this.#get(`/inventory/packages?${toParameters({ q })}`);
  }

  getInventory(
    entityRef: string,
    query: EntityInventoryQuery = {},
  ): Promise<EntityInventoryPage> {
    const path = toEntityPath(entityRef);
    return this.#get(`${path}/inventory?${toParameters(query)}`);
  }

  async exportComponents(
    query: ComponentExportQuery,
    format: ExportFormat,
  ): Promise<Blob> {
    const parameters = toParameters({ ...query, format });
    const path = `/inventory/components/export?${parameters}`;
    return (await this.#fetch(path)).blob();
  }

  async exportAdvisory(id: string, format: ExportFormat): Promise<Blob> {
    const path = `/advisories/${encodeURIComponent(id)}/export`;
    return (await this.#fetch(`${path}?${toParameters({ format })}`)).blob();
  }

  async exportInventory(
    entityRef: string,
    query: Pick<EntityInventoryQuery, 'q'>,
    format: ExportFormat,
  ): Promise<Blob> {
    const path = `${toEntityPath(entityRef)}/inventory/export`;
    const parameters = toParameters({ ...query, format });
    return (await this.#fetch(`${path}?${parameters}`)).blob();
  }

  getTrend(entityRef: string): Promise<FindingsTrend> {
    return this.#get(`${toEntityPath(entityRef)}/trend`);
  }

  getReports(query: ReportsQuery): Promise<Page<ReportReceipt>> {
    return this.#get(`/reports?${toParameters(query)}`);
  }

  async exportReports(
    filter: ReportsFilter,
    format: ExportFormat,
  ): Promise<Blob> {
    const parameters = toParameters({ ...filter, format });
    return (await this.#fetch(`/reports/export?${parameters}`)).blob();
  }

  getActivity(): Promise<IngestionActivity> {
    return this.#get('/activity');
  }

  getCoverageMap(): Promise<CoverageMap> {
    return this.#get('/coverage/map');
  }

  getCoveredEntities(query: CoverageQuery): Promise<Page<EntityCoverage>> {
    return this.#get(`/coverage/entities?${toParameters(query)}`);
  }

  getQuarantine(query: QuarantineQuery): Promise<Quarantine> {
    return this.#get(`/quarantine?${toParameters(query)}`);
  }

  rebind(request: RebindRequest): Promise<RebindAnswer> {
    return this.#post('/quarantine/rebind', request);
  }

  discardQuarantined(request: DiscardRequest): Promise<DiscardAnswer> {
    return this.#post('/quarantine/discard', request);
  }

  getReport(
    reportId: string,
    options: { waitSeconds?: number } = {},
  ): Promise<ReportReceipt> {
    const parameters = toParameters({ wait: options.waitSeconds });
    return this.#get(`/reports/${encodeURIComponent(reportId)}?${parameters}`);
  }

  triageFindings(request: FindingActionRequest): Promise<FindingActionAnswer> {
    return this.#post('/findings/actions', request);
  }

  undoFindingAction(actionId: string): Promise<FindingActionAnswer> {
    return this.#post(`/findings/actions/${encodeURIComponent(actionId)}/undo`);
  }

  /** `POST /gate`: a verdict on what is new since the base. */
  gate(request: GateRequest): Promise<GateAnswer> {
    return this.#post('/gate', request);
  }

  getDeployments(query: DeploymentsQuery): Promise<Page<Deployment>> {
    return this.#get(`/deployments?${toParameters(query)}`);
  }

  getPipelineRuns(query: PipelineRunsQuery): Promise<Page<PipelineRun>> {
    return this.#get(`/pipeline-runs?${toParameters(query)}`);
  }

  getUploadTokens(query: UploadTokensQuery): Promise<Page<UploadToken>> {
    return this.#get(`/upload-tokens?${toParameters(query)}`);
  }

  mintUploadToken(request: UploadTokenRequest): Promise<MintedUploadToken> {
    return this.#post('/upload-tokens', request);
  }

  rotateUploadToken(id: string): Promise<MintedUploadToken> {
    return this.#post(`/upload-tokens/${encodeURIComponent(id)}/rotate`, {});
  }

  async revokeUploadToken(id: string): Promise<void> {
    await this.#fetch(`/upload-tokens/${encodeURIComponent(id)}`, {
      method: 'DELETE',
    });
  }

  getWaivers(query: WaiversQuery): Promise<Page<Waiver>> {
    return this.#get(`/waivers?${toParameters(query)}`);
  }

  async exportWaivers(
    query: WaiversQuery,
    format: ExportFormat,
  ): Promise<Blob> {
    const { cursor: _cursor, limit: _limit, ...filter } = query;
    const parameters = toParameters({ ...filter, format });
    return (await this.#fetch(`/waivers/export?${parameters}`)).blob();
  }

  getWaiver(id: string): Promise<WaiverDetail> {
    return this.#get(`/waivers/${encodeURIComponent(id)}`);
  }

  previewWaiver(request: WaiverPreviewRequest): Promise<WaiverPreview> {
    return this.#post('/waivers/preview', request);
  }

  requestWaiver(request: WaiverRequest): Promise<WaiverDetail> {
    return this.#post('/waivers', request);
  }

  actOnWaiver(id: string, request: WaiverActionRequest): Promise<WaiverDetail> {
    return this.#post(`/waivers/${encodeURIComponent(id)}/actions`, request);
  }

  getQueueHealth(): Promise<QueueHealth> {
    return this.#get('/health/queue');
  }

  getQueueHistory(): Promise<QueueHistory> {
    return this.#get('/health/queue/history');
  }

  getTrustedIssuers(): Promise<TrustedIssuers> {
    return this.#get('/oidc/issuers');
  }

  getThreatIntelligence(): Promise<ThreatIntelligenceStatus> {
    return this.#get('/threat-intelligence');
  }

  async uploadThreatFile(
    kind: ThreatFileKind,
    file: Blob,
  ): Promise<ThreatFileAnswer> {
    const response = await this.#fetch(`/threat-intelligence/${kind}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    });
    return response.json();
  }

  getScopes(
    entityRef: string,
    query: EntityScopesQuery = {},
  ): Promise<EntityScopesPage> {
    return this.#get(
      `${toEntityPath(entityRef)}/scopes?${toParameters(query)}`,
    );
  }

  retireScope(
    entityRef: string,
    id: string,
    request: RetireScopeRequest,
  ): Promise<RetireScopeAnswer> {
    const path = `${toEntityPath(entityRef)}/scopes/${encodeURIComponent(id)}`;
    return this.#post(`${path}/retire`, request);
  }

  async uploadReport(
    upload: ReportUpload,
    file: Blob,
  ): Promise<AcceptedReport> {
    const response = await this.#fetch(`/reports?${toParameters(upload)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    });
    return response.json();
  }

  /** For plugins: what came after a cursor, or where the list ends now. */
  getArrivals(after?: string): Promise<FindingArrivals> {
    return this.#get(`/arrivals?${toParameters({ after })}`);
  }

  getAttention(request: AttentionRequest): Promise<Attention> {
    return this.#post('/attention', request);
  }

  getEntityAttention(request: AttentionRequest): Promise<EntityAttentions> {
    return this.#post('/attention/entities', request);
  }

  getFigures(request: FiguresRequest): Promise<Figures> {
    return this.#post('/figures', request);
  }

  getOpenFindings(request: OpenFindingsRequest): Promise<OpenFindings> {
    return this.#post('/figures/entities', request);
  }

  async #get<T>(path: string): Promise<T> {
    return (await this.#fetch(path)).json();
  }

  async #post<T>(path: string, body: object = {}): Promise<T> {
    const response = await this.#fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  }

  async #fetch(path: string, init?: RequestInit): Promise<Response> {
    const { discoveryApi, fetchApi } = this.#options;
    const baseUrl = await discoveryApi.getBaseUrl('ingestion');
    const response = await fetchApi.fetch(`${baseUrl}${path}`, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function toEntityPath(entityRef: string): string {
  const { kind, name, namespace } = parseEntityRef(entityRef);
  return `/entities/${[namespace, kind, name].map(encodeURIComponent).join('/')}`;
}

/** What narrows a list, without the page and its order. */
function unpaged(query: FindingsQuery): FindingsQuery {
  const { cursor: _cursor, limit: _limit, orderBy: _order, ...rest } = query;
  return rest;
}

/** A list of values becomes a parameter that is given several times. */
function toParameters(query: object): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined) {
        parameters.append(name, String(item));
      }
    }
  }
  return parameters;
}
