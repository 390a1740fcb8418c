import {
  LEVELS,
  MOST_ENTITIES_OF_A_SET,
  MOST_FAILURES_OF_A_PAGE,
} from '@synchrony/backstage-plugin-scorecards-common';
import { reading } from './openapiRollups';
import { listOf, object, ref } from './openapiShapes';

const text = { type: 'string' };
const time = { type: 'string', format: 'date-time' };
const refs = { ...listOf(text), maxItems: MOST_ENTITIES_OF_A_SET };

export const entitySetSchemas = {
  EntitySetQuery: object({ entityRefs: refs, scorecard: text }, ['scorecard']),
  EntityTrendsQuery: object(
    { entityRefs: refs, scorecard: text, since: time },
    ['scorecard'],
  ),
  EntityTrends: object({
    items: listOf(
      object(
        {
          entityRef: text,
          levelAtStart: { enum: [...LEVELS] },
          days: listOf(
            object({
              on: { type: 'string', format: 'date' },
              scoreLow: { type: ['number', 'null'] },
            }),
          ),
        },
        ['levelAtStart'],
      ),
    ),
  }),
  CheckGaps: object({
    asOf: time,
    pageInfo: object({ nextCursor: text }, ['nextCursor']),
    items: listOf(
      object({
        checkId: text,
        title: text,
        isSensitive: { type: 'boolean' },
        failing: listOf(
          object({ entityRef: text, ownerRef: text }, ['ownerRef']),
        ),
      }),
    ),
  }),
};

function asking(
  operationId: string,
  summary: string,
  question: string,
  answer: string,
) {
  const json = (schema: string) => ({
    'application/json': { schema: ref(schema) },
  });
  return {
    post: {
      operationId,
      summary,
      requestBody: { required: true, content: json(question) },
      responses: { '200': { description: 'OK', content: json(answer) } },
    },
  };
}

export const entitySetPaths = {
  '/entities/query': asking(
    'QueryEntities',
    'Scores of a set of entities that the caller sees',
    'EntitySetQuery',
    'EntityScoresPage',
  ),
  '/entities/trends': asking(
    'GetEntityTrends',
    'Levels of a set of entities at a time, and scores by day since then',
    'EntityTrendsQuery',
    'EntityTrends',
  ),
  '/checks/gaps': reading(
    'GetCheckGaps',
    'Which checks fail on what, by entity, for plugins of the portal',
    [
      { name: 'cursor', in: 'query', required: false, schema: text },
      {
        name: 'limit',
        in: 'query',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: MOST_FAILURES_OF_A_PAGE,
        },
        description: 'Failures a page; a check may stand on several pages',
      },
    ],
    'CheckGaps',
  ),
};
