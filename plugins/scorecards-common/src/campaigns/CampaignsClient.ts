import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { ScorecardsClientOptions } from '../ScorecardsClient';
import { CampaignsApi } from './api';
import { CampaignAction } from './campaignMachine';
import { ExemptionAction } from './exemptionMachine';
import {
  Campaign,
  CampaignEntitiesPage,
  CampaignEntitiesQuery,
  CampaignGoalChoice,
  CampaignHistory,
  CampaignInput,
  CampaignPreview,
  CampaignPreviewInput,
  CampaignProgress,
  CampaignsPage,
  CampaignsQuery,
  EntityCampaign,
  Exemption,
  ExemptionRequest,
  ExemptionsPage,
  ProgressDimension,
  ScopeChangesPage,
} from './types';

function queryOf(values: object): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined) {
        parameters.append(name, String(item));
      }
    }
  }
  return parameters.size > 0 ? `?${parameters}` : '';
}

function pathOf(id: string, ...rest: string[]): string {
  return ['/campaigns', ...[id, ...rest].map(encodeURIComponent)].join('/');
}

/**
 * Campaigns over HTTP.
 *
 * @public
 */
export class CampaignsClient implements CampaignsApi {
  readonly #options: ScorecardsClientOptions;

  constructor(options: ScorecardsClientOptions) {
    this.#options = options;
  }

  getCampaigns(query: CampaignsQuery): Promise<CampaignsPage> {
    return this.#call('GET', `/campaigns${queryOf(query)}`);
  }

  getCampaign(id: string): Promise<Campaign> {
    return this.#call('GET', pathOf(id));
  }

  createCampaign(input: CampaignInput): Promise<Campaign> {
    return this.#call('POST', '/campaigns', input);
  }

  updateCampaign(
    id: string,
    input: CampaignInput,
    version: number,
  ): Promise<Campaign> {
    return this.#call('PUT', pathOf(id), { ...input, version });
  }

  actOnCampaign(id: string, action: CampaignAction): Promise<Campaign> {
    return this.#call('POST', pathOf(id, 'actions'), { action });
  }

  previewCampaign(input: CampaignPreviewInput): Promise<CampaignPreview> {
    return this.#call('POST', '/campaigns/preview', input);
  }

  getCampaignGoals(): Promise<{ items: CampaignGoalChoice[] }> {
    return this.#call('GET', '/campaigns/goals');
  }

  getCampaignProgress(
    id: string,
    by: ProgressDimension,
  ): Promise<CampaignProgress> {
    return this.#call('GET', `${pathOf(id, 'progress')}${queryOf({ by })}`);
  }

  getCampaignHistory(id: string): Promise<CampaignHistory> {
    return this.#call('GET', pathOf(id, 'history'));
  }

  getCampaignEntities(
    id: string,
    query: CampaignEntitiesQuery,
  ): Promise<CampaignEntitiesPage> {
    return this.#call('GET', `${pathOf(id, 'entities')}${queryOf(query)}`);
  }

  getScopeChanges(id: string, cursor?: string): Promise<ScopeChangesPage> {
    return this.#call(
      'GET',
      `${pathOf(id, 'scope-changes')}${queryOf({ cursor })}`,
    );
  }

  getEntityCampaigns(entityRef: string): Promise<{ items: EntityCampaign[] }> {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const path = [namespace, kind, name].map(encodeURIComponent).join('/');
    return this.#call('GET', `/entities/${path}/campaigns`);
  }

  getExemptions(id: string, cursor?: string): Promise<ExemptionsPage> {
    return this.#call(
      'GET',
      `${pathOf(id, 'exemptions')}${queryOf({ cursor })}`,
    );
  }

  requestExemption(id: string, request: ExemptionRequest): Promise<Exemption> {
    return this.#call('POST', pathOf(id, 'exemptions'), request);
  }

  actOnExemption(
    id: string,
    exemptionId: string,
    action: ExemptionAction,
    note?: string,
  ): Promise<Exemption> {
    return this.#call(
      'POST',
      pathOf(id, 'exemptions', exemptionId, 'actions'),
      {
        action,
        note,
      },
    );
  }

  async #call<T>(method: string, path: string, body?: object): Promise<T> {
    const { discoveryApi, fetchApi } = this.#options;
    const baseUrl = await discoveryApi.getBaseUrl('scorecards');
    const response = await fetchApi.fetch(`${baseUrl}${path}`, {
      method,
      ...(body && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
