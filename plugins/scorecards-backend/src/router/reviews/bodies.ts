import {
  REVIEW_ACTION_STEPS,
  SCORECARD_REVIEW_ACTIONS,
  SCORECARD_REVIEW_STATUSES,
} from '@synchrony/backstage-plugin-scorecards-common';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { z } from 'zod';

const entityRef = z
  .string()
  .max(510)
  .regex(/^[^:\s]+:[^/\s]+\/[^/\s]+$/, 'Write it as kind:namespace/name')
  .transform(normalizeEntityRef);

function refOf(...kinds: string[]) {
  return entityRef.refine(
    ref => kinds.some(kind => ref.startsWith(`${kind}:`)),
    `Name a ${kinds.join(' or ')}`,
  );
}

const user = refOf('user');
const owner = refOf('user', 'group');
const date = z.iso.date();
const words = z.array(z.string().min(1).max(255)).max(50).optional();
const version = z.number().int().min(1);

export const reviewsQuery = z.object({
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
  status: z
    .union([z.string(), z.array(z.string())])
    .transform(value => [value].flat().flatMap(part => part.split(',')))
    .pipe(z.array(z.enum(SCORECARD_REVIEW_STATUSES)).min(1))
    .optional(),
});

export const agendaBody = z.strictObject({
  scorecardId: z.string().min(1).max(128),
  scope: z.strictObject({
    within: z
      .array(refOf('group', 'system', 'domain'))
      .max(50)
      .optional(),
    entities: z.array(entityRef).max(500).optional(),
    types: words,
    tiers: words,
    lifecycles: words,
  }),
});

export const reviewBody = agendaBody.extend({
  title: z.string().trim().min(3).max(120),
  facilitator: user,
  participants: z.array(user).max(100).optional(),
  plannedFor: date.optional(),
});

export const reviewChangeBody = reviewBody.extend({ version });

export const reviewActionBody = z.strictObject({
  action: z.enum(SCORECARD_REVIEW_ACTIONS),
});

export const positionBody = z.strictObject({ entityRef });

export const discussedBody = z.strictObject({
  entityRef,
  isDiscussed: z.boolean(),
});

const text = z.string().trim().min(3).max(2000);
const checkId = z.string().min(1).max(128);
const note = z.strictObject({
  kind: z.literal('note'),
  text,
  checkId: checkId.optional(),
});
const action = z.strictObject({
  kind: z.literal('action'),
  text,
  checkId: checkId.optional(),
  ownerRef: owner,
  dueDate: date,
});
const waiver = z.strictObject({
  kind: z.literal('waiver'),
  text,
  checkId,
  waiverId: z
    .string()
    .max(64)
    .regex(/^[\w-]+$/, 'Give the id of the waiver'),
});

export const decisionBody = z.discriminatedUnion('kind', [
  note.extend({ entityRef }),
  action.extend({ entityRef }),
  waiver.extend({ entityRef }),
]);

export const decisionChangeBody = z.discriminatedUnion('kind', [
  note.extend({ version }),
  action.extend({ version }),
  waiver.extend({ version }),
]);

export const versionQuery = z.object({
  version: z.coerce.number().int().min(1),
});

export const stepBody = z.strictObject({ action: z.enum(REVIEW_ACTION_STEPS) });
