import {
  CampaignGoal,
  CampaignScope,
} from '@synchrony/backstage-plugin-scorecards-common';
import { goalOf } from '../../campaigns/goalOf';
import { EntityStanding, standingOf } from '../../campaigns/standingOf';
import { Goal } from '../../campaigns/types';
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
    const { hierarchy, store } = this.#options;
    const { id, scope, scorecardId } = campaign;
    const goal = this.#goalOf(campaign);
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

  /** How one entity stands in those campaigns in whose scope it is, by their ids. */
  async standingsOf(
    entityRef: string,
    campaigns: readonly (JudgedCampaign & { id: string })[],
    today: number,
  ): Promise<Map<string, EntityStanding>> {
    const { hierarchy, store } = this.#options;
    const { exemptUntil, scores } = await store.ofEntity(entityRef);
    const [first] = scores.values();
    const scopes =
      first && (await hierarchy.scopesOf(entityRef, first.entity.ownerRef));
    const standings = new Map<string, EntityStanding>();
    for (const campaign of campaigns) {
      const score = scores.get(campaign.scorecardId);
      const { within = [], ...rest } = campaign.scope;
      const isWithin =
        within.length === 0 || within.some(ref => scopes?.has(ref));
      if (score && isWithin && score.isLike(rest)) {
        const entity = {
          ...score.entity,
          exemptUntil: exemptUntil.get(campaign.id),
        };
        standings.set(
          campaign.id,
          standingOf(this.#goalOf(campaign), entity, today),
        );
      }
    }
    return standings;
  }

  #goalOf({ goal, scorecardId }: JudgedCampaign): Goal {
    return goalOf(
      goal,
      this.#options.definitions
        .ruleset()
        .scorecards.find(({ definition }) => definition.id === scorecardId),
    );
  }
}
