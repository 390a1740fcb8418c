import {
  DEFAULT_SCORECARD,
  EARNED_LEVELS,
  LEVELS,
  scoreReadPermission,
} from '@synchrony/backstage-plugin-scorecards-common';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import type { ActionsOptions } from './registerActions';

const MAX_ROWS = 100;
const DEFAULT_ROWS = 20;

export function registerListAtRisk({
  actionsRegistry,
  list,
}: ActionsOptions): void {
  actionsRegistry.register({
    name: 'list-at-risk',
    title: 'List entities below their target level',
    description:
      'Catalog entities whose security level is below the target of their tier, worst first, of those that the caller may see.',
    attributes: { readOnly: true, idempotent: true },
    visibilityPermission: scoreReadPermission,
    schema: {
      input: z =>
        z.object({
          scorecard: z.string().max(128).default(DEFAULT_SCORECARD),
          ownedBy: z
            .array(z.string().max(510))
            .max(100)
            .optional()
            .describe('Refs of groups or users; alternatives'),
          within: z
            .string()
            .max(510)
            .optional()
            .describe('Ref of a group with its child groups, system or domain'),
          tier: z
            .array(z.string().max(64))
            .max(10)
            .optional()
            .describe('E.g. tier-1'),
          limit: z.number().int().min(1).max(MAX_ROWS).default(DEFAULT_ROWS),
          cursor: z.string().max(2000).optional(),
        }),
      output: z =>
        z.object({
          totalItems: z.number(),
          totalIsLowerBound: z.boolean().optional(),
          nextCursor: z.string().optional(),
          items: z.array(
            z.object({
              entityRef: z.string(),
              ownerRef: z.string().optional(),
              tier: z.string().optional(),
              level: z.enum(LEVELS),
              targetLevel: z.enum(EARNED_LEVELS).optional(),
              scoreLow: z.number().optional(),
              planSteps: z
                .number()
                .optional()
                .describe('Steps to the next level, where evidence is visible'),
            }),
          ),
        }),
    },
    action: async ({ credentials, input }) => {
      const page = await list.list(credentials, {
        scorecard: input.scorecard,
        target: 'missed',
        orderBy: 'worst',
        tier: input.tier,
        ownedBy: input.ownedBy?.map(normalizeEntityRef),
        within: input.within && normalizeEntityRef(input.within),
        limit: input.limit,
        cursor: input.cursor,
      });
      return {
        output: {
          totalItems: page.totalItems,
          totalIsLowerBound: page.totalIsLowerBound,
          nextCursor: page.pageInfo.nextCursor,
          items: page.items.map(row => ({
            entityRef: row.entityRef,
            ownerRef: row.ownerRef,
            tier: row.tier,
            level: row.level,
            targetLevel: row.targetLevel,
            scoreLow: row.scoreLow,
            planSteps: row.planSteps,
          })),
        },
      };
    },
  });
}
