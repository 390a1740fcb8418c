import {
  CHECK_ACTORS,
  DRAFT_MARK,
  EARNED_LEVELS,
  STAGES,
  WEIGHTS,
} from '@synchrony/backstage-plugin-scorecards-common';
import { PUSH_FORMATS } from './types';

const sentence = { type: 'string', minLength: 3, maxLength: 1000 };
const rule = { type: 'string', minLength: 1, maxLength: 4000 };
const sourceId = {
  type: 'string',
  pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
  maxLength: 100,
};
const identity = {
  id: {
    type: 'string',
    pattern: '^[a-z0-9]+([.-][a-z0-9]+)*$',
    maxLength: 100,
  },
  version: { type: 'integer', minimum: 1 },
  title: sentence,
};
/** A definition without this mark is in use. */
const status = { enum: [DRAFT_MARK] };
const texts = { type: 'array', items: { type: 'string' }, minItems: 1 };

const rows = {
  oneOf: [
    {
      type: 'object',
      required: ['kind'],
      additionalProperties: false,
      properties: {
        kind: { const: 'findings' },
        type: texts,
        severity: texts,
        overdue: { type: 'boolean' },
      },
    },
    {
      type: 'object',
      required: ['kind', 'controlType'],
      additionalProperties: false,
      properties: {
        kind: { const: 'coverage' },
        controlType: { type: 'string' },
      },
    },
    {
      type: 'object',
      required: ['kind'],
      additionalProperties: false,
      properties: { kind: { const: 'catalog' } },
    },
  ],
};

const checkSchema = {
  type: 'object',
  additionalProperties: false,
  required: [
    'kind',
    'id',
    'version',
    'title',
    'stage',
    'weight',
    'effort',
    'waivable',
    'rationale',
    'action',
    'remediation',
    'noDataBecause',
    'passWhen',
    'passBecause',
    'failBecause',
  ],
  properties: {
    kind: { const: 'check' },
    status,
    ...identity,
    stage: { enum: [...STAGES] },
    weight: { enum: Object.keys(WEIGHTS) },
    effort: { enum: ['S', 'M', 'L'] },
    actor: { enum: [...CHECK_ACTORS] },
    waivable: { type: 'boolean' },
    sensitive: { type: 'boolean' },
    rationale: sentence,
    action: sentence,
    remediation: sentence,
    needs: { type: 'array', items: sourceId, minItems: 1, uniqueItems: true },
    appliesWhen: rule,
    notApplicableBecause: sentence,
    noDataBecause: sentence,
    noDataAction: sentence,
    unknownWhen: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['when', 'reason', 'because'],
        properties: {
          when: rule,
          reason: { enum: ['no_data', 'stale', 'error', 'forbidden'] },
          because: sentence,
          action: sentence,
        },
      },
    },
    passWhen: rule,
    passBecause: sentence,
    failBecause: sentence,
    evidence: texts,
    evidenceAt: rule,
    staleAt: rule,
    rows,
  },
  dependentRequired: { appliesWhen: ['notApplicableBecause'] },
};

const scorecardSchema = {
  type: 'object',
  additionalProperties: false,
  required: [
    'kind',
    'id',
    'version',
    'title',
    'appliesTo',
    'targetByTier',
    'checks',
  ],
  properties: {
    kind: { const: 'scorecard' },
    status,
    ...identity,
    description: sentence,
    appliesTo: {
      type: 'object',
      additionalProperties: false,
      required: ['kind'],
      properties: { kind: texts, type: texts, lifecycle: texts },
    },
    targetByTier: {
      type: 'object',
      additionalProperties: { enum: [...EARNED_LEVELS] },
    },
    graceDays: { type: 'integer', minimum: 0, maximum: 30 },
    checks: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['check'],
        properties: {
          check: { type: 'string', pattern: '^[a-z0-9.-]+@[0-9]+$' },
          requiredFor: { enum: [...EARNED_LEVELS] },
          sooner: {
            type: 'object',
            additionalProperties: false,
            required: ['when', 'requiredFor'],
            properties: {
              when: rule,
              requiredFor: { enum: [...EARNED_LEVELS] },
            },
          },
        },
        dependentRequired: { sooner: ['requiredFor'] },
      },
    },
  },
};

const amount = { type: 'integer', minimum: 1 };

const sourceSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'id', 'version', 'title', 'validFor', 'schema'],
  properties: {
    kind: { const: 'source' },
    ...identity,
    id: sourceId,
    description: sentence,
    validFor: {
      type: 'object',
      additionalProperties: false,
      minProperties: 1,
      properties: {
        weeks: amount,
        days: amount,
        hours: amount,
        minutes: amount,
      },
    },
    format: { enum: [...PUSH_FORMATS] },
    schema: {
      type: 'object',
      required: ['type', 'properties'],
      properties: {
        type: { const: 'object' },
        properties: {
          type: 'object',
          minProperties: 1,
          // What every observation has beside its facts.
          properties: { observedAt: false, validUntil: false },
        },
      },
    },
  },
};

/** JSON Schemas of definition files by their `kind`. */
export const definitionSchemas = {
  check: checkSchema,
  scorecard: scorecardSchema,
  source: sourceSchema,
};
