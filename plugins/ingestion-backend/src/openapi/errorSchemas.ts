import { JsonObject } from '@backstage/types';
import { count, object, text } from './building';

/** What every error answers. */
export const errorSchemas: JsonObject = {
  Error: {
    type: 'object',
    properties: {
      error: {
        type: 'object',
        properties: {
          name: text,
          message: text,
          details: object({ path: text, line: count }, ['line']),
        },
        required: ['name', 'message'],
      },
    },
    required: ['error'],
  },
};
