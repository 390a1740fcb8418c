import {
  EARNED_LEVELS,
  LEVELS,
  OUTCOMES,
  SCORE_CAUSE_KINDS,
} from '@synchrony/backstage-plugin-scorecards-common';
import { listOf, object, ref } from './openapiShapes';

const text = { type: 'string' };
const time = { type: 'string', format: 'date-time' };
const version = { type: 'integer', minimum: 1 };
const level = { enum: [...LEVELS] };
const earnedLevel = { enum: [...EARNED_LEVELS] };

function answer(description: string, schema: object): object {
  return { description, content: { 'application/json': { schema } } };
}

function inPath(name: string): object {
  return { name, in: 'path', required: true, schema: text };
}

function moment(name: string, required: boolean, description: string): object {
  return { name, in: 'query', required, schema: time, description };
}

const IN_PATH = ['namespace', 'kind', 'name', 'scorecard'].map(inPath);

const errors = {
  '400': answer('A parameter is wrong', ref('Error')),
  '401': answer('Not signed in', ref('Error')),
  '403': answer('Not allowed', ref('Error')),
  '404': answer('There is none that the caller may see', ref('Error')),
};

export const ledgerSchemas = {
  ScorecardAt: object(
    {
      entityRef: text,
      scorecardId: text,
      time,
      since: time,
      until: time,
      scorecard: ref('Scorecard'),
    },
    ['since', 'until', 'scorecard'],
  ),
  ScoreStanding: object(
    {
      time,
      level,
      scorecardVersion: version,
      scoreTenths: { type: 'integer', minimum: 0, maximum: 1000 },
      targetLevel: earnedLevel,
    },
    ['level', 'scorecardVersion', 'targetLevel'],
  ),
  ScoreCauseSide: object(
    {
      outcome: { enum: [...OUTCOMES] },
      unknownReason: { enum: ['no_data', 'stale', 'error', 'forbidden'] },
      needsAttention: { type: 'boolean' },
      checkVersion: version,
      weight: { type: 'number' },
      requiredFor: earnedLevel,
      reason: text,
      evidence: listOf(ref('EvidenceItem')),
    },
    ['unknownReason', 'needsAttention', 'requiredFor', 'reason', 'evidence'],
  ),
  ScoreCause: object(
    {
      kind: { enum: [...SCORE_CAUSE_KINDS] },
      at: time,
      checkId: text,
      title: text,
      before: ref('ScoreCauseSide'),
      after: ref('ScoreCauseSide'),
      was: text,
      is: text,
      scoreTenths: { type: 'integer' },
      levels: { type: 'integer' },
    },
    ['at', 'checkId', 'title', 'before', 'after', 'was', 'is'],
  ),
  ScoreChanges: object({
    entityRef: text,
    scorecardId: text,
    from: ref('ScoreStanding'),
    to: ref('ScoreStanding'),
    causes: listOf(ref('ScoreCause')),
    isNet: { type: 'boolean' },
    redacted: { type: 'boolean' },
  }),
};

export const ledgerPaths = {
  '/entities/{namespace}/{kind}/{name}/scorecards/{scorecard}/at': {
    get: {
      operationId: 'GetScorecardAt',
      summary: 'A scorecard as it was, rebuilt from what is stored',
      parameters: [...IN_PATH, moment('time', true, 'The moment')],
      responses: {
        '200': answer('The scorecard then', ref('ScorecardAt')),
        ...errors,
      },
    },
  },
  '/entities/{namespace}/{kind}/{name}/scorecards/{scorecard}/changes': {
    get: {
      operationId: 'GetScoreChanges',
      summary:
        'Why a score changed: causes whose parts add up, in tenths of a point and in levels',
      parameters: [
        ...IN_PATH,
        moment('from', false, '30 days before the other moment'),
        moment('to', false, 'Now; at most 366 days after the first moment'),
      ],
      responses: {
        '200': answer('The causes, oldest first', ref('ScoreChanges')),
        ...errors,
      },
    },
  },
};
