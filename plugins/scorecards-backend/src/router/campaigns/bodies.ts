import {
  CAMPAIGN_ACTIONS,
  CAMPAIGN_STATUSES,
  EARNED_LEVELS,
  EXEMPTION_ACTIONS,
  PROGRESS_DIMENSIONS,
  STANDINGS,
} from '@synchrony/backstage-plugin-scorecards-common';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { z } from 'zod';

function list<T extends z.ZodType<unknown, string>>(item: T) {
  return z
    .union([z.string(), z.array(z.string())])
    .transform(value => [value].flat().flatMap(part => part.split(',')))
    .pipe(z.array(item).min(1).max(100))
    .optional();
}

const reference = z
  .string()
  .max(510)
  .regex(/^[^:\s]+:[^/\s]+\/[^/\s]+$/, 'Write it as kind:namespace/name')
  .transform(normalizeEntityRef);
const date = z.iso.date();
const words = z.array(z.string().min(1).max(255)).max(50).optional();
const cursor = z.string().max(2000).optional();
const limit = z.coerce.number().int().min(1).max(1000).optional();

export const pageQuery = z.object({ cursor, limit });

export const campaignsQuery = pageQuery.extend({
  status: list(z.enum(CAMPAIGN_STATUSES)),
});

export const entitiesQuery = pageQuery.extend({
  standing: list(z.enum(STANDINGS)),
  owner: list(reference),
  platform: reference.optional(),
});

export const progressQuery = z.object({
  by: z.enum(PROGRESS_DIMENSIONS).default('owner'),
});

export const previewBody = z.strictObject({
  scorecardId: z.string().min(1).max(128),
  scope: z.strictObject({
    within: z.array(reference).max(50).optional(),
    types: words,
    tiers: words,
    lifecycles: words,
  }),
  goal: z.strictObject({
    checks: z.array(z.string().min(1).max(128)).max(50),
    level: z.enum(EARNED_LEVELS).optional(),
  }),
});

export const campaignBody = previewBody.extend({
  title: z.string().trim().min(3).max(120),
  description: z.string().max(4000).optional(),
  startDate: date,
  targetDate: date,
  milestones: z
    .array(z.strictObject({ date, sharePct: z.number().int().min(1).max(100) }))
    .max(12),
  reminderDays: z.array(z.number().int().min(0).max(90)).max(5).optional(),
});

export const campaignChangeBody = campaignBody.extend({
  version: z.number().int().min(1),
});

export const campaignActionBody = z.strictObject({
  action: z.enum(CAMPAIGN_ACTIONS),
});

export const exemptionBody = z.strictObject({
  entityRef: reference,
  reason: z.string().trim().min(10).max(2000),
  until: date,
});

export const exemptionActionBody = z.strictObject({
  action: z.enum(EXEMPTION_ACTIONS),
  note: z.string().trim().max(2000).optional(),
});
