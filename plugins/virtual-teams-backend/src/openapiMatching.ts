import { SKILL_LEVELS } from '@synchrony/backstage-plugin-virtual-teams-common';
import {
  answer,
  body,
  inPath,
  listOf,
  object,
  refusals,
} from './openapiShapes';

const text = { type: 'string' };
const flag = { type: 'boolean' };
const count = { type: 'integer', minimum: 0 };
const time = { type: 'string', format: 'date-time' };
const day = { type: 'string', format: 'date' };
const level = { enum: [...SKILL_LEVELS] };
const counts = { type: 'object', additionalProperties: count };
const seat = object({ skillId: text, level, count, title: text }, ['title']);
const securityLevel = { type: ['string', 'null'] };

const suggestion = object(
  {
    userRef: text,
    platformRef: text,
    homeGroupRef: text,
    reasons: listOf(
      object({
        kind: {
          enum: [
            'skill',
            'endorsed',
            'platform',
            'willing',
            'availability',
            'unknown',
          ],
        },
        text,
        isKnown: flag,
      }),
    ),
    freePct: count,
    fit: { type: 'integer', description: 'For ordering only' },
  },
  ['platformRef', 'homeGroupRef', 'freePct'],
);

export const matchingSchemas = {
  SuggestionsInput: object({
    requiredExpertise: listOf(seat),
    platformRefs: listOf(text),
    memberRefs: listOf(text),
  }),
  TeamSuggestions: object({
    asOf: time,
    gaps: listOf(
      object({
        skillId: text,
        title: text,
        level,
        missing: count,
        people: listOf(suggestion),
        atLimit: count,
        assigned: listOf(text),
      }),
    ),
    missingPlatformRefs: listOf(text),
  }),
  TeamProposals: object({
    asOf: time,
    missing: listOf(text),
    items: listOf(
      object(
        {
          id: text,
          source: text,
          title: text,
          outcome: text,
          checkIds: listOf(text),
          platformRefs: listOf(text),
          entityRefs: listOf(text),
          entityCount: count,
          entityCountIsLowerBound: { type: 'boolean' },
          requiredExpertise: listOf(seat),
          evidence: listOf(object({ text, path: text }, ['path'])),
          teamRef: text,
          candidates: count,
          since: time,
        },
        ['teamRef', 'entityCountIsLowerBound'],
      ),
    ),
  }),
  TeamEntities: object(
    {
      asOf: time,
      items: listOf(
        object(
          {
            entityRef: text,
            title: text,
            ownerRef: text,
            tier: text,
            levelAtStart: securityLevel,
            level: securityLevel,
            trend: listOf(
              object({ on: day, score: { type: ['number', 'null'] } }),
            ),
            blockedBy: text,
            openFindings: counts,
            findingRights: { enum: ['none', 'asked', 'granted'] },
          },
          [
            'title',
            'ownerRef',
            'tier',
            'levelAtStart',
            'level',
            'blockedBy',
            'openFindings',
          ],
        ),
      ),
      missing: listOf({ enum: ['scorecards', 'ingestion'] }),
      scorecardTitle: text,
      levelsAtStart: counts,
      levels: counts,
    },
    ['scorecardTitle'],
  ),
  ScopeRefs: object({ entityRefs: listOf(text) }),
};

const team = { parameters: [inPath('namespace'), inPath('name')] };

export const matchingPaths = {
  '/teams/{namespace}/{name}/suggestions': {
    ...team,
    get: {
      summary: 'Who fits the gaps of a team, of whom the reader may find',
      responses: { '200': answer('TeamSuggestions'), ...refusals(403, 404) },
    },
  },
  '/teams/{namespace}/{name}/entities': {
    ...team,
    get: {
      summary: 'How the entities stand that a team works on',
      responses: { '200': answer('TeamEntities'), ...refusals(403, 404) },
    },
  },
  '/teams/{namespace}/{name}/scope-refs': {
    ...team,
    get: {
      summary: 'What a team works on, for plugins of the portal',
      responses: { '200': answer('ScopeRefs'), ...refusals(403, 404) },
    },
  },
  '/suggestions': {
    post: {
      summary: 'Who fits a team that is being written',
      requestBody: body('SuggestionsInput'),
      responses: { '200': answer('TeamSuggestions'), ...refusals(400, 403) },
    },
  },
  '/proposals': {
    get: {
      summary: 'Teams that the data proposes',
      description:
        'As sources told when they were asked last; what a source told is shown for an hour after it fell silent.',
      responses: { '200': answer('TeamProposals'), ...refusals(403) },
    },
  },
};
