import { AuditorService } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { audited, parsed } from '@synchrony/backstage-plugin-scorecards-node';
import {
  INTERACTION_MODES,
  SKILL_LEVELS,
  TEAM_KINDS,
  teamCreatePermission,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { teamBody } from '../router/teamBodies';
import { TeamsService } from '../service/TeamsService';

/** Proposes a team in the caller's name, under the rules of the form. */
export function registerProposeVirtualTeam(
  actionsRegistry: ActionsRegistryService,
  options: { auditor: AuditorService; teams: TeamsService },
): void {
  actionsRegistry.register({
    name: 'propose-virtual-team',
    title: 'Propose a virtual team',
    description:
      'Proposes a virtual team in the name of the caller. It does not start the team: its sponsor has to approve it first, and the lead and every member has to accept. A community needs no sponsor and forms at once. Show the caller what will be proposed before calling this.',
    attributes: { readOnly: false, destructive: false, idempotent: false },
    visibilityPermission: teamCreatePermission,
    schema: {
      input: z =>
        z.object({
          title: z.string().max(200),
          kind: z.enum(TEAM_KINDS),
          outcome: z.string().max(4_000).describe('What is to come of it'),
          inScope: z.string().max(4_000).optional(),
          outOfScope: z.string().max(4_000).optional(),
          sponsorRef: z
            .string()
            .max(510)
            .optional()
            .describe('Ref of the User who has to approve it'),
          leadRef: z.string().max(510).describe('Ref of the User who leads it'),
          platformRefs: z
            .array(z.string().max(510))
            .max(30)
            .describe('Refs of Groups; most kinds need two'),
          entityRefs: z.array(z.string().max(510)).max(200).optional(),
          checkIds: z.array(z.string().max(128)).max(30).optional(),
          interactionMode: z.enum(INTERACTION_MODES).optional(),
          reviewAt: z.string().max(10).optional().describe('YYYY-MM-DD'),
          endsAt: z.string().max(10).optional().describe('YYYY-MM-DD'),
          requiredExpertise: z
            .array(
              z.object({
                skillId: z.string().max(64),
                level: z.enum(SKILL_LEVELS),
                count: z.number().int().min(1).max(50),
              }),
            )
            .max(30)
            .optional(),
          proposalId: z
            .string()
            .max(200)
            .optional()
            .describe('The proposal of the portal that it takes up'),
        }),
      output: z =>
        z.object({
          teamRef: z.string(),
          title: z.string(),
          status: z.string(),
          waitsFor: z
            .string()
            .optional()
            .describe('Ref of the sponsor who has to approve it'),
        }),
    },
    action: async ({ credentials, input }) => {
      const { inScope = '', outcome, outOfScope = '', ...rest } = input;
      const wanted = parsed(teamBody, {
        interactionMode: 'collaboration',
        entityRefs: [],
        checkIds: [],
        requiredExpertise: [],
        ...rest,
        charter: { outcome, inScope, outOfScope, measures: [] },
        deputyRefs: [],
        channels: [],
      });
      const team = await audited(
        options.auditor,
        {
          eventId: 'virtual-team-propose',
          severityLevel: 'medium',
          meta: { by: 'action' },
        },
        () => options.teams.create(credentials, wanted),
      );
      return {
        output: {
          teamRef: team.teamRef,
          title: team.title,
          status: team.status,
          ...(team.status === 'proposed' &&
            team.sponsorRef && { waitsFor: team.sponsorRef }),
        },
      };
    },
  });
}
