import {
  INTERACTION_MODES,
  TEAM_KINDS,
  TeamTemplate,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { z } from 'zod';
import {
  channelSchema,
  groupRefSchema,
  requiredExpertiseSchema,
} from '../teams/definitionSchema';

const line = z.string().trim().min(1).max(200);
const text = z.string().trim().max(4_000);
const percent = z.number().int().min(1).max(100);
const days = z.number().int().min(1).max(3_650);

const templateSchema = z
  .strictObject({
    id: z
      .string()
      .max(64)
      .regex(
        /^[a-z0-9]+(-[a-z0-9]+)*$/,
        'Write it in small letters, as one-two',
      ),
    title: line,
    description: text.min(1),
    kind: z.enum(TEAM_KINDS),
    outcome: text.default(''),
    inScope: text.default(''),
    outOfScope: text.default(''),
    measures: z
      .array(
        z.strictObject({
          title: line,
          unit: z.string().trim().max(40),
          start: z.number(),
          aim: z.number(),
        }),
      )
      .max(20)
      .default([]),
    interactionMode: z.enum(INTERACTION_MODES).default('collaboration'),
    requiredExpertise: z.array(requiredExpertiseSchema).max(30).default([]),
    reviewAfterDays: days.optional(),
    endsAfterDays: days.optional(),
  })
  .superRefine(({ endsAfterDays, kind, reviewAfterDays }, context) => {
    if (kind === 'community' && endsAfterDays !== undefined) {
      context.addIssue({
        code: 'custom',
        path: ['endsAfterDays'],
        message: 'A community has no end',
      });
    }
    if ((reviewAfterDays ?? 0) > (endsAfterDays ?? Infinity)) {
      context.addIssue({
        code: 'custom',
        path: ['reviewAfterDays'],
        message: 'The first review comes after the end',
      });
    }
  });

/** Templates, of which none has the id of another. */
const templatesSchema = z
  .array(templateSchema)
  .max(50)
  .superRefine((templates, context) => {
    templates.forEach(({ id }, index) => {
      if (templates.findIndex(each => each.id === id) < index) {
        context.addIssue({
          code: 'custom',
          path: [index, 'id'],
          message: `${id} is there already`,
        });
      }
    });
  }) satisfies z.ZodType<TeamTemplate[]>;

/** What may stand in the file of the settings; all of it may be left out. */
export const settingsFileSchema = z
  .strictObject({
    templates: templatesSchema,
    platformGroupTypes: z.array(line).min(1).max(20),
    allocationLimitPct: percent,
    managerSeesAbovePct: percent,
    answerDays: days,
    reminderDays: days,
    staleAfterDays: days,
    expertiseStaleMonths: z.number().int().min(1).max(120),
    guild: channelSchema,
    managers: groupRefSchema,
  })
  .partial();
