import {
  CampaignGoal,
  CampaignScope,
} from '@synchrony/backstage-plugin-scorecards-common';
import { goalOf } from '../../campaigns/goalOf';
import { EntityStanding, standingOf } from '../../campaigns/standingOf';
import { CampaignScopeStore } from '../../store/campaigns/CampaignScopeStore';
import { HierarchyStore } from '../../store/HierarchyStore';
import { DefinitionsService } from '../DefinitionsService';

/** What says who is in scope and what they are to reach. */
export interface JudgedCampaign {
  id?: string;
  scorecardId: string;
  scope: CampaignScope;
  goal: CampaignGoal;
}

export interface CampaignReaderOptions {
  store: CampaignScopeStore;
  hierarchy: HierarchyStore;
  definitions: DefinitionsService;
}

/** Who is in scope of a campaign now and how they stand, whoever asks. */
export class CampaignReader {
  readonly #options: CampaignReaderOptions;

  constructor(options: CampaignReaderOptions) {
    this.#options = options;
  }

  /** By name; of one entity when it is given. */
  async standings(
    campaign: JudgedCampaign,
    today: number,
    entityRef?: string,
  ): Promise<EntityStanding[]> {
    const { definitions, hierarchy, store } = this.#options;
    const { id, scope, scorecardId } = campaign;
    const goal = goalOf(
      campaign.goal,
      definitions
        .ruleset()
        .scorecards.find(({ definition }) => definition.id === scorecardId),
    );
    const { within = [], ...rest } = scope;
    const entities = await store.entities({
      campaignId: id,
      scorecardId,
      checkIds: goal.checks.map(check => check.id),
      scope: rest,
      ...(within.length > 0 && {
        members: await Promise.all(within.map(ref => hierarchy.members(ref))),
      }),
      entityRef,
    });
    return entities.map(entity => standingOf(goal, entity, today));
  }
}
