import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  LeasedLoop,
  Leases,
} from '@synchrony/backstage-plugin-scorecards-node';
import { VirtualTeamsContext, VirtualTeamsPart } from './context';
import { Skills } from './expertise/Skills';
import { ProposalSource } from './proposals/ProposalSource';
import { addMatchingRoutes } from './router/matchingRouter';
import { CommonGapSource } from './service/CommonGapSource';
import { OpeningKeeper } from './service/OpeningKeeper';
import { PluginClients } from './service/PluginClients';
import { ProposalRefresher } from './service/ProposalRefresher';
import { ProposalsService } from './service/ProposalsService';
import { SuggestionsService } from './service/SuggestionsService';
import { TeamDirectory } from './service/TeamDirectory';
import { TeamEntitiesService } from './service/TeamEntitiesService';
import { CandidateStore } from './store/CandidateStore';
import { GrantStore } from './store/GrantStore';
import { MembershipStore } from './store/MembershipStore';
import { OpeningStore } from './store/OpeningStore';
import { ProposalStore } from './store/ProposalStore';
import { SkillCoverageStore } from './store/SkillCoverageStore';
import { TeamStore } from './store/TeamStore';

const EVERY_MS = 30_000;
/** Proposals change as scores do; nobody waits for them. */
const PROPOSALS_EVERY_MS = 60_000;
/** Until a plugin that starts beside this one answers. */
const PROPOSALS_AGAIN_MS = 5_000;
const LEAST_PLATFORMS = 3;

/** @throws InputError where it is no number of platforms that have a gap in common */
function leastPlatformsIn(config: RootConfigService): number {
  const key = 'virtualTeams.proposals.minPlatforms';
  const least = config.getOptionalNumber(key) ?? LEAST_PLATFORMS;
  if (!Number.isInteger(least) || least < 2) {
    throw new InputError(`${key}: It is a whole number from 2 on`);
  }
  return least;
}

/** Who fits a team, which teams the data proposes, and how scopes stand. */
export function createMatching(
  context: VirtualTeamsContext,
  furtherSources: readonly ProposalSource[] = [],
): VirtualTeamsPart {
  const teams = new TeamStore();
  const memberships = new MembershipStore();
  const openings = new OpeningStore();
  const clients = new PluginClients(context);
  const directory = new TeamDirectory({ ...context, teams, memberships });
  const suggestions = new SuggestionsService({
    ...context,
    directory,
    memberships,
    candidates: new CandidateStore(),
    coverage: new SkillCoverageStore(),
    skillIndex: new Skills(context.skills),
  });
  const gaps = new CommonGapSource({
    ...context,
    clients,
    scorecard:
      context.config.getOptionalString('virtualTeams.proposals.scorecard') ??
      'essentials',
    leastPlatforms: leastPlatformsIn(context.config),
  });
  const keeper = new OpeningKeeper({ ...context, clients, openings });
  const proposals = new ProposalStore();
  const sources = [gaps, ...furtherSources];
  const refresher = new ProposalRefresher({ ...context, proposals, sources });
  const leases = new Leases({ database: context.database });
  const { logger } = context;
  const proposing = new LeasedLoop({
    name: 'virtual-teams-proposals',
    leases,
    logger,
    run: async () =>
      (await refresher.round()) ? PROPOSALS_EVERY_MS : PROPOSALS_AGAIN_MS,
  });
  const loop = new LeasedLoop({
    name: 'virtual-teams-openings',
    leases,
    logger,
    run: async () => {
      await keeper.round();
      return EVERY_MS;
    },
  });
  context.teamChanges.onAfter(async ({ hasStarted }) => {
    if (hasStarted) {
      loop.nudge();
    }
  });
  return {
    routes: router =>
      addMatchingRoutes(router, {
        ...context,
        entitiesInScope: new TeamEntitiesService({
          ...context,
          clients,
          directory,
          openings,
          grants: new GrantStore(),
        }),
        proposals: new ProposalsService({
          ...context,
          proposals,
          suggestions,
          teams,
          sources: sources.map(({ id }) => id),
        }),
        suggestions,
      }),
    round: async () => {
      await keeper.round();
      await refresher.round();
    },
    start: () => {
      loop.start();
      proposing.start();
    },
    stop: async () => {
      await Promise.all([loop.stop(), proposing.stop()]);
    },
  };
}
