import { SKILL_CATEGORIES } from '@synchrony/backstage-plugin-virtual-teams-common';
import { z } from 'zod';

const id = z
  .string()
  .max(64)
  .regex(
    /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/,
    'has lower-case letters, digits, and single hyphens or dots between them',
  );
const ids = z.array(id).max(50).default([]);

const skillSchema = z.strictObject({
  id,
  name: z.string().trim().min(1).max(80),
  category: z.enum(SKILL_CATEGORIES),
  description: z.string().max(1_000).optional(),
  aliases: z.array(z.string().trim().min(1).max(80)).max(50).default([]),
  broader: ids,
  related: ids,
  status: z.enum(['active', 'deprecated']).default('active'),
  mergedInto: id.optional(),
  checkIds: z.array(z.string().trim().min(1).max(128)).max(100).default([]),
});

/** The file of the taxonomy. */
export const skillsFileSchema = z.strictObject({
  skills: z.array(skillSchema).min(1).max(5_000),
});
