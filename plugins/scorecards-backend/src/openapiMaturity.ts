import { reading } from './openapiRollups';
import { listOf, object, ref } from './openapiShapes';

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };

export const maturitySchemas = {
  MaturityModel: object({
    id: text,
    title: text,
    version: text,
    url: { type: 'string', format: 'uri' },
  }),
  MaturityModels: object({ models: listOf(ref('MaturityModel')) }),
  MaturityReport: object(
    {
      model: ref('MaturityModel'),
      activities: listOf(
        object({
          id: text,
          title: text,
          group: text,
          level: { type: 'integer', minimum: 1, maximum: 5 },
          checks: listOf(object({ id: text, title: text }, ['title'])),
          applicable: count,
          supported: count,
        }),
      ),
      totalIsLowerBound: { type: 'boolean' },
      asOf: { type: 'string', format: 'date-time' },
    },
    ['totalIsLowerBound'],
  ),
  MaturityEntitiesPage: object({
    items: listOf(
      object(
        {
          entityRef: text,
          title: text,
          ownerRef: text,
          supported: { type: 'boolean' },
        },
        ['title', 'ownerRef'],
      ),
    ),
    pageInfo: object({ nextCursor: text }, ['nextCursor']),
  }),
};

const model = { name: 'model', in: 'path', required: true, schema: text };

const within = {
  name: 'within',
  in: 'query',
  required: false,
  schema: text,
  description: 'Ref of a group, system or domain; everything without it',
};

export const maturityPaths = {
  '/maturity': reading(
    'GetMaturityModels',
    'The maturity models that checks give evidence for',
    [],
    'MaturityModels',
  ),
  '/maturity/{model}': reading(
    'GetMaturity',
    'Which activities of a model the evidence supports, in how many components',
    [model, within],
    'MaturityReport',
  ),
  '/maturity/{model}/{activity}/entities': reading(
    'GetMaturityEntities',
    'The components behind the numbers of an activity',
    [
      model,
      { name: 'activity', in: 'path', required: true, schema: text },
      within,
      {
        name: 'supported',
        in: 'query',
        required: false,
        schema: { type: 'boolean' },
        description: 'Only those in which it is supported, or only the others',
      },
      {
        name: 'cursor',
        in: 'query',
        required: false,
        schema: text,
        description: '`nextCursor` of the page before',
      },
    ],
    'MaturityEntitiesPage',
  ),
};
