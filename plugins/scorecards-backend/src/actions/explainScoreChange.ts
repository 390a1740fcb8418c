import {
  LEVELS,
  OUTCOMES,
  SCORE_CAUSE_KINDS,
  scoreReadPermission,
} from '@synchrony/backstage-plugin-scorecards-common';
import type { ActionsOptions } from './registerActions';

export function registerExplainScoreChange({
  actionsRegistry,
  ledger,
}: ActionsOptions): void {
  actionsRegistry.register({
    name: 'explain-score-change',
    title: 'Explain why a security score changed',
    description:
      'The causes that led from where an entity stood at one moment to where it stood at another, oldest first. The parts of all causes add up exactly: scoreTenths to the difference of the scores in tenths of a point, levels to the difference in steps of unrated, none, bronze, silver, gold, platinum.',
    attributes: { readOnly: true, idempotent: true },
    visibilityPermission: scoreReadPermission,
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().max(510).describe('Ref of the entity'),
          scorecard: z
            .string()
            .max(128)
            .default('essentials')
            .describe('Id of the scorecard'),
          from: z
            .string()
            .datetime({ offset: true })
            .optional()
            .describe('ISO 8601; 30 days before "to" by default'),
          to: z
            .string()
            .datetime({ offset: true })
            .optional()
            .describe('ISO 8601; now by default'),
        }),
      output: z => {
        const standing = z.object({
          time: z.string(),
          level: z.enum(LEVELS).optional(),
          scorecardVersion: z.number().optional(),
          scoreTenths: z.number(),
        });
        const side = z.object({
          outcome: z.enum(OUTCOMES),
          reason: z.string().optional(),
        });
        return z.object({
          entityRef: z.string(),
          scorecardId: z.string(),
          from: standing,
          to: standing,
          causes: z.array(
            z.object({
              kind: z.enum(SCORE_CAUSE_KINDS),
              at: z.string().optional(),
              checkId: z.string().optional(),
              title: z.string().optional(),
              before: side.optional(),
              after: side.optional(),
              was: z.string().optional(),
              is: z.string().optional(),
              scoreTenths: z.number(),
              levels: z.number(),
            }),
          ),
          isNet: z.boolean(),
          redacted: z.boolean(),
        });
      },
    },
    action: async ({ credentials, input }) => ({
      output: await ledger.changes(
        credentials,
        input.entityRef,
        input.scorecard,
        { from: input.from, to: input.to },
      ),
    }),
  });
}
