import {
  LeasedLoop,
  Leases,
} from '@synchrony/backstage-plugin-scorecards-node';
import { VIRTUAL_TEAMS_SIGNAL_CHANNEL } from '@synchrony/backstage-plugin-virtual-teams-common';
import { registerListVirtualTeams } from './actions/listVirtualTeams';
import { registerProposeVirtualTeam } from './actions/proposeVirtualTeam';
import { VirtualTeamsContext, VirtualTeamsPart } from './context';
import { Skills } from './expertise/Skills';
import { addMembershipRoutes } from './router/membershipsRouter';
import { addTeamRoutes } from './router/teamsRouter';
import { AllocationService } from './service/AllocationService';
import { DefinitionChecker } from './service/DefinitionChecker';
import { GrantsService } from './service/GrantsService';
import { LeadKeeper } from './service/LeadKeeper';
import { MembershipClock } from './service/MembershipClock';
import { MembershipEnder } from './service/MembershipEnder';
import { MembershipNotices } from './service/MembershipNotices';
import { MembershipsService } from './service/MembershipsService';
import { MembershipViews } from './service/MembershipViews';
import { MyTeamsService } from './service/MyTeamsService';
import { OpenRolesService } from './service/OpenRolesService';
import { RoleMatches } from './service/RoleMatches';
import { RelationsService } from './service/RelationsService';
import { TeamClock } from './service/TeamClock';
import { TeamDirectory } from './service/TeamDirectory';
import { TeamImportService } from './service/TeamImportService';
import { TeamListService } from './service/TeamListService';
import { TeamNotices } from './service/TeamNotices';
import { TeamsService } from './service/TeamsService';
import { TeamViews } from './service/TeamViews';
import { ThanksService } from './service/ThanksService';
import { TimelineService } from './service/TimelineService';
import { AllocationLimitStore } from './store/AllocationLimitStore';
import { DeclarationStore } from './store/DeclarationStore';
import { ExpertiseStore } from './store/ExpertiseStore';
import { GrantStore } from './store/GrantStore';
import { MembershipStore } from './store/MembershipStore';
import { OpenRoleStore } from './store/OpenRoleStore';
import { RoleMatchStore } from './store/RoleMatchStore';
import { SkillCoverageStore } from './store/SkillCoverageStore';
import { TeamEventStore } from './store/TeamEventStore';
import { TeamListStore } from './store/TeamListStore';
import { TeamStore } from './store/TeamStore';
import { ThanksStore } from './store/ThanksStore';

const EVERY_MS = 10_000;

/** Teams, who is in them, and what time and the catalog do to both. */
export function createTeams(context: VirtualTeamsContext): VirtualTeamsPart {
  const teams = new TeamStore();
  const memberships = new MembershipStore();
  const roles = new OpenRoleStore();
  const grants = new GrantStore();
  const events = new TeamEventStore();
  const limits = new AllocationLimitStore();
  const base = { ...context, teams, memberships, roles, events };
  const directory = new TeamDirectory(base);
  const notices = new TeamNotices(base);
  const checker = new DefinitionChecker(context);
  const ender = new MembershipEnder({ ...base, grants, notices });
  const leads = new LeadKeeper({ ...base, notices });
  const views = new TeamViews({
    declarations: new DeclarationStore(),
    ...base,
    directory,
    coverage: new SkillCoverageStore(),
  });
  const membershipViews = new MembershipViews({ ...base, directory });
  const service = new TeamsService({
    ...base,
    checker,
    directory,
    leads,
    notices,
    views,
  });
  const list = new TeamListService({
    ...base,
    directory,
    views,
    list: new TeamListStore(),
  });
  const openRoles = new OpenRolesService({
    ...base,
    directory,
    notices,
    matches: new RoleMatches({
      ...context,
      skillIndex: new Skills(context.skills),
      store: new RoleMatchStore(),
    }),
  });
  const grantsService = new GrantsService({
    ...base,
    directory,
    grants,
    notices,
  });
  const clocks = [
    new MembershipClock({ ...base, ender, notices }),
    new TeamClock({ ...base, notices }),
  ] as const;
  const round = async () => {
    for (const clock of clocks) {
      await clock.round();
    }
  };
  const loop = new LeasedLoop({
    name: 'virtual-teams-time',
    leases: new Leases({ database: context.database }),
    logger: context.logger,
    run: async () => {
      await round();
      return EVERY_MS;
    },
  });

  context.openWork.add({
    of: async (tx, teamId) => {
      const pending = await memberships.find(tx, {
        teamIds: [teamId],
        statuses: ['invited', 'requested'],
      });
      const open = await roles.open(tx, { teamIds: [teamId] });
      return [
        ...(pending.length > 0
          ? [`${pending.length} invitations or requests without an answer`]
          : []),
        ...open.map(({ title }) => `the open role “${title}”`),
      ];
    },
  });
  context.teamChanges.onWithin(async (tx, { hasEnded, teamId }) => {
    if (hasEnded) {
      await ender.endTeam(tx, teamId);
    }
  });
  context.teamChanges.onAfter(async () => {
    await context.signals?.publish({
      recipients: { type: 'broadcast' },
      channel: VIRTUAL_TEAMS_SIGNAL_CHANNEL,
      message: { what: 'teams' },
    });
  });
  context.entities.onChange(change => clocks[0].follow(change));

  return {
    actions: registry => {
      registerListVirtualTeams(registry, list);
      registerProposeVirtualTeam(registry, { ...context, teams: service });
    },
    routes: router => {
      addTeamRoutes(router, {
        ...context,
        grants: grantsService,
        imports: new TeamImportService({ ...base, checker, service }),
        list,
        teams: service,
        thanks: new ThanksService({
          ...base,
          directory,
          notices,
          thanks: new ThanksStore(),
        }),
        timeline: new TimelineService({ ...base, directory }),
      });
      addMembershipRoutes(router, {
        ...context,
        grants: grantsService,
        memberships: new MembershipsService({
          ...base,
          allocation: new AllocationService({ ...base, limits }),
          directory,
          ender,
          notices: new MembershipNotices(notices),
          views: membershipViews,
        }),
        mine: new MyTeamsService({
          ...base,
          directory,
          expertise: new ExpertiseStore(),
          limits,
          openRoles,
          views: membershipViews,
        }),
        openRoles,
        relations: new RelationsService(base),
      });
    },
    round,
    start: () => loop.start(),
    stop: () => loop.stop(),
  };
}
