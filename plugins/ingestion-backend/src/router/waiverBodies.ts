import {
  MOST_CHECKS_PER_WAIVER,
  MOST_FINDINGS_PER_WAIVER,
  WAIVER_ACTION_INPUTS,
  WAIVER_ACTIONS,
  WAIVER_ROLES,
  WAIVER_TREATMENTS,
} from '@synchrony/backstage-plugin-ingestion-common';
import { z } from 'zod';
import { longTextSchema, urlSchema } from './findingActions';
import { entityRefSchema, nameSchema } from './parameters';

/** ISO 8601 with a zone. */
export const timeSchema = z.iso.datetime({
  offset: true,
  error: 'must be a time such as 2026-12-31T00:00:00Z',
});

function idsSchema(pattern: RegExp, most: number, thing: string) {
  return z
    .array(z.string().regex(pattern, 'must be an id'), {
      error: `must be a list of ids of ${thing}`,
    })
    .min(1, 'must not be empty')
    .max(most, `must name at most ${most} ${thing}`)
    .transform(ids => [...new Set(ids)]);
}

const ruleTargetSchema = z
  .strictObject({
    kind: z.literal('rule'),
    entityRef: entityRefSchema,
    tool: nameSchema.optional(),
    ruleId: nameSchema.optional(),
    package: nameSchema
      .regex(/[^/]$/, 'must not end with a slash')
      .refine(text => !/[^/]@[^/]*$/.test(text), {
        error: 'must be without a version',
      })
      .optional(),
  })
  .superRefine((target, context) => {
    const both = target.tool !== undefined && target.package !== undefined;
    const byRule = target.tool !== undefined && target.ruleId !== undefined;
    if (both || (target.package === undefined && !byRule)) {
      context.addIssue({
        code: 'custom',
        message: 'must name tool and ruleId, or a package',
      });
    }
  });

const targetSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('finding'),
      entityRef: entityRefSchema,
      findingIds: idsSchema(
        /^[A-Za-z0-9_-]{1,64}$/,
        MOST_FINDINGS_PER_WAIVER,
        'findings',
      ),
    }),
    ruleTargetSchema,
    z.strictObject({
      kind: z.literal('advisory'),
      groupRef: entityRefSchema.refine(ref => ref.startsWith('group:'), {
        error: 'must be the ref of a group such as group:default/name',
      }),
      advisoryId: nameSchema.regex(
        /^(?:CVE-\d{4}-\d{4,}|GHSA(?:-[a-z0-9]{4}){3})$/i,
        'must be a CVE or GHSA id',
      ),
    }),
    z.strictObject({
      kind: z.literal('check'),
      entityRef: entityRefSchema,
      checkIds: idsSchema(
        /^[a-z0-9][a-z0-9.-]{0,99}$/,
        MOST_CHECKS_PER_WAIVER,
        'checks',
      ),
    }),
  ],
  { error: 'must have a kind: finding, rule, advisory or check' },
);

/** Body of `POST /waivers/preview`. */
export const waiverPreviewSchema = z.strictObject({ target: targetSchema });

/** Body of `POST /waivers`. */
export const waiverRequestSchema = z.strictObject({
  target: targetSchema,
  reason: longTextSchema,
  riskStatement: longTextSchema,
  compensatingControls: longTextSchema.optional(),
  treatment: z.enum(WAIVER_TREATMENTS, {
    error: `must be among ${WAIVER_TREATMENTS.join(', ')}`,
  }),
  startsAt: timeSchema.optional(),
  expiresAt: timeSchema,
  reviewAt: timeSchema.optional(),
  linkedIssue: urlSchema.optional(),
});

/** Body of `POST /waivers/{id}/actions`. */
export const waiverActionSchema = z
  .strictObject({
    action: z.enum(WAIVER_ACTIONS, {
      error: `must be among ${WAIVER_ACTIONS.join(', ')}`,
    }),
    text: longTextSchema.optional(),
    role: z
      .enum(WAIVER_ROLES, { error: `must be among ${WAIVER_ROLES.join(', ')}` })
      .optional(),
    expiresAt: timeSchema.optional(),
  })
  .superRefine((request, context) => {
    const needed = WAIVER_ACTION_INPUTS[request.action];
    const wrong = (input: keyof typeof request, message: string) =>
      context.addIssue({ code: 'custom', path: [input], message });
    for (const input of needed) {
      if (request[input] === undefined) {
        wrong(input, `is needed to ${request.action}`);
      }
    }
    if (request.expiresAt !== undefined && !needed.includes('expiresAt')) {
      wrong('expiresAt', `does not belong to ${request.action}`);
    }
    if (request.role !== undefined && request.action !== 'approve') {
      wrong('role', `does not belong to ${request.action}`);
    }
  });
