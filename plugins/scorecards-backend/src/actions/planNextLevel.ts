import {
  CHECK_ACTORS,
  EARNED_LEVELS,
  LEVELS,
  scoreReadPermission,
} from '@synchrony/backstage-plugin-scorecards-common';
import { readScorecard } from './readScorecards';
import type { ActionsOptions } from './registerActions';

export function registerPlanNextLevel({
  actionsRegistry,
  scorecards,
}: ActionsOptions): void {
  actionsRegistry.register({
    name: 'plan-next-level',
    title: 'Plan the way to the next security level',
    description:
      'What to do, cheapest first, for an entity to reach its next security level, how many points each step gives, and where the entity stands once all steps are done. Without the right to read evidence there are no steps, and redacted is true.',
    attributes: { readOnly: true, idempotent: true },
    visibilityPermission: scoreReadPermission,
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().max(510).describe('Ref of the entity'),
          scorecard: z
            .string()
            .max(128)
            .optional()
            .describe('Id of the scorecard; the first by default'),
        }),
      output: z =>
        z.object({
          scorecardId: z.string(),
          level: z.enum(LEVELS),
          nextLevel: z
            .enum(EARNED_LEVELS)
            .optional()
            .describe('Absent at the top'),
          steps: z.array(
            z.object({
              checkId: z.string(),
              title: z.string(),
              action: z.string(),
              effort: z.enum(['S', 'M', 'L']),
              actor: z.enum(CHECK_ACTORS).describe('Who can take the step'),
              gain: z.number().describe('Points gained'),
            }),
          ),
          result: z
            .object({ level: z.enum(LEVELS), scoreLow: z.number() })
            .optional(),
          redacted: z.boolean(),
        }),
    },
    action: async ({ credentials, input }) => {
      const card = await readScorecard(
        scorecards,
        credentials,
        input.entityRef,
        input.scorecard,
      );
      return {
        output: {
          scorecardId: card.id,
          level: card.level,
          nextLevel: card.nextLevel,
          steps: (card.plan ?? []).map(step => ({
            checkId: step.checkId,
            title: step.title,
            action: step.action,
            effort: step.effort,
            actor: step.actor ?? 'team',
            gain: step.gain,
          })),
          result: card.planResult && {
            level: card.planResult.level,
            scoreLow: card.planResult.scoreLow,
          },
          redacted: card.redacted,
        },
      };
    },
  });
}
