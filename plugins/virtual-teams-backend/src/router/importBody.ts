import {
  MEMBERSHIP_ROLES,
  TeamImportInput,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { z } from 'zod';
import { userRefSchema } from '../teams/definitionSchema';
import { outcomeSchema, teamBody } from './teamBodies';

const time = z.iso.datetime();

const membershipSchema = z.strictObject({
  userRef: userRefSchema,
  role: z.enum(MEMBERSHIP_ROLES),
  allocationPct: z.number().int().min(1).max(100).optional(),
  skillIds: z.array(z.string().min(1).max(64)).max(30).optional(),
  since: time,
  consentRecord: z
    .string()
    .trim()
    .min(1, 'Say where it is written down that the person said yes')
    .max(1_000),
});

/** Teams that ran before the portal knew of them. */
export const importBody: z.ZodType<TeamImportInput> = z.strictObject({
  items: z
    .array(
      z.strictObject({
        team: teamBody,
        status: z.enum(['active', 'paused', 'closing', 'archived']),
        proposedAt: time,
        startedAt: time,
        endedAt: time.optional(),
        memberships: z.array(membershipSchema).max(500),
        outcome: outcomeSchema.optional(),
      }),
    )
    .max(200),
});
