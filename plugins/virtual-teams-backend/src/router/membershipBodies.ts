import { entityRefSchema } from '@synchrony/backstage-plugin-scorecards-node';
import {
  MEMBERSHIP_ACTIONS,
  MEMBERSHIP_ROLES,
  MembershipActionInput,
  MembershipInput,
  MembershipUpdate,
  OpenRoleInput,
  OpenRolesQuery,
  SKILL_LEVELS,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { z } from 'zod';
import {
  daySchema,
  groupRefSchema,
  userRefSchema,
} from '../teams/definitionSchema';

const percent = z.number().int().min(1).max(100);
const version = z.number().int().min(1);
const skillIds = z
  .array(z.string().min(1).max(64))
  .max(30)
  .transform(ids => [...new Set(ids)]);
/** A day or a moment. */
const time = z.union([z.iso.datetime(), daySchema]);

export const membershipBody: z.ZodType<MembershipInput> = z.strictObject({
  userRef: userRefSchema.optional(),
  role: z.enum(MEMBERSHIP_ROLES),
  allocationPct: percent.optional(),
  skillIds: skillIds.optional(),
  openRoleId: z.string().max(36).optional(),
  message: z.string().trim().max(1_000).optional(),
  until: time.optional(),
});

export const membershipActionBody: z.ZodType<MembershipActionInput> =
  z.strictObject({
    action: z.enum(MEMBERSHIP_ACTIONS),
    version,
    note: z.string().trim().max(2_000).optional(),
    allocationPct: percent.optional(),
    until: time.optional(),
  });

export const membershipUpdateBody: z.ZodType<MembershipUpdate> = z.strictObject(
  {
    version,
    role: z.enum(MEMBERSHIP_ROLES).optional(),
    skillIds: skillIds.optional(),
    until: time.nullable().optional(),
    allocationPct: percent.optional(),
  },
);

export const openRolesQuery: z.ZodType<OpenRolesQuery> = z.strictObject({
  teamRef: entityRefSchema.optional(),
  mine: z
    .enum(['true', 'false'])
    .transform(value => value === 'true')
    .optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

export const openRoleBody: z.ZodType<OpenRoleInput> = z.strictObject({
  teamRef: groupRefSchema.optional(),
  title: z.string().trim().min(1).max(200),
  skillId: z.string().min(1).max(64).optional(),
  level: z.enum(SKILL_LEVELS).optional(),
  platformRef: groupRefSchema.optional(),
  seats: z.number().int().min(1).max(50),
  allocationPct: percent.optional(),
  until: daySchema.optional(),
});

export const offerBody = z.strictObject({
  message: z.string().trim().min(1).max(1_000),
});
