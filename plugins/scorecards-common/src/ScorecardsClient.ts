import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { ScorecardsApi } from './api';
import { EntityHistory } from './history';
import { ScoreChanges, ScoreChangesQuery, ScorecardAt } from './ledger';
import {
  MaturityApi,
  MaturityEntitiesPage,
  MaturityEntitiesQuery,
  MaturityModelInfo,
  MaturityReport,
} from './maturity';
import {
  EntityRollup,
  Portfolio,
  RollupDimension,
  RollupHistory,
} from './rollups';
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

function pathOf(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return [namespace, kind, name].map(encodeURIComponent).join('/');
}

/**
 * Reads scorecards over HTTP.
 *
 * @public
 */
export class ScorecardsClient implements MaturityApi, ScorecardsApi {
  readonly #options: ScorecardsClientOptions;

  constructor(options: ScorecardsClientOptions) {
    this.#options = options;
  }

  getEntityScorecards(entityRef: string): Promise<EntityScorecards> {
    return this.#get(`/entities/${pathOf(entityRef)}`);
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

  getMaturityModels(): Promise<{ models: MaturityModelInfo[] }> {
    return this.#get('/maturity');
  }

  getMaturity(model: string, within?: string): Promise<MaturityReport> {
    const query = within ? `?${new URLSearchParams({ within })}` : '';
    return this.#get(`/maturity/${encodeURIComponent(model)}${query}`);
  }

  getMaturityEntities(
    query: MaturityEntitiesQuery,
  ): Promise<MaturityEntitiesPage> {
    const { activity, model, ...rest } = query;
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(rest)) {
      if (value !== undefined) {
        parameters.set(name, String(value));
      }
    }
    const path = [model, activity].map(encodeURIComponent).join('/');
    return this.#get(`/maturity/${path}/entities?${parameters}`);
  }

  getDefinitions(): Promise<ScorecardDefinitions> {
    return this.#get('/definitions');
  }

  getEntityHistory(entityRef: string): Promise<EntityHistory> {
    return this.#get(`/entities/${pathOf(entityRef)}/history`);
  }

  getScorecardAt(
    entityRef: string,
    scorecardId: string,
    time: string,
  ): Promise<ScorecardAt> {
    return this.#get(
      `/entities/${pathOf(entityRef)}/scorecards/${encodeURIComponent(
        scorecardId,
      )}/at?${new URLSearchParams({ time })}`,
    );
  }

  getScoreChanges(
    entityRef: string,
    scorecardId: string,
    query: ScoreChangesQuery,
  ): Promise<ScoreChanges> {
    return this.#get(
      `/entities/${pathOf(entityRef)}/scorecards/${encodeURIComponent(
        scorecardId,
      )}/changes?${new URLSearchParams({ ...query })}`,
    );
  }

  getEntityRollup(entityRef: string): Promise<EntityRollup> {
    return this.#get(`/rollups/${pathOf(entityRef)}`);
  }

  getPortfolio(by: RollupDimension): Promise<Portfolio> {
    return this.#get(`/rollups?by=${by}`);
  }

  getRollupHistory(entityRef?: string): Promise<RollupHistory> {
    return this.#get(
      entityRef === undefined
        ? '/rollups/history'
        : `/rollups/${pathOf(entityRef)}/history`,
    );
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
