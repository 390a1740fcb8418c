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
    [
      { name: 'model', in: 'path', required: true, schema: text },
      {
        name: 'within',
        in: 'query',
        required: false,
        schema: text,
        description: 'Ref of a group, system or domain; everything without it',
      },
    ],
    'MaturityReport',
  ),
};
