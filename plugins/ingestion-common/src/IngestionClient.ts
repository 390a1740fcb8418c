import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { IngestionApi, UploadTokensApi } from './api';
import {
  CoverageApi,
  CoverageMap,
  CoverageQuery,
  EntityCoverage,
} from './coverage';
import { GateAnswer, GateRequest } from './gate';
import {
  DiscardAnswer,
  DiscardRequest,
  Quarantine,
  QuarantineApi,
  QuarantineQuery,
  RebindAnswer,
  RebindRequest,
} from './quarantine';
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
  ReportsQuery,
} from './types';
import {
  MintedUploadToken,
  UploadToken,
  UploadTokenRequest,
  UploadTokensQuery,
} from './uploadTokens';

/** @public */
export interface IngestionClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/**
 * Reads reports and findings, triages findings, asks the gate and manages
 * upload tokens, over HTTP.
 *
 * @public
 */
export class IngestionClient
  implements IngestionApi, UploadTokensApi, CoverageApi, QuarantineApi
{
  readonly #options: IngestionClientOptions;

  constructor(options: IngestionClientOptions) {
    this.#options = options;
  }

  getFindings(query: FindingsQuery): Promise<Page<Finding>> {
    return this.#get(`/findings?${toParameters(query)}`);
  }

  getFinding(id: string): Promise<FindingDetail> {
    return this.#get(`/findings/${encodeURIComponent(id)}`);
  }

  getSummary(entityRef: string): Promise<FindingsSummary> {
    const { kind, name, namespace } = parseEntityRef(entityRef);
    const path = [namespace, kind, name].map(encodeURIComponent).join('/');
    return this.#get(`/entities/${path}/summary`);
  }

  getReports(query: ReportsQuery): Promise<Page<ReportReceipt>> {
    return this.#get(`/reports?${toParameters(query)}`);
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
