import {
  ENDORSEMENT_CONTEXTS,
  EXPERTISE_VISIBILITIES,
  SKILL_LEVELS,
  WILLING,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { z } from 'zod';

const visibility = z.enum(EXPERTISE_VISIBILITIES);
const link = z.url({ protocol: /^https?$/ }).max(2_000);

export const profileBody = z.strictObject({
  visibility: visibility.optional(),
  availability: z.enum(['free', 'limited', 'none', 'not_stated']),
  limitPct: z.number().int().min(1).max(100).optional(),
  note: z.string().trim().max(1_000).optional(),
});

export const skillBody = z.strictObject({
  level: z.enum(SKILL_LEVELS),
  willing: z.array(z.enum(WILLING)).max(WILLING.length),
  evidenceLinks: z.array(link).max(10),
  visibility: visibility.optional(),
});

export const endorsementBody = z.strictObject({
  skillId: z.string().min(1).max(64),
  context: z.enum(ENDORSEMENT_CONTEXTS),
  subject: z.string().trim().min(1).max(255).optional(),
  text: z.string().trim().min(1).max(1_000),
});

function listOf<T extends z.ZodType>(item: T, most: number) {
  return z.preprocess(
    value => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(most).optional(),
  );
}

export const discoveryQuery = z.strictObject({
  q: z.string().max(200).optional(),
  skills: listOf(z.string().min(1).max(64), 10),
  level: z.enum(SKILL_LEVELS).optional(),
  platform: z.string().max(255).optional(),
  willing: listOf(z.enum(WILLING), WILLING.length),
  available: z
    .enum(['true', 'false'])
    .transform(value => value === 'true')
    .optional(),
  types: listOf(z.enum(['person', 'team', 'open_role']), 3),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});
