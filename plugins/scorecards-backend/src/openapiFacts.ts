import { MAX_PUSHED_ITEMS } from '@synchrony/backstage-plugin-scorecards-common';
import { listOf, object, ref } from './openapiShapes';

const text = { type: 'string' };
const time = { type: 'string', format: 'date-time' };
const count = { type: 'integer', minimum: 0 };

function answer(description: string, name: string): object {
  return {
    description,
    content: { 'application/json': { schema: ref(name) } },
  };
}

/** Shapes of pushed facts. */
export const factSchemas = {
  FactPush: object({
    items: {
      type: 'array',
      minItems: 1,
      maxItems: MAX_PUSHED_ITEMS,
      items: object({
        entityRef: text,
        facts: {
          type: ['object', 'null'],
          description:
            'As the JSON Schema of the source says; null withdraws what was pushed',
        },
        observedAt: time,
      }),
    },
  }),
  FactPushResult: object({
    source: text,
    received: count,
    changed: count,
    unchanged: count,
    older: listOf(object({ entityRef: text, newestObservedAt: time })),
    unknownEntities: listOf(text),
  }),
};

/** Paths of pushed facts. */
export const factPaths = {
  '/facts/{source}': {
    put: {
      operationId: 'PutFacts',
      summary: 'Takes a batch of observations, all or nothing',
      description:
        'Needs scorecards.facts.write, and a source that scorecards.pushedSources turns on for the caller. The same batch again changes nothing; an observation older than the known one is left aside.',
      parameters: [
        {
          name: 'source',
          in: 'path',
          required: true,
          schema: text,
          description: 'Id of the source, e.g. openssf-scorecard',
        },
        {
          name: 'entityRef',
          in: 'query',
          required: false,
          schema: text,
          description:
            'Whom the output of a tool is about, where the source takes it as it is',
        },
      ],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              oneOf: [
                ref('FactPush'),
                { type: 'object', description: 'The output of a tool' },
              ],
            },
          },
        },
      },
      responses: {
        '200': answer('What became of it', 'FactPushResult'),
        '400': answer(
          'Nothing was stored; the error names items and fields',
          'Error',
        ),
        '401': answer('Not signed in', 'Error'),
        '403': answer('Not allowed', 'Error'),
        '404': answer('No such source takes facts here', 'Error'),
        '413': answer('More than 5 MB', 'Error'),
      },
    },
  },
};
