import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { Request } from 'express';
import { z } from 'zod';
import { RequestError } from '../service/RequestError';

export const MOST_PER_PAGE = 1000;

const textSchema = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .regex(/^[^\p{Cc}]*$/u, 'must not contain control characters');

/** A short text, as names of tools and branches are. */
export const nameSchema = textSchema.max(
  200,
  'must have at most 200 characters',
);

/** A full entity ref, lower-cased. */
export const entityRefSchema = textSchema.transform((text, context) => {
  try {
    return normalizeEntityRef(stringifyEntityRef(parseEntityRef(text)));
  } catch {
    context.addIssue({
      code: 'custom',
      message: 'must be a full entity ref such as component:default/name',
    });
    return z.NEVER;
  }
});

export const commitSchema = z
  .string()
  .regex(/^[0-9a-fA-F]{4,64}$/, 'must be the hexadecimal id of a commit');

export const booleanSchema = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform(text => text === 'true');

export const limitSchema = z.coerce
  .number({ error: 'must be a number' })
  .int()
  .min(1, 'must be at least 1')
  .max(MOST_PER_PAGE, `must be at most ${MOST_PER_PAGE}`);

/** Words separated by commas, or the parameter given several times. */
export function listSchema<const T extends readonly string[]>(words: T) {
  return z
    .union([z.string(), z.array(z.string())])
    .transform(value =>
      [value].flat().flatMap(text => text.split(',').filter(Boolean)),
    )
    .pipe(
      z.array(z.enum(words, { error: `must be among ${words.join(', ')}` })),
    );
}

/** Query parameters, or an error that names the one that is wrong. */
export function parseQuery<T extends z.ZodRawShape>(
  request: Request,
  shape: T,
): z.output<z.ZodObject<T>> {
  const result = z.strictObject(shape).safeParse(request.query);
  if (result.success) {
    return result.data;
  }
  const [issue] = result.error.issues;
  if (issue.code === 'unrecognized_keys') {
    const [name] = issue.keys;
    throw new RequestError(
      400,
      `There is no parameter ${name}`,
      `query.${name}`,
    );
  }
  const name = String(issue.path[0]);
  const missing = request.query[name] === undefined;
  throw new RequestError(
    400,
    missing ? `${name} is missing` : `${name}: ${issue.message}`,
    `query.${name}`,
  );
}

/** A body, or an error that names the part that is wrong. */
export function parseBody<T extends z.ZodType>(
  request: Request,
  schema: T,
): z.output<T> {
  const result = schema.safeParse(request.body ?? {});
  if (result.success) {
    return result.data;
  }
  const [issue] = result.error.issues;
  const extra = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = [...issue.path, ...(extra === undefined ? [] : [extra])]
    .map(String)
    .join('.');
  throw new RequestError(
    400,
    extra === undefined
      ? `${path || 'The body'}: ${issue.message}`
      : `There is no ${path}`,
    path === '' ? 'body' : `body.${path}`,
  );
}

const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** An id of ours from the path; anything else is the id of nothing. */
export function parseId(text: string, what: string): string {
  if (!ID.test(text)) {
    throw new NotFoundError(`There is no such ${what}`);
  }
  return text;
}

/** The ref of an entity that is named by parts of the path. */
export function parseEntityName(
  namespace: string,
  kind: string,
  name: string,
): string {
  const result = entityRefSchema.safeParse(`${kind}:${namespace}/${name}`);
  if (!result.success) {
    throw new NotFoundError('There is no such entity');
  }
  return result.data;
}
