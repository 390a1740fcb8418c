import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { parsed } from '@synchrony/backstage-plugin-scorecards-node';
import {
  TEAM_KINDS,
  TEAM_STATUSES,
  teamReadPermission,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { teamsQuery } from '../router/teamBodies';
import { TeamListService } from '../service/TeamListService';

const MOST_TEAMS = 100;

/** Teams, as the directory lists them to the same caller. */
export function registerListVirtualTeams(
  actionsRegistry: ActionsRegistryService,
  list: TeamListService,
): void {
  actionsRegistry.register({
    name: 'list-virtual-teams',
    title: 'List virtual teams',
    description:
      'Virtual teams across platforms that the caller may see: what each is for, where it stands, who leads it and which roles are open. Live teams unless a status is asked for.',
    attributes: { readOnly: true, idempotent: true },
    visibilityPermission: teamReadPermission,
    schema: {
      input: z =>
        z.object({
          q: z.string().max(200).optional(),
          platform: z.string().max(255).optional().describe('Ref of a Group'),
          skill: z.string().max(64).optional().describe('Id of a skill'),
          kind: z.enum(TEAM_KINDS).optional(),
          status: z.array(z.enum(TEAM_STATUSES)).optional(),
          entityRef: z
            .string()
            .max(510)
            .optional()
            .describe('Only teams that work on this entity'),
          limit: z.number().int().min(1).max(MOST_TEAMS).optional(),
          cursor: z.string().max(500).optional(),
        }),
      output: z =>
        z.object({
          items: z.array(
            z.object({
              teamRef: z.string(),
              title: z.string(),
              kind: z.string(),
              status: z.string(),
              outcome: z.string(),
              leadRef: z.string(),
              platformRefs: z.array(z.string()),
              openRoles: z.array(z.string()),
            }),
          ),
          totalItems: z.number(),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ credentials, input }) => {
      const page = await list.list(credentials, parsed(teamsQuery, input));
      return {
        output: {
          items: page.items.map(team => ({
            teamRef: team.teamRef,
            title: team.title,
            kind: team.kind,
            status: team.status,
            outcome: team.outcome,
            leadRef: team.leadRef,
            platformRefs: team.platformRefs,
            openRoles: team.openRoles.map(({ title }) => title),
          })),
          totalItems: page.totalItems,
          ...page.pageInfo,
        },
      };
    },
  });
}
