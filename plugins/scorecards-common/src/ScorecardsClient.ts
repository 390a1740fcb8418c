import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { ScorecardsApi } from './api';
import { DefinitionDetails } from './definitions';
import { DefinitionsApi, DryRun, DryRunRequest } from './dryRun';
import {
  EvidenceApi,
  EvidencePackFormat,
  SealedEvidencePack,
} from './evidence';
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
  LevelChanges,
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
  implements DefinitionsApi, EvidenceApi, MaturityApi, ScorecardsApi
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

  getDefinitionDetails(): Promise<DefinitionDetails> {
    return this.#ask('/definitions/details');
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

  getLevelChanges(scorecard?: string): Promise<LevelChanges> {
    return this.#ask(`/rollups/level-changes${queryOf({ scorecard })}`);
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

  getEvidencePack(entityRef: string, at: string): Promise<SealedEvidencePack> {
    return this.#ask(
      `/evidence/${pathOf(entityRef)}?${new URLSearchParams({ at })}`,
    );
  }

  async exportEvidencePack(
    entityRef: string,
    at: string,
    format: EvidencePackFormat,
  ): Promise<Blob> {
    const query = new URLSearchParams({ at, format });
    const response = await this.#send(
      `/evidence/${pathOf(entityRef)}?${query}`,
    );
    return response.blob();
  }

  async #ask<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await this.#send(path, init);
    return response.json();
  }

  async #send(path: string, init?: RequestInit): Promise<Response> {
    const { discoveryApi, fetchApi } = this.#options;
    const baseUrl = await discoveryApi.getBaseUrl('scorecards');
    const response = await fetchApi.fetch(`${baseUrl}${path}`, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
