import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  expertiseSearchPermission,
  PersonHit,
  SKILL_LEVELS,
  WILLING,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { DiscoveryService } from '../service/DiscoveryService';

const MOST_PEOPLE = 50;
const DEFAULT_PEOPLE = 10;

/** People who chose to be found, as the finder shows them to the same caller. */
export function registerFindExperts(
  actionsRegistry: ActionsRegistryService,
  discovering: DiscoveryService,
): void {
  actionsRegistry.register({
    name: 'find-experts',
    title: 'Find people who can help',
    description:
      'People who chose to be found by the caller, by what they say they can do, with the reasons for which each was found. The order changes every day and ranks nobody. People who share nothing are not in it: nobody found means not known, not that nobody can help.',
    attributes: { readOnly: true, idempotent: true },
    visibilityPermission: expertiseSearchPermission,
    schema: {
      input: z =>
        z.object({
          q: z
            .string()
            .max(200)
            .optional()
            .describe('Words, e.g. passkeys in payments'),
          skills: z
            .array(z.string().min(1).max(64))
            .max(10)
            .optional()
            .describe('Ids of skills; people need all of them'),
          level: z.enum(SKILL_LEVELS).optional().describe('At least'),
          platform: z.string().max(255).optional().describe('Ref of a Group'),
          willing: z.array(z.enum(WILLING)).optional(),
          available: z
            .boolean()
            .optional()
            .describe('Only people who say that they have time'),
          limit: z.number().int().min(1).max(MOST_PEOPLE).optional(),
          cursor: z.string().max(200).optional(),
        }),
      output: z =>
        z.object({
          people: z.array(
            z.object({
              userRef: z.string(),
              platformRef: z.string().optional(),
              availability: z.string(),
              skills: z.array(
                z.object({
                  skillId: z.string(),
                  skillName: z.string(),
                  level: z.string(),
                }),
              ),
              why: z.array(z.string()),
            }),
          ),
          understood: z
            .array(z.string())
            .describe('Ids of the skills that the words were read as'),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ credentials, input }) => {
      const found = await discovering.discover(credentials, {
        ...input,
        limit: input.limit ?? DEFAULT_PEOPLE,
        types: ['person'],
      });
      return {
        output: {
          people: found.items
            .filter((hit): hit is PersonHit => hit.type === 'person')
            .map(({ availability, expertise, platformRef, userRef, why }) => ({
              userRef,
              ...(platformRef && { platformRef }),
              availability,
              skills: expertise.map(({ level, skillId, skillName }) => ({
                skillId,
                skillName,
                level,
              })),
              why: why.map(({ text }) => text),
            })),
          understood: found.understood.map(({ skillId }) => skillId),
          ...found.pageInfo,
        },
      };
    },
  });
}
