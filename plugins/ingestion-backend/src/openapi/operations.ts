import { JsonObject } from '@backstage/types';
import { text } from './building';

export function query(
  name: string,
  description: string,
  schema: JsonObject = text,
  required = false,
): JsonObject {
  return { name, in: 'query', description, required, schema };
}

export function path(name: string): JsonObject {
  return { name, in: 'path', required: true, schema: text };
}

export function answer(description: string, schema: string): JsonObject {
  return {
    description,
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${schema}` },
      },
    },
  };
}

/** An export, of items of a schema. */
export function file(schema: string): JsonObject {
  return {
    description: 'A file that is written while it is read',
    content: {
      'text/csv': { schema: text },
      'application/json': {
        schema: {
          type: 'array',
          items: { $ref: `#/components/schemas/${schema}` },
        },
      },
    },
  };
}

export function errors(...statuses: number[]): JsonObject {
  const meaning: Record<number, string> = {
    400: 'A parameter, the body or the encoding is wrong; details.path names it',
    401: 'Not signed in',
    403: 'Not allowed; for reports the message names what is',
    404: 'Does not exist, or may not be seen',
    409: 'Does not go with what was done before; the message says how',
    413: 'The body is too large',
    415: 'The Content-Encoding is not supported',
    503: 'Something that is needed does not answer now; try again',
    422: 'It can not count or be done as it is; the message says why',
  };
  return Object.fromEntries(
    statuses.map(status => [String(status), answer(meaning[status], 'Error')]),
  );
}

export function jsonBody(schema: JsonObject): JsonObject {
  return { required: true, content: { 'application/json': { schema } } };
}

export const paging = [
  query('cursor', 'From pageInfo of another page of the same list'),
  query('limit', 'Items a page, 50 by default', {
    type: 'integer',
    minimum: 1,
    maximum: 1000,
  }),
];
