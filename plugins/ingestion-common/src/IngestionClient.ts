import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { IngestionApi } from './api';
import {
  Finding,
  FindingActionAnswer,
  FindingActionRequest,
  FindingDetail,
  FindingsQuery,
  FindingsSummary,
  Page,
  ReportReceipt,
  ReportsQuery,
} from './types';

/** @public */
export interface IngestionClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/**
 * Reads reports and findings, and triages findings, over HTTP.
 *
 * @public
 */
export class IngestionClient implements IngestionApi {
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

  #get<T>(path: string): Promise<T> {
    return this.#fetch(path);
  }

  #post<T>(path: string, body: object = {}): Promise<T> {
    return this.#fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async #fetch<T>(path: string, init?: RequestInit): Promise<T> {
    const { discoveryApi, fetchApi } = this.#options;
    const baseUrl = await discoveryApi.getBaseUrl('ingestion');
    const response = await fetchApi.fetch(`${baseUrl}${path}`, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
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
