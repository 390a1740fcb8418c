import {
  EARNED_LEVELS,
  LEVELS,
  OUTCOMES,
  scoreReadPermission,
} from '@synchrony/backstage-plugin-scorecards-common';
import { readScorecards } from './readScorecards';
import type { ActionsOptions } from './registerActions';

export function registerGetEntityScorecard({
  actionsRegistry,
  scorecards,
}: ActionsOptions): void {
  actionsRegistry.register({
    name: 'get-entity-scorecard',
    title: 'Get the security scorecards of an entity',
    description:
      'Where a catalog entity stands in its security scorecards: level, score with its range, target, and the outcome of every check. An unknown outcome counts as not passed. Reasons are there only when the caller may read evidence.',
    attributes: { readOnly: true, idempotent: true },
    visibilityPermission: scoreReadPermission,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .max(510)
            .describe('Ref of the entity, e.g. component:default/payments-api'),
        }),
      output: z =>
        z.object({
          entityRef: z.string(),
          notApplicableBecause: z.string().optional(),
          scorecards: z.array(
            z.object({
              id: z.string(),
              version: z.number(),
              title: z.string(),
              level: z.enum(LEVELS),
              targetLevel: z.enum(EARNED_LEVELS).optional(),
              nextLevel: z.enum(EARNED_LEVELS).optional(),
              waivers: z.number().describe('Checks that a waiver holds up'),
              scoreLow: z.number().optional().describe('Proven points of 100'),
              scoreHigh: z
                .number()
                .optional()
                .describe('Points if all that is unknown passed'),
              evidencePct: z.number().optional(),
              redacted: z.boolean(),
              computedAt: z.string(),
              checks: z.array(
                z.object({
                  id: z.string(),
                  title: z.string(),
                  stage: z.string(),
                  outcome: z.enum(OUTCOMES),
                  needsAttention: z.boolean().optional(),
                  requiredFor: z.enum(EARNED_LEVELS).optional(),
                  reason: z.string().optional(),
                }),
              ),
            }),
          ),
        }),
    },
    action: async ({ credentials, input }) => {
      const answer = await readScorecards(
        scorecards,
        credentials,
        input.entityRef,
      );
      return {
        output: {
          entityRef: answer.entityRef,
          notApplicableBecause: answer.notApplicableBecause,
          scorecards: answer.scorecards.map(card => ({
            id: card.id,
            version: card.version,
            title: card.title,
            level: card.level,
            targetLevel: card.targetLevel,
            nextLevel: card.nextLevel,
            waivers: card.waivers,
            scoreLow: card.scoreLow,
            scoreHigh: card.scoreHigh,
            evidencePct: card.evidencePct,
            redacted: card.redacted,
            computedAt: card.computedAt,
            checks: card.checks.map(check => ({
              id: check.id,
              title: check.title,
              stage: check.stage,
              outcome: check.outcome,
              needsAttention: check.needsAttention,
              requiredFor: check.requiredFor,
              reason: check.reason,
            })),
          })),
        },
      };
    },
  });
}
