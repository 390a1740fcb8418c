import { LEVELS } from '@synchrony/backstage-plugin-scorecards-common';
import { listOf, object, ref } from './openapiShapes';

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const level = { enum: [...LEVELS] };
const levels = object(Object.fromEntries(LEVELS.map(name => [name, count])));

export const dryRunSchemas = {
  DryRun: object(
    {
      scorecards: listOf(
        object(
          {
            id: text,
            version: count,
            title: text,
            activeVersion: count,
            entities: count,
            before: levels,
            after: levels,
            raised: count,
            lowered: count,
            target: object({ met: count, total: count }),
            changes: listOf(
              object(
                {
                  entityRef: text,
                  title: text,
                  ownerRef: text,
                  from: level,
                  to: level,
                  blockedBy: listOf(text),
                },
                ['title', 'ownerRef', 'from', 'to'],
              ),
            ),
            isCut: { type: 'boolean' },
          },
          ['activeVersion', 'isCut'],
        ),
      ),
      problems: listOf({ type: 'object' }),
      withheld: count,
      asOf: { type: 'string', format: 'date-time' },
    },
    ['withheld'],
  ),
};

function answer(description: string, schema: string): object {
  return {
    description,
    content: { 'application/json': { schema: ref(schema) } },
  };
}

export const dryRunPaths = {
  '/definitions/dry-run': {
    post: {
      operationId: 'DryRunDefinitions',
      summary: 'What definitions would change, on the facts of today',
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              oneOf: [
                object({ text }),
                object({
                  draft: object({
                    kind: { enum: ['check', 'scorecard'] },
                    id: text,
                    version: count,
                  }),
                }),
              ],
            },
          },
        },
      },
      responses: {
        '200': answer('Nothing was stored', 'DryRun'),
        '400': answer('The body is wrong', 'Error'),
        '401': answer('Not signed in', 'Error'),
        '403': answer('Not allowed', 'Error'),
        '404': answer('There is no such draft without a fault', 'Error'),
      },
    },
  },
};
