import {
  DEPLOYMENT_KINDS,
  DEPLOYMENT_OUTCOMES,
  GATE_VERDICTS,
  MOST_DELIVERIES_PER_REQUEST,
  MOST_PIPELINE_STEPS,
  PIPELINE_OUTCOMES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { z } from 'zod';
import { RequestError } from '../service/RequestError';
import { commitSchema, entityRefSchema, nameSchema } from './parameters';

/** A time as it is kept: ISO 8601 in UTC. */
export const timeSchema = z.iso
  .datetime({ offset: true, error: 'must be a time in ISO 8601' })
  .transform(text => new Date(text).toISOString());

const urlSchema = z
  .string()
  .max(2000, 'must have at most 2000 characters')
  .refine(
    text => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    'must be an http or https address',
  );

function wordSchema<const T extends readonly string[]>(words: T) {
  return z.enum(words, { error: `must be among ${words.join(', ')}` });
}

type Times = { startedAt?: string; finishedAt?: string };

/** Nothing ends before it begins. */
function inOrder<T extends z.ZodType<Times>>(schema: T) {
  return schema.refine(
    ({ finishedAt, startedAt }) =>
      startedAt === undefined ||
      finishedAt === undefined ||
      startedAt <= finishedAt,
    { path: ['finishedAt'], error: 'must not be before startedAt' },
  );
}

export const deploymentSchema = inOrder(
  z.strictObject({
    entityRef: entityRefSchema,
    environment: nameSchema,
    deploymentId: nameSchema,
    commit: commitSchema.optional(),
    commitTime: timeSchema.optional(),
    version: nameSchema.optional(),
    startedAt: timeSchema.optional(),
    finishedAt: timeSchema,
    updatedAt: timeSchema.optional(),
    outcome: wordSchema(DEPLOYMENT_OUTCOMES),
    kind: wordSchema(DEPLOYMENT_KINDS).optional(),
    recovers: nameSchema.optional(),
    artifactDigest: z
      .string()
      .regex(
        /^[a-z0-9]+:[0-9a-fA-F]{32,128}$/,
        'must be a digest such as sha256:0a1b…',
      )
      .optional(),
    url: urlSchema.optional(),
  }),
).refine(({ deploymentId, recovers }) => deploymentId !== recovers, {
  path: ['recovers'],
  error: 'must be another deployment',
});

export const pipelineRunSchema = inOrder(
  z.strictObject({
    entityRef: entityRefSchema,
    pipeline: nameSchema,
    runId: nameSchema,
    ref: nameSchema,
    commit: commitSchema,
    commitTime: timeSchema.optional(),
    startedAt: timeSchema,
    finishedAt: timeSchema,
    updatedAt: timeSchema.optional(),
    outcome: wordSchema(PIPELINE_OUTCOMES),
    gate: z
      .strictObject({
        policy: nameSchema,
        verdict: wordSchema(GATE_VERDICTS),
        obeyed: z.boolean({ error: 'must be true or false' }),
      })
      .optional(),
    url: urlSchema,
    steps: z
      .array(
        inOrder(
          z.strictObject({
            name: nameSchema,
            outcome: wordSchema(PIPELINE_OUTCOMES),
            startedAt: timeSchema.optional(),
            finishedAt: timeSchema.optional(),
          }),
        ),
      )
      .max(MOST_PIPELINE_STEPS, `must have at most ${MOST_PIPELINE_STEPS}`)
      .optional(),
  }),
);

/** Where in a body the item of an index is. */
export type PlaceOf = (index: number) => string;

/** One item, or a list of them; the error names the field that is wrong. */
export function parseItems<T extends z.ZodType>(
  body: unknown,
  schema: T,
): { items: z.output<T>[]; placeOf: PlaceOf } {
  const isList = Array.isArray(body);
  const values: unknown[] = isList ? body : [body];
  if (values.length === 0 || values.length > MOST_DELIVERIES_PER_REQUEST) {
    throw new RequestError(
      400,
      `The body must be one item or a list of 1 to ${MOST_DELIVERIES_PER_REQUEST}`,
      'body',
    );
  }
  const placeOf = (index: number) => (isList ? `body.${index}` : 'body');
  const items = values.map((value, index) => {
    const result = schema.safeParse(value);
    if (result.success) {
      return result.data;
    }
    const [issue] = result.error.issues;
    const extra = issue.code === 'unrecognized_keys' ? [issue.keys[0]] : [];
    const path = [placeOf(index), ...issue.path, ...extra]
      .map(String)
      .join('.');
    throw new RequestError(
      400,
      extra.length > 0 ? `There is no ${path}` : `${path}: ${issue.message}`,
      path,
    );
  });
  return { items, placeOf };
}
