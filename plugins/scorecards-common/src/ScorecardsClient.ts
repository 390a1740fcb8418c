import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { ScorecardsApi } from './api';
import { DefinitionsApi, DryRun, DryRunRequest } from './dryRun';
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

function queryOf(values: Record<string, string | undefined>): string {
  const known = Object.entries(values).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return known.length > 0 ? `?${new URLSearchParams(known)}` : '';
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
export class ScorecardsClient
  implements DefinitionsApi, MaturityApi, ScorecardsApi
{
  readonly #options: ScorecardsClientOptions;

  constructor(options: ScorecardsClientOptions) {
    this.#options = options;
  }

  getEntityScorecards(entityRef: string): Promise<EntityScorecards> {
    return this.#ask(`/entities/${pathOf(entityRef)}`);
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
    return this.#ask(`/entities?${parameters}`);
  }

  getMaturityModels(): Promise<{ models: MaturityModelInfo[] }> {
    return this.#ask('/maturity');
  }

  getMaturity(
    model: string,
    query: { within?: string; scorecard?: string } = {},
  ): Promise<MaturityReport> {
    return this.#ask(`/maturity/${encodeURIComponent(model)}${queryOf(query)}`);
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
    return this.#ask(`/maturity/${path}/entities?${parameters}`);
  }

  getDefinitions(): Promise<ScorecardDefinitions> {
    return this.#ask('/definitions');
  }

  getEntityHistory(entityRef: string): Promise<EntityHistory> {
    return this.#ask(`/entities/${pathOf(entityRef)}/history`);
  }

  getScorecardAt(
    entityRef: string,
    scorecardId: string,
    time: string,
  ): Promise<ScorecardAt> {
    return this.#ask(
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
    return this.#ask(
      `/entities/${pathOf(entityRef)}/scorecards/${encodeURIComponent(
        scorecardId,
      )}/changes?${new URLSearchParams({ ...query })}`,
    );
  }

  getEntityRollup(
    entityRef: string,
    scorecard?: string,
  ): Promise<EntityRollup> {
    return this.#ask(`/rollups/${pathOf(entityRef)}${queryOf({ scorecard })}`);
  }

  getPortfolio(by: RollupDimension, scorecard?: string): Promise<Portfolio> {
    return this.#ask(`/rollups${queryOf({ by, scorecard })}`);
  }

  getRollupHistory(
    entityRef?: string,
    scorecard?: string,
  ): Promise<RollupHistory> {
    const scope = entityRef === undefined ? '' : `/${pathOf(entityRef)}`;
    return this.#ask(`/rollups${scope}/history${queryOf({ scorecard })}`);
  }

  dryRun(request: DryRunRequest): Promise<DryRun> {
    return this.#ask('/definitions/dry-run', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    });
  }

  async #ask<T>(path: string, init?: RequestInit): Promise<T> {
    const { discoveryApi, fetchApi } = this.#options;
    const baseUrl = await discoveryApi.getBaseUrl('scorecards');
    const response = await fetchApi.fetch(`${baseUrl}${path}`, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
