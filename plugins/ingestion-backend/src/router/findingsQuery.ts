import {
  CONTROL_TYPES,
  FINDING_DUES,
  FINDING_ORDERS,
  FINDING_STATUSES,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { z } from 'zod';
import {
  booleanSchema,
  entityRefSchema,
  limitSchema,
  listSchema,
  nameSchema,
} from './parameters';

const STATUSES = [...FINDING_STATUSES, 'all'] as const;

const SCOPE_KINDS = ['system', 'domain', 'group'];

const scopeSchema = entityRefSchema.refine(
  ref => SCOPE_KINDS.some(kind => ref.startsWith(`${kind}:`)),
  { error: `must be a ${SCOPE_KINDS.join(', ')}` },
);

const whenSchema = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: 'must be a day such as 2026-11-30, or a time with its zone',
});

const onlyTrueSchema = z
  .literal('true', { error: 'must be true, or absent' })
  .transform(() => true as const);

/** Two names of 1,000 characters, encoded. */
const LONGEST_GROUP_ID = 12_000;

/** What narrows a list of findings. */
export const FINDINGS_FILTER = {
  entityRef: entityRefSchema.optional(),
  ownedBy: entityRefSchema.optional(),
  scopeRef: scopeSchema.optional(),
  ref: nameSchema.optional(),
  status: z
    .enum(STATUSES, { error: `must be among ${STATUSES.join(', ')}` })
    .optional(),
  severity: listSchema(SEVERITIES).optional(),
  type: listSchema(CONTROL_TYPES).optional(),
  tool: nameSchema.optional(),
  environment: nameSchema.optional(),
  overdue: booleanSchema.optional(),
  kev: onlyTrueSchema.optional(),
  adjusted: onlyTrueSchema.optional(),
  firstSeenFrom: whenSchema.optional(),
  firstSeenTo: whenSchema.optional(),
  resolvedFrom: whenSchema.optional(),
  resolvedTo: whenSchema.optional(),
  epssAtLeast: z
    .string()
    .regex(/^(0|1|[01]?\.\d+)$/, 'must be a number from 0 to 1')
    .transform(Number)
    .pipe(z.number().max(1, 'must be a number from 0 to 1'))
    .optional(),
  due: z
    .enum(FINDING_DUES, { error: `must be among ${FINDING_DUES.join(', ')}` })
    .optional(),
  group: z.string().max(LONGEST_GROUP_ID).optional(),
  q: nameSchema.optional(),
};

export const FINDINGS_ORDER = {
  orderBy: z
    .enum(FINDING_ORDERS, {
      error: `must be among ${FINDING_ORDERS.join(', ')}`,
    })
    .optional(),
};

export const PAGE = {
  cursor: z.string().optional(),
  limit: limitSchema.optional(),
};
