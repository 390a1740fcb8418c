import { JsonObject } from '@backstage/types';

export const text: JsonObject = { type: 'string' };
export const time: JsonObject = { type: 'string', format: 'date-time' };
export const date: JsonObject = { type: 'string', format: 'date' };
export const count: JsonObject = { type: 'integer', minimum: 0 };
export const flag: JsonObject = { type: 'boolean' };

export function object(
  properties: JsonObject,
  optional: string[] = [],
): JsonObject {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter(name => !optional.includes(name)),
    additionalProperties: false,
  };
}

export function list(items: JsonObject): JsonObject {
  return { type: 'array', items };
}

export function words(values: readonly string[]): JsonObject {
  return { type: 'string', enum: [...values] };
}

export function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

export function page(item: string): JsonObject {
  return object(
    {
      items: list(ref(item)),
      totalItems: count,
      totalIsLowerBound: {
        ...flag,
        description: 'There are more than totalItems',
      },
      pageInfo: object({ nextCursor: text, prevCursor: text }, [
        'nextCursor',
        'prevCursor',
      ]),
    },
    ['totalIsLowerBound'],
  );
}
