import {
  LEVELS,
  ROLLUP_DIMENSIONS,
  STAGE_SHARES,
  STAGES,
} from '@synchrony/backstage-plugin-scorecards-common';
import { listOf, object, ref } from './openapiShapes';

const text = { type: 'string' };
const time = { type: 'string', format: 'date-time' };
const flag = { type: 'boolean' };
const count = { type: 'integer', minimum: 0 };
const percent = { type: 'number', minimum: 0, maximum: 100.000001 };
const level = { enum: [...LEVELS] };
const levels = object(Object.fromEntries(LEVELS.map(name => [name, count])));
const target = object({ met: count, total: count });

const summary = {
  total: count,
  levels,
  experimental: count,
  target,
  tiers: listOf(object({ tier: text, total: count, levels, target }, ['tier'])),
  stages: listOf(
    object({
      stage: { enum: [...STAGES] },
      entities: count,
      ...Object.fromEntries(STAGE_SHARES.map(share => [share, percent])),
    }),
  ),
};

const levelChange = object(
  { entityRef: text, title: text, ownerRef: text, from: level, to: level },
  ['title', 'ownerRef'],
);

export const rollupSchemas = {
  LevelChanges: object(
    {
      scorecardId: text,
      since: time,
      rose: listOf(levelChange),
      fell: listOf(levelChange),
      roseTotal: count,
      fellTotal: count,
      totalIsLowerBound: flag,
      asOf: time,
    },
    ['totalIsLowerBound'],
  ),
  EntityRollup: object(
    {
      entityRef: text,
      title: text,
      scorecardId: text,
      ...summary,
      weakestLevel: level,
      weakest: listOf(ref('EntityScoreRow')),
      scoreMedian: object({ low: percent, high: percent, entities: count }),
      totalIsLowerBound: flag,
      scopeUnknown: flag,
      asOf: time,
    },
    ['weakestLevel', 'scoreMedian', 'totalIsLowerBound', 'scopeUnknown'],
  ),
  Portfolio: object(
    {
      scorecardId: text,
      by: { enum: [...ROLLUP_DIMENSIONS] },
      overall: object(summary),
      rows: listOf(
        object({ ref: text, title: text, platformRef: text, ...summary }, [
          'ref',
          'title',
          'platformRef',
        ]),
      ),
      totalIsLowerBound: flag,
      asOf: time,
    },
    ['totalIsLowerBound'],
  ),
  RollupHistory: object(
    {
      scorecardId: text,
      points: listOf(
        object(
          {
            day: { type: 'string', format: 'date' },
            scorecardVersion: count,
            scopeChanged: flag,
            total: count,
            levels,
            tiers: listOf(object({ tier: text, target })),
          },
          ['scopeChanged'],
        ),
      ),
      withheld: flag,
    },
    ['withheld'],
  ),
};

const scorecard = {
  name: 'scorecard',
  in: 'query',
  required: false,
  schema: text,
  description: 'Id of the scorecard; essentials',
};

const entity = ['namespace', 'kind', 'name'].map(name => ({
  name,
  in: 'path',
  required: true,
  schema: text,
}));

/** A reading of many entities, of which only those count that are seen. */
export function reading(
  operationId: string,
  summaryText: string,
  parameters: object[],
  schema: string,
): object {
  const answer = (description: string, name: string) => ({
    description,
    content: { 'application/json': { schema: ref(name) } },
  });
  return {
    get: {
      operationId,
      summary: summaryText,
      parameters: [...parameters, scorecard],
      responses: {
        '200': answer('Only entities that the caller may see count', schema),
        '400': answer('A parameter is wrong', 'Error'),
        '401': answer('Not signed in', 'Error'),
        '403': answer('Not allowed', 'Error'),
        '404': answer('There is none that the caller may see', 'Error'),
      },
    },
  };
}

export const rollupPaths = {
  '/rollups': reading(
    'GetPortfolio',
    'Everything, divided by platform, team or system',
    [
      {
        name: 'by',
        in: 'query',
        required: false,
        schema: { enum: [...ROLLUP_DIMENSIONS], default: 'platform' },
        description: 'What a row is',
      },
    ],
    'Portfolio',
  ),
  '/rollups/level-changes': reading(
    'GetLevelChanges',
    'Who stands on another level than a week ago',
    [],
    'LevelChanges',
  ),
  '/rollups/history': reading(
    'GetHistory',
    'Daily snapshots of everything',
    [],
    'RollupHistory',
  ),
  '/rollups/{namespace}/{kind}/{name}': reading(
    'GetEntityRollup',
    'Where a group, a system or a domain stands',
    entity,
    'EntityRollup',
  ),
  '/rollups/{namespace}/{kind}/{name}/history': reading(
    'GetEntityRollupHistory',
    'Daily snapshots of a group, a system or a domain',
    entity,
    'RollupHistory',
  ),
};
