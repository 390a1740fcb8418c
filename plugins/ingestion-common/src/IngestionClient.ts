import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { IngestionApi } from './api';
import {
  Finding,
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
 * Reads findings and reports over HTTP.
 *
 * @public
 */
export class IngestionClient implements IngestionApi {
  readonly #options: IngestionClientOptions;

  constructor(options: IngestionClientOptions) {
    this.#options = options;
  }

  getFindings(query: FindingsQuery): Promise<Page<Finding>> {
    return this.#get(`/findings${toSearch(query)}`);
  }

  getFinding(id: string): Promise<FindingDetail> {
    return this.#get(`/findings/${encodeURIComponent(id)}`);
  }

  getSummary(entityRef: string): Promise<FindingsSummary> {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const path = [namespace, kind, name].map(encodeURIComponent).join('/');
    return this.#get(`/entities/${path}/summary`);
  }

  getReports(query: ReportsQuery): Promise<Page<ReportReceipt>> {
    return this.#get(`/reports${toSearch(query)}`);
  }

  getReport(reportId: string): Promise<ReportReceipt> {
    return this.#get(`/reports/${encodeURIComponent(reportId)}`);
  }

  async #get<T>(path: string): Promise<T> {
    const { discoveryApi, fetchApi } = this.#options;
    const baseUrl = await discoveryApi.getBaseUrl('ingestion');
    const response = await fetchApi.fetch(`${baseUrl}${path}`);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

function toSearch(query: FindingsQuery | ReportsQuery): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined) {
        parameters.append(name, String(item));
      }
    }
  }
  return parameters.size > 0 ? `?${parameters}` : '';
}
