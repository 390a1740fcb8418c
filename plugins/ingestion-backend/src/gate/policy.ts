import {
  CONTROL_TYPES,
  GATE_VERDICTS,
} from '@synchrony/backstage-plugin-ingestion-common';
import { z } from 'zod';

const verdictSchema = z.enum(GATE_VERDICTS, {
  error: `must be among ${GATE_VERDICTS.join(', ')}`,
});

const budgetSchema = z.strictObject({
  allowed: z
    .int({ error: 'must be a whole number' })
    .min(0, 'must be at least 0')
    .default(0),
  verdict: verdictSchema,
});

/** What a policy file may say; what it leaves out is as in the built-in one. */
export const gatePolicySchema = z.strictObject({
  id: z
    .string({ error: 'must be a name' })
    .regex(
      /^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/,
      'must be lower-case letters and digits, joined by -, _ or .',
    ),
  description: z.string({ error: 'must be a text' }).optional(),
  new: z
    .strictObject({
      critical: verdictSchema.default('block'),
      high: verdictSchema.default('block'),
      medium: verdictSchema.default('warn'),
      low: verdictSchema.default('pass'),
      kev: verdictSchema.default('pass'),
    })
    .prefault({}),
  overdue: z
    .strictObject({
      critical: budgetSchema.optional(),
      high: budgetSchema.optional(),
      medium: budgetSchema.optional(),
      low: budgetSchema.optional(),
    })
    .default({ critical: { allowed: 0, verdict: 'warn' } }),
  unknown: verdictSchema.default('warn'),
  types: z
    .array(
      z.enum(CONTROL_TYPES, {
        error: `must be among ${CONTROL_TYPES.join(', ')}`,
      }),
      { error: 'must be a list' },
    )
    .min(1, 'must name at least one')
    .optional(),
  failClosed: z.boolean({ error: 'must be true or false' }).default(false),
});

/** Which findings and gaps stop a pipeline. */
export type GatePolicy = z.output<typeof gatePolicySchema>;

export const DEFAULT_POLICY_ID = 'default';

/** Holds where no file says otherwise. */
export const DEFAULT_GATE_POLICY: GatePolicy = gatePolicySchema.parse({
  id: DEFAULT_POLICY_ID,
});
