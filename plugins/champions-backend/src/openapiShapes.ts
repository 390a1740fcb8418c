/** An object with exactly these properties. */
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

export function listOf(items: object): object {
  return { type: 'array', items };
}

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
