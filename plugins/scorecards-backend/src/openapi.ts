import {
  CHECK_ACTORS,
  EARNED_LEVELS,
  ENTITY_SCORE_ORDERS,
  LEVELS,
  OUTCOMES,
  STAGE_SHARES,
  STAGES,
} from '@synchrony/backstage-plugin-scorecards-common';
import { factPaths, factSchemas } from './openapiFacts';
import { campaignPaths, campaignSchemas } from './openapiCampaigns';
import { detailsPaths, detailsSchemas } from './openapiDefinitions';
import { evidencePaths, evidenceSchemas } from './openapiEvidence';
import { dryRunPaths, dryRunSchemas } from './openapiDryRun';
import { historySchemas } from './openapiHistory';
import { entitySetPaths, entitySetSchemas } from './openapiEntitySets';
import { maturityPaths, maturitySchemas } from './openapiMaturity';
import { ledgerPaths, ledgerSchemas } from './openapiLedger';
import { reviewPaths, reviewSchemas } from './openapiReviews';
import { rollupPaths, rollupSchemas } from './openapiRollups';
import { listOf, object, ref } from './openapiShapes';

const text = { type: 'string' };
const time = { type: 'string', format: 'date-time' };
const points = { type: 'number', minimum: 0, maximum: 100.000001 };
const count = { type: 'integer', minimum: 0 };
const level = { enum: [...LEVELS] };
const earnedLevel = { enum: [...EARNED_LEVELS] };
const outcome = { enum: [...OUTCOMES] };
const stage = { enum: [...STAGES] };
const effort = { enum: ['S', 'M', 'L'] };
const actor = { enum: [...CHECK_ACTORS] };

function answer(description: string, schema: object): object {
  return { description, content: { 'application/json': { schema } } };
}

function parameter(name: string, schema: object, description: string): object {
  return { name, in: 'query', required: false, schema, description };
}

function inPath(name: string): object {
  return { name, in: 'path', required: true, schema: text };
}

const errors = {
  '401': answer('Not signed in', ref('Error')),
  '403': answer('Not allowed', ref('Error')),
};

const schemas = {
  Error: {
    type: 'object',
    required: ['error'],
    properties: { error: { type: 'object' } },
  },
  EvidenceItem: object({
    fact: text,
    title: text,
    value: { type: ['string', 'number', 'boolean', 'null'] },
  }),
  Check: object(
    {
      id: text,
      title: text,
      stage,
      outcome,
      weight: { type: 'number' },
      weightWord: { enum: ['critical', 'high', 'medium', 'low'] },
      requiredFor: earnedLevel,
      waivable: { type: 'boolean' },
      sensitive: { type: 'boolean' },
      needsAttention: { type: 'boolean' },
      redacted: { type: 'boolean' },
      unknownReason: { enum: ['no_data', 'stale', 'error', 'forbidden'] },
      reason: text,
      evidence: listOf(ref('EvidenceItem')),
      evidenceAt: time,
      staleAt: time,
      waivedUntil: time,
      gain: points,
      remediation: text,
      rationale: text,
      effort,
      actor,
      since: time,
      rows: { type: 'object', required: ['kind'] },
    },
    [
      'requiredFor',
      'sensitive',
      'needsAttention',
      'unknownReason',
      'reason',
      'evidence',
      'evidenceAt',
      'staleAt',
      'waivedUntil',
      'gain',
      'actor',
      'since',
      'rows',
    ],
  ),
  WaitingCheck: object(
    {
      id: text,
      title: text,
      stage,
      weightWord: { enum: ['critical', 'high', 'medium', 'low'] },
      requiredFor: earnedLevel,
      waitingFor: listOf(text),
      rationale: text,
      remediation: text,
    },
    ['requiredFor'],
  ),
  Stage: object(
    { stage, scoreLow: points, scoreHigh: points, outcomes: listOf(outcome) },
    ['scoreLow', 'scoreHigh'],
  ),
  PlanStep: object(
    {
      checkId: text,
      title: text,
      outcome,
      action: text,
      effort,
      actor,
      gain: points,
    },
    ['actor'],
  ),
  Scorecard: object(
    {
      id: text,
      version: { type: 'integer', minimum: 1 },
      title: text,
      level,
      atRiskUntil: time,
      waivers: count,
      nextLevel: earnedLevel,
      targetLevel: earnedLevel,
      scoreLow: points,
      scoreHigh: points,
      evidencePct: points,
      stages: listOf(ref('Stage')),
      checks: listOf(ref('Check')),
      waiting: listOf(ref('WaitingCheck')),
      nextLevelProgress: object({ met: count, waived: count, required: count }),
      plan: listOf(ref('PlanStep')),
      planResult: object({ level, scoreLow: points, waivers: count }),
      redacted: { type: 'boolean' },
      computedAt: time,
    },
    [
      'atRiskUntil',
      'waiting',
      'nextLevel',
      'targetLevel',
      'scoreLow',
      'scoreHigh',
      'evidencePct',
      'nextLevelProgress',
      'plan',
      'planResult',
    ],
  ),
  EntityScorecards: object(
    {
      entityRef: text,
      scorecards: listOf(ref('Scorecard')),
      notApplicableBecause: text,
    },
    ['notApplicableBecause'],
  ),
  EntityScoreRow: object(
    {
      entityRef: text,
      title: text,
      ownerRef: text,
      systemRef: text,
      tier: text,
      type: text,
      lifecycle: text,
      scorecardId: text,
      level,
      targetLevel: earnedLevel,
      nextLevel: earnedLevel,
      planSteps: count,
      blocking: object({
        checkId: text,
        title: text,
        outcome,
      }),
      waivers: count,
      scoreLow: points,
      scoreHigh: points,
      evidencePct: points,
      computedAt: time,
    },
    [
      'title',
      'ownerRef',
      'systemRef',
      'tier',
      'type',
      'lifecycle',
      'targetLevel',
      'nextLevel',
      'planSteps',
      'blocking',
      'scoreLow',
      'scoreHigh',
      'evidencePct',
    ],
  ),
  EntityScoresPage: object(
    {
      items: listOf(ref('EntityScoreRow')),
      totalItems: count,
      totalIsLowerBound: { type: 'boolean' },
      levels: object(Object.fromEntries(LEVELS.map(name => [name, count]))),
      pageInfo: object({ nextCursor: text, prevCursor: text }, [
        'nextCursor',
        'prevCursor',
      ]),
    },
    ['totalIsLowerBound'],
  ),
  ...detailsSchemas,
  ...dryRunSchemas,
  ...evidenceSchemas,
  ...factSchemas,
  ...historySchemas,
  ...maturitySchemas,
  ...entitySetSchemas,
  ...ledgerSchemas,
  ...rollupSchemas,
  ...campaignSchemas,
  ...reviewSchemas,
  Definitions: object(
    {
      scorecards: listOf(
        object(
          {
            id: text,
            version: count,
            title: text,
            description: text,
            checkCount: count,
            waitingFor: listOf(text),
          },
          ['description', 'waitingFor'],
        ),
      ),
      withheldProblems: count,
      problems: listOf(
        object(
          {
            file: text,
            line: count,
            column: count,
            path: text,
            message: text,
            expected: text,
            ruleColumn: count,
          },
          ['line', 'column', 'path', 'expected', 'ruleColumn'],
        ),
      ),
      manageable: { type: 'boolean' },
    },
    ['withheldProblems'],
  ),
};

/** What this plugin serves, as OpenAPI 3.1. */
export const openApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'Synchrony scorecards',
    version: '1',
    description:
      'Levels, scores and outcomes need scorecards.score.read; evidence, reasons, ratios and plans need scorecards.evidence.read on the entity.',
  },
  servers: [{ url: '/api/scorecards' }],
  paths: {
    '/entities/{namespace}/{kind}/{name}': {
      get: {
        operationId: 'GetEntityScorecards',
        summary: 'The scorecards of one entity',
        parameters: [inPath('namespace'), inPath('kind'), inPath('name')],
        responses: {
          '200': answer('Its scorecards', ref('EntityScorecards')),
          ...errors,
          '404': answer('There is none that the caller may see', ref('Error')),
        },
      },
    },
    '/entities': {
      get: {
        operationId: 'GetEntityScores',
        summary: 'Where entities stand, one row an entity',
        parameters: [
          parameter('scorecard', text, 'Id of the scorecard; essentials'),
          parameter('level', listOf(level), 'Levels to show'),
          parameter('ownedBy', listOf(text), 'Refs of owners; alternatives'),
          parameter('system', text, 'Ref of the system'),
          parameter('tier', listOf(text), 'Criticality, e.g. tier-1'),
          parameter('within', text, 'Ref of a group, system or domain'),
          parameter(
            'target',
            { enum: ['met', 'missed'] },
            'Reaches its target',
          ),
          parameter('stage', stage, 'With checks of this stage'),
          parameter(
            'outcome',
            { enum: [...STAGE_SHARES] },
            'Outcome of a check of the stage',
          ),
          parameter('q', text, 'Prefix of the name'),
          parameter('orderBy', { enum: [...ENTITY_SCORE_ORDERS] }, 'Order'),
          parameter('cursor', text, 'From pageInfo of the page before'),
          parameter(
            'limit',
            { type: 'integer', minimum: 1, maximum: 1000, default: 50 },
            'Rows a page',
          ),
        ],
        responses: {
          '200': answer('A page', ref('EntityScoresPage')),
          '400': answer('A parameter is wrong', ref('Error')),
          ...errors,
        },
      },
    },
    '/entities/{namespace}/{kind}/{name}/history': {
      get: {
        operationId: 'GetEntityHistory',
        summary: 'What held when in the last year, oldest first',
        parameters: [inPath('namespace'), inPath('kind'), inPath('name')],
        responses: {
          '200': answer('Its history', ref('EntityHistory')),
          ...errors,
          '404': answer('There is none that the caller may see', ref('Error')),
        },
      },
    },
    ...detailsPaths,
    ...dryRunPaths,
    ...evidencePaths,
    ...maturityPaths,
    ...entitySetPaths,
    ...ledgerPaths,
    ...rollupPaths,
    ...factPaths,
    ...campaignPaths,
    ...reviewPaths,
    '/definitions': {
      get: {
        operationId: 'GetDefinitions',
        summary: 'Scorecards in use, and files with faults',
        responses: {
          '200': answer('Definitions', ref('Definitions')),
          ...errors,
        },
      },
    },
    '/openapi.json': {
      get: {
        operationId: 'GetOpenApi',
        summary: 'This document',
        responses: {
          '200': answer('The document', { type: 'object' }),
        },
      },
    },
  },
  components: { schemas },
};
