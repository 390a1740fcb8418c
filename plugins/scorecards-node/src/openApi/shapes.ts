/** An object with exactly these properties. @public */
export function object(
  properties: Record<string, object>,
  optional: string[] = [],
): object {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties).filter(name => !optional.includes(name)),
    properties,
  };
}

/** @public */
export function listOf(items: object): object {
  return { type: 'array', items };
}

/** @public */
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** An answer in JSON. @public */
export function answer(schema: string, description = 'OK'): object {
  return {
    description,
    content: { 'application/json': { schema: ref(schema) } },
  };
}

/** A body in JSON. @public */
export function body(schema: string): object {
  return {
    required: true,
    content: { 'application/json': { schema: ref(schema) } },
  };
}

/** A parameter of the path. @public */
export function inPath(name: string): object {
  return { name, in: 'path', required: true, schema: { type: 'string' } };
}

/** A parameter of the query. @public */
export function inQuery(name: string, schema: object): object {
  return { name, in: 'query', schema };
}

const REFUSALS = {
  400: 'The request is wrong; the message says where',
  403: 'Not allowed',
  404: 'Not there, or not shown to the reader',
  409: 'It changed since, or does not go with its state',
};

/** Answers that refuse, with 401 in any case. @public */
export function refusals(...statuses: (keyof typeof REFUSALS)[]): object {
  return Object.fromEntries([
    ['401', { description: 'Not signed in' }],
    ...statuses.map(status => [
      String(status),
      { description: REFUSALS[status] },
    ]),
  ]);
}
