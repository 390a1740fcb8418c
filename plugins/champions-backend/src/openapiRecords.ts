import { JsonObject } from '@backstage/types';
import { EFFECT_METRICS } from '@synchrony/backstage-plugin-champions-common';
import { MOST_ENTITIES_PER_EVIDENCE_REQUEST } from '@synchrony/backstage-plugin-scorecards-node';

const text: JsonObject = { type: 'string' };
const time: JsonObject = { type: 'string', format: 'date-time' };
const count: JsonObject = { type: 'integer', minimum: 0 };
const number: JsonObject = { type: 'number' };

function object(properties: JsonObject, optional: string[] = []): JsonObject {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter(name => !optional.includes(name)),
    additionalProperties: false,
  };
}

function list(items: JsonObject): JsonObject {
  return { type: 'array', items };
}

function answer(description: string, schema: string): JsonObject {
  return {
    description,
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${schema}` },
      },
    },
  };
}

const REFUSALS: Record<string, JsonObject> = {
  '400': { description: 'The request is wrong; the message says where' },
  '401': { description: 'Not signed in' },
  '403': { description: 'Not allowed' },
  '503': { description: 'A plugin that is needed does not answer' },
};

function operation(
  summary: string,
  success: JsonObject,
  refusals: string[],
  rest: JsonObject = {},
): JsonObject {
  return {
    summary,
    ...rest,
    responses: {
      '200': success,
      ...Object.fromEntries(refusals.map(each => [each, REFUSALS[each]])),
    },
  };
}

const person: JsonObject = {
  parameters: ['namespace', 'name'].map(name => ({
    name,
    in: 'path',
    required: true,
    schema: text,
  })),
};

const moment: JsonObject = {
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: { $ref: '#/components/schemas/MomentRequest' },
      },
    },
  },
};

const forPerson = ['401', '403'];

/** Export and erasure, the past, the effect, and what search may hold. */
export const recordPaths: JsonObject = {
  '/people/{namespace}/{name}/export': {
    get: operation(
      'Everything that is kept of a person',
      answer('The data', 'PersonExport'),
      forPerson,
      person,
    ),
  },
  '/people/{namespace}/{name}/erasure': {
    get: operation(
      'What erasing a person would do',
      answer('Each kind of data', 'ErasurePreview'),
      forPerson,
      person,
    ),
    post: operation(
      'Erase a person',
      answer('What was done to each kind of data', 'ErasurePreview'),
      forPerson,
      person,
    ),
  },
  '/as-of': {
    post: operation(
      'Who was champion or deputy for entities at a moment',
      answer('By the hierarchy as it is today', 'PostHolders'),
      ['400', '401', '403'],
      moment,
    ),
  },
  '/evidence-records': {
    post: operation(
      'The same as records of evidence packs',
      answer('The records', 'ChampionRecords'),
      ['400', '401', '403'],
      moment,
    ),
  },
  '/programme/effect': {
    get: operation(
      'What changed for teams with a champion, beside those without',
      answer('The figures, or why there are none', 'ProgrammeEffect'),
      ['401', '403', '503'],
    ),
  },
  '/search-documents': {
    get: operation(
      'Assignments that everybody may know of; for services',
      answer('A page of them', 'ChampionSearchItems'),
      ['400', '401', '403'],
      {
        parameters: [
          { name: 'cursor', in: 'query', schema: text },
          {
            name: 'limit',
            in: 'query',
            schema: { type: 'integer', minimum: 1, maximum: 1000 },
          },
        ],
      },
    ),
  },
};

const role: JsonObject = { type: 'string', enum: ['primary', 'deputy'] };
const objects = list({ type: 'object' });
const metric: JsonObject = { type: 'string', enum: [...EFFECT_METRICS] };

export const recordSchemas: JsonObject = {
  PersonExport: object(
    {
      userRef: text,
      exportedAt: time,
      assignments: objects,
      history: objects,
      training: objects,
      volunteer: { type: 'object' },
      questions: objects,
      briefs: objects,
      calendar: { type: 'object' },
      digest: { type: 'object' },
      declarations: objects,
      memberships: list(text),
      steps: objects,
    },
    ['volunteer', 'calendar', 'digest'],
  ),
  ErasurePreview: object({
    userRef: text,
    classes: list(
      object({
        what: text,
        rows: count,
        effect: {
          type: 'string',
          enum: ['deleted', 'pseudonymised', 'retained'],
        },
        why: text,
      }),
    ),
  }),
  MomentRequest: object({
    at: { ...time, description: 'Not later than now' },
    entityRefs: {
      ...list(text),
      minItems: 1,
      maxItems: MOST_ENTITIES_PER_EVIDENCE_REQUEST,
    },
  }),
  PostHolders: object({
    at: time,
    items: list(
      object({
        entityRef: text,
        scopeRef: text,
        role,
        userRef: text,
        since: time,
      }),
    ),
  }),
  ChampionRecords: object({
    records: list(
      object({
        kind: text,
        id: text,
        entityRef: text,
        title: text,
        status: text,
        details: list(object({ title: text, value: text })),
        steps: list(object({ at: time, what: text, by: text }, ['by'])),
      }),
    ),
    withheld: { type: 'boolean' },
  }),
  ProgrammeEffect: object({
    asOf: time,
    windowDays: count,
    method: text,
    estimates: list({
      oneOf: [
        object({
          isShown: { const: true },
          metric,
          estimate: number,
          low: number,
          high: number,
          teamsWith: count,
          teamsWithout: count,
          findings: count,
        }),
        object({ isShown: { const: false }, metric, because: text }),
      ],
    }),
  }),
  ChampionSearchItems: object({
    items: list(
      object(
        {
          assignmentId: text,
          userRef: text,
          userTitle: text,
          scopeRef: text,
          scopeTitle: text,
          role,
          specialisms: list(text),
        },
        ['userTitle', 'scopeTitle'],
      ),
    ),
    pageInfo: object({ nextCursor: text }, ['nextCursor']),
  }),
};
