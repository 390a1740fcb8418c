import { NotFoundError } from '@backstage/errors';
import {
  Campaign,
  CampaignAction,
  CampaignCounts,
  CampaignEntitiesQuery,
  CampaignEntityRow,
  CampaignHistory,
  CampaignInput,
  CampaignPreviewInput,
  CampaignsApi,
  EntityCampaign,
  Exemption,
  ExemptionAction,
  ExemptionRequest,
  ProgressDimension,
  ScopeChange,
  Standing,
  STANDINGS,
} from '@synchrony/backstage-plugin-scorecards-common';

export function countsOf(
  standings: Partial<Record<Standing, number>>,
): CampaignCounts {
  const all = Object.fromEntries(
    STANDINGS.map(standing => [standing, standings[standing] ?? 0]),
  ) as Record<Standing, number>;
  const total = Object.values(all).reduce((sum, each) => sum + each, 0);
  const counted = total - all.not_applicable;
  return {
    total,
    standings: all,
    counted,
    ...(counted > 0 && { passedPct: (100 * all.passed) / counted }),
  };
}

/** Answers from memory, and remembers what was sent. */
export class FakeCampaignsApi implements CampaignsApi {
  campaigns: Campaign[] = [];
  rows: CampaignEntityRow[] = [];
  exemptions: Exemption[] = [];
  changes: ScopeChange[] = [];
  history: CampaignHistory = { points: [] };
  ofEntity: EntityCampaign[] = [];
  mayManage = true;
  error?: Error;
  readonly sent: unknown[] = [];
  readonly entityQueries: CampaignEntitiesQuery[] = [];

  async getCampaigns() {
    this.#failWhenAsked();
    return {
      items: this.campaigns,
      mayManage: this.mayManage,
      pageInfo: {},
    };
  }

  async getCampaign(id: string) {
    this.#failWhenAsked();
    const campaign = this.campaigns.find(each => each.id === id);
    if (!campaign) {
      throw new NotFoundError(`No campaign ${id}`);
    }
    return campaign;
  }

  async createCampaign(input: CampaignInput) {
    this.sent.push(input);
    const [campaign] = this.campaigns;
    return campaign;
  }

  async updateCampaign(id: string, input: CampaignInput, version: number) {
    this.sent.push({ ...input, version });
    return this.getCampaign(id);
  }

  async actOnCampaign(id: string, action: CampaignAction) {
    this.sent.push({ id, action });
    return this.getCampaign(id);
  }

  async previewCampaign(input: CampaignPreviewInput) {
    this.sent.push(input);
    return { overall: this.#counts(), items: this.rows };
  }

  async getCampaignGoals() {
    return {
      items: [
        {
          scorecardId: 'essentials',
          title: 'Essentials',
          checks: [{ id: 'code.sast-active', title: 'Static analysis runs' }],
        },
      ],
    };
  }

  async getCampaignProgress(_id: string, by: ProgressDimension) {
    this.#failWhenAsked();
    return {
      by,
      overall: this.#counts(),
      rows: [{ ref: 'group:default/payments', ...this.#counts() }],
      asOf: '2026-11-26T12:00:00Z',
    };
  }

  async getCampaignHistory() {
    return this.history;
  }

  async getCampaignEntities(_id: string, query: CampaignEntitiesQuery) {
    this.entityQueries.push(query);
    const items = this.rows.filter(
      row => !query.standing || query.standing.includes(row.standing),
    );
    return { items, totalItems: items.length, pageInfo: {} };
  }

  async getScopeChanges() {
    return { items: this.changes, pageInfo: {} };
  }

  async getEntityCampaigns() {
    this.#failWhenAsked();
    return { items: this.ofEntity };
  }

  async getExemptions() {
    return { items: this.exemptions, pageInfo: {} };
  }

  async requestExemption(
    _id: string,
    request: ExemptionRequest,
  ): Promise<Exemption> {
    this.sent.push(request);
    return this.exemptions[0];
  }

  async actOnExemption(
    _id: string,
    exemptionId: string,
    action: ExemptionAction,
  ): Promise<Exemption> {
    this.sent.push({ exemptionId, action });
    return this.exemptions[0];
  }

  #counts(): CampaignCounts {
    return countsOf(
      Object.fromEntries(
        STANDINGS.map(standing => [
          standing,
          this.rows.filter(row => row.standing === standing).length,
        ]),
      ),
    );
  }

  #failWhenAsked() {
    if (this.error) {
      throw this.error;
    }
  }
}
