import {
  CHECK_ACTORS,
  EARNED_LEVELS,
  STAGES,
  WEIGHTS,
} from '@synchrony/backstage-plugin-scorecards-common';
import { listOf, object, ref } from './openapiShapes';

const text = { type: 'string' };
const time = { type: 'string', format: 'date-time' };
const count = { type: 'integer', minimum: 0 };
const yes = { type: 'boolean' };
const stage = { enum: [...STAGES] };
const level = { enum: [...EARNED_LEVELS] };
const kind = { enum: ['check', 'scorecard'] };

export const detailsSchemas = {
  DefinitionTerm: object({ version: count, since: time, until: time }, [
    'until',
  ]),
  CheckInfo: object(
    {
      id: text,
      version: count,
      title: text,
      stage,
      weightWord: { enum: Object.keys(WEIGHTS) },
      effort: { enum: ['S', 'M', 'L'] },
      actor: { enum: [...CHECK_ACTORS] },
      waivable: yes,
      sensitive: yes,
      rationale: text,
      action: text,
      remediation: text,
      appliesWhen: text,
      notApplicableBecause: text,
      passWhen: text,
      unknownWhen: listOf(object({ when: text, because: text })),
      facts: listOf(object({ path: text, title: text })),
      sources: listOf(text),
      waitingFor: listOf(text),
      usedBy: listOf(
        object(
          {
            scorecardId: text,
            title: text,
            requiredFor: level,
            sooner: object({ when: text, requiredFor: level }),
          },
          ['requiredFor', 'sooner'],
        ),
      ),
      terms: listOf(ref('DefinitionTerm')),
    },
    ['actor', 'sensitive', 'appliesWhen', 'notApplicableBecause'],
  ),
  ScorecardDetails: object(
    {
      id: text,
      version: count,
      title: text,
      description: text,
      appliesTo: object(
        { kind: listOf(text), type: listOf(text), lifecycle: listOf(text) },
        ['type', 'lifecycle'],
      ),
      targetByTier: { type: 'object', additionalProperties: level },
      graceDays: count,
      checks: listOf(
        object(
          {
            checkId: text,
            version: count,
            title: text,
            stage,
            requiredFor: level,
            soonerFor: level,
            isWaiting: yes,
          },
          ['requiredFor', 'soonerFor'],
        ),
      ),
      terms: listOf(ref('DefinitionTerm')),
    },
    ['description'],
  ),
  DefinitionDetails: object({
    scorecards: listOf(ref('ScorecardDetails')),
    checks: listOf(ref('CheckInfo')),
    drafts: listOf(
      object(
        {
          kind,
          id: text,
          version: count,
          title: text,
          file: text,
          replaces: count,
        },
        ['replaces'],
      ),
    ),
  }),
};

function answer(description: string, schema: string): object {
  return {
    description,
    content: { 'application/json': { schema: ref(schema) } },
  };
}

export const detailsPaths = {
  '/definitions/details': {
    get: {
      operationId: 'GetDefinitionDetails',
      summary:
        'What checks and scorecards in use ask for, and what is proposed',
      responses: {
        '200': answer(
          'Definitions; nothing of any entity',
          'DefinitionDetails',
        ),
        '401': answer('Not signed in', 'Error'),
        '403': answer('Not allowed', 'Error'),
      },
    },
  },
};
