import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { ScorecardsApi } from './api';
import {
  EntityScorecards,
  EntityScoresPage,
  EntityScoresQuery,
  ScorecardDefinitions,
} from './types';

/** @public */
export interface ScorecardsClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/**
 * Reads scorecards over HTTP.
 *
 * @public
 */
export class ScorecardsClient implements ScorecardsApi {
  readonly #options: ScorecardsClientOptions;

  constructor(options: ScorecardsClientOptions) {
    this.#options = options;
  }

  getEntityScorecards(entityRef: string): Promise<EntityScorecards> {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const path = [namespace, kind, name].map(encodeURIComponent).join('/');
    return this.#get(`/entities/${path}`);
  }

  getEntityScores(query: EntityScoresQuery): Promise<EntityScoresPage> {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      for (const item of Array.isArray(value) ? value : [value]) {
        if (item !== undefined) {
          parameters.append(name, String(item));
        }
      }
    }
    return this.#get(`/entities?${parameters}`);
  }

  getDefinitions(): Promise<ScorecardDefinitions> {
    return this.#get('/definitions');
  }

  async #get<T>(path: string): Promise<T> {
    const { discoveryApi, fetchApi } = this.#options;
    const baseUrl = await discoveryApi.getBaseUrl('scorecards');
    const response = await fetchApi.fetch(`${baseUrl}${path}`);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
