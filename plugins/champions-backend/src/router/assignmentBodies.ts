import {
  ASSIGNMENT_ACTIONS,
  ASSIGNMENT_STATUSES,
  CHAMPION_ROLES,
} from '@synchrony/backstage-plugin-champions-common';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { z } from 'zod';

const entityRef = z
  .string()
  .max(255)
  .regex(/^[^:\s]+:[^/\s]+\/[^/\s]+$/, 'Write it as kind:namespace/name')
  .transform(normalizeEntityRef);

const userRef = entityRef.refine(ref => ref.startsWith('user:'), 'Name a user');
const text = z.string().trim().min(1).max(2000);

export const nominationBody = z.strictObject({
  userRef,
  scopeRef: entityRef,
  role: z.enum(CHAMPION_ROLES),
  reason: text.optional(),
  specialisms: z.array(z.string().min(1).max(64)).max(20).optional(),
});

export const actionBody = z.strictObject({
  action: z.enum(ASSIGNMENT_ACTIONS),
  version: z.number().int().min(1),
  note: text.optional(),
  capacityPct: z.number().int().min(1).max(100).optional(),
  confirmOverCapacity: z.boolean().optional(),
  endsAt: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
  successorRef: userRef.optional(),
});

export const assignmentsQuery = z.object({
  scopeRef: entityRef.optional(),
  userRef: userRef.optional(),
  status: z
    .union([z.string(), z.array(z.string())])
    .transform(value => [value].flat().flatMap(part => part.split(',')))
    .pipe(z.array(z.enum(ASSIGNMENT_STATUSES)).min(1))
    .optional(),
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
});

export const resolveBody = z.strictObject({
  entityRefs: z.array(z.string().min(1).max(510)),
});
