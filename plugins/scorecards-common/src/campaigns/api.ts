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

/**
 * Campaigns over HTTP.
 *
 * @public
 */
export interface CampaignsApi {
  /** `GET /campaigns` */
  getCampaigns(query: CampaignsQuery): Promise<CampaignsPage>;
  /** `GET /campaigns/{id}` */
  getCampaign(id: string): Promise<Campaign>;
  /** `POST /campaigns` */
  createCampaign(input: CampaignInput): Promise<Campaign>;
  /** `PUT /campaigns/{id}`; `ConflictError` when it changed since `version`. */
  updateCampaign(
    id: string,
    input: CampaignInput,
    version: number,
  ): Promise<Campaign>;
  /** `POST /campaigns/{id}/actions` */
  actOnCampaign(id: string, action: CampaignAction): Promise<Campaign>;
  /** `POST /campaigns/preview` */
  previewCampaign(input: CampaignPreviewInput): Promise<CampaignPreview>;
  /** `GET /campaigns/goals` */
  getCampaignGoals(): Promise<{ items: CampaignGoalChoice[] }>;
  /** `GET /campaigns/{id}/progress` */
  getCampaignProgress(
    id: string,
    by: ProgressDimension,
  ): Promise<CampaignProgress>;
  /** `GET /campaigns/{id}/history` */
  getCampaignHistory(id: string): Promise<CampaignHistory>;
  /** `GET /campaigns/{id}/entities` */
  getCampaignEntities(
    id: string,
    query: CampaignEntitiesQuery,
  ): Promise<CampaignEntitiesPage>;
  /** `GET /campaigns/{id}/scope-changes` */
  getScopeChanges(id: string, cursor?: string): Promise<ScopeChangesPage>;
  /** `GET /entities/{namespace}/{kind}/{name}/campaigns` */
  getEntityCampaigns(entityRef: string): Promise<{ items: EntityCampaign[] }>;
  /** `GET /campaigns/{id}/exemptions` */
  getExemptions(id: string, cursor?: string): Promise<ExemptionsPage>;
  /** `POST /campaigns/{id}/exemptions` */
  requestExemption(id: string, request: ExemptionRequest): Promise<Exemption>;
  /** `POST /campaigns/{id}/exemptions/{exemptionId}/actions` */
  actOnExemption(
    id: string,
    exemptionId: string,
    action: ExemptionAction,
    note?: string,
  ): Promise<Exemption>;
}
