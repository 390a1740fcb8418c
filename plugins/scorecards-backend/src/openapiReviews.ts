import {
  EARNED_LEVELS,
  LEVELS,
  MAX_OPEN_ACTION_ENTITIES,
  OUTCOMES,
  REVIEW_ACTION_STATUSES,
  REVIEW_ACTION_STEPS,
  REVIEW_ACTION_TRANSITIONS,
  REVIEW_DECISION_KINDS,
  SCORECARD_REVIEW_ACTIONS,
  SCORECARD_REVIEW_STATUSES,
  SCORECARD_REVIEW_TRANSITIONS,
} from '@synchrony/backstage-plugin-scorecards-common';
import { listOf, object, ref } from './openapiShapes';

const text = { type: 'string' };
const flag = { type: 'boolean' };
const count = { type: 'integer', minimum: 0 };
const points = { type: 'number', minimum: 0, maximum: 100.000001 };
const time = { type: 'string', format: 'date-time' };
const day = { type: 'string', format: 'date' };
const level = { enum: [...LEVELS] };
const earned = { enum: [...EARNED_LEVELS] };
const pageInfo = object({ nextCursor: text }, ['nextCursor']);

const agendaInput = {
  scorecardId: text,
  scope: object(
    {
      within: listOf(text),
      entities: listOf(text),
      types: listOf(text),
      tiers: listOf(text),
      lifecycles: listOf(text),
    },
    ['within', 'entities', 'types', 'tiers', 'lifecycles'],
  ),
};

const input = {
  ...agendaInput,
  title: text,
  facilitator: text,
  participants: listOf(text),
  plannedFor: day,
};
const optionalInput = ['participants', 'plannedFor'];

const decisionInput = {
  kind: { enum: [...REVIEW_DECISION_KINDS] },
  text,
  checkId: text,
  ownerRef: text,
  dueDate: day,
  waiverId: text,
};
const optionalDecision = ['checkId', 'ownerRef', 'dueDate', 'waiverId'];

const decision = {
  ...decisionInput,
  id: text,
  reviewId: text,
  entityRef: text,
  checkTitle: text,
  status: { enum: [...REVIEW_ACTION_STATUSES] },
  doneAt: time,
  doneBy: text,
  version: count,
  createdBy: text,
  createdAt: time,
  steps: listOf({ enum: [...REVIEW_ACTION_STEPS] }),
  mayEdit: flag,
};
const optionalOfDecision = [
  ...optionalDecision,
  'checkTitle',
  'status',
  'doneAt',
  'doneBy',
];

const entity = { entityRef: text, title: text, ownerRef: text, tier: text };
const optionalOfEntity = ['title', 'ownerRef', 'tier'];

export const reviewSchemas = {
  ScorecardReviewInput: object(input, optionalInput),
  AgendaPreviewInput: object(agendaInput),
  ScorecardReview: object(
    {
      ...input,
      id: text,
      status: { enum: [...SCORECARD_REVIEW_STATUSES] },
      version: count,
      createdBy: text,
      createdAt: time,
      startedAt: time,
      endedAt: time,
      actions: listOf({ enum: [...SCORECARD_REVIEW_ACTIONS] }),
      mayEdit: flag,
      mayRecord: flag,
      isFacilitator: flag,
      currentRef: text,
      previous: object({ id: text, title: text, startedAt: time }),
    },
    [...optionalInput, 'startedAt', 'endedAt', 'currentRef', 'previous'],
  ),
  ScorecardReviewsPage: object({
    items: listOf(ref('ScorecardReview')),
    mayManage: flag,
    pageInfo,
  }),
  AgendaPreview: object(
    {
      items: listOf(
        object({ ...entity, level, targetLevel: earned, scoreLow: points }, [
          ...optionalOfEntity,
          'targetLevel',
          'scoreLow',
        ]),
      ),
      totalItems: count,
      totalIsLowerBound: flag,
    },
    ['totalIsLowerBound'],
  ),
  ReviewItems: object({
    items: listOf(
      object(
        {
          ...entity,
          then: object(
            {
              level,
              targetLevel: earned,
              scoreLow: points,
              scoreHigh: points,
              failing: listOf(
                object(
                  {
                    checkId: text,
                    title: text,
                    outcome: { enum: [...OUTCOMES] },
                    needsAttention: flag,
                    requiredFor: earned,
                  },
                  ['needsAttention'],
                ),
              ),
            },
            ['targetLevel', 'scoreLow', 'scoreHigh'],
          ),
          now: object({ level, scoreLow: points }, ['scoreLow']),
          isDiscussed: flag,
          redacted: flag,
        },
        [...optionalOfEntity, 'now'],
      ),
    ),
  }),
  ReviewDecisionInput: object(decisionInput, optionalDecision),
  ReviewDecision: object(decision, optionalOfDecision),
  ReviewDecisions: object({ items: listOf(ref('ReviewDecision')) }),
  EarlierActions: object({
    items: listOf(
      object({ ...decision, reviewTitle: text }, optionalOfDecision),
    ),
  }),
  OpenReviewActions: object(
    {
      items: listOf(
        object({ ...decision, reviewTitle: text }, optionalOfDecision),
      ),
      count,
      countIsLowerBound: flag,
    },
    ['countIsLowerBound'],
  ),
};

function content(schema: object): object {
  return { content: { 'application/json': { schema } } };
}

function inPath(name: string): object {
  return { name, in: 'path', required: true, schema: text };
}

function inQuery(name: string, schema: object, description: string): object {
  return { name, in: 'query', required: false, schema, description };
}

interface OperationOptions {
  id: string;
  summary: string;
  /** Without one, the answer is empty. */
  answer?: keyof typeof reviewSchemas;
  parameters?: object[];
  body?: object;
  status?: string;
}

function operation(options: OperationOptions): object {
  const { answer, body, parameters = [], summary } = options;
  const error = (description: string) => ({
    description,
    ...content(ref('Error')),
  });
  return {
    operationId: options.id,
    summary,
    parameters,
    ...(body && { requestBody: { required: true, ...content(body) } }),
    responses: {
      [options.status ?? '200']: {
        description: summary,
        ...(answer && content(ref(answer))),
      },
      '400': error('Something is wrong; it says what and where'),
      '401': error('Not signed in'),
      '403': error('Not allowed'),
      '404': error('There is none that the caller may see'),
      '409': error('It stands otherwise by now'),
    },
  };
}

function stepsOf(
  table: readonly { action: string; from: readonly string[]; to: string }[],
): string {
  return table
    .map(({ action, from, to }) => `${action}: ${from.join(' or ')} → ${to}`)
    .join('; ');
}

const id = inPath('id');
const decisionId = inPath('decisionId');

export const reviewPaths = {
  '/reviews': {
    get: operation({
      id: 'GetScorecardReviews',
      summary: 'Scorecard reviews, newest first',
      answer: 'ScorecardReviewsPage',
      parameters: [
        inQuery(
          'status',
          listOf({ enum: [...SCORECARD_REVIEW_STATUSES] }),
          'Statuses to show',
        ),
        inQuery('cursor', text, 'From pageInfo of the page before'),
        inQuery(
          'limit',
          { type: 'integer', minimum: 1, maximum: 1000, default: 50 },
          'Rows a page',
        ),
      ],
    }),
    post: operation({
      id: 'CreateScorecardReview',
      summary: 'Plans a review',
      answer: 'ScorecardReview',
      body: ref('ScorecardReviewInput'),
      status: '201',
    }),
  },
  '/reviews/preview': {
    post: operation({
      id: 'PreviewAgenda',
      summary: 'What would be on the agenda now, worst first',
      answer: 'AgendaPreview',
      body: ref('AgendaPreviewInput'),
    }),
  },
  '/reviews/{id}': {
    get: operation({
      id: 'GetScorecardReview',
      summary: 'One review, and the one before it',
      answer: 'ScorecardReview',
      parameters: [id],
    }),
    put: operation({
      id: 'UpdateScorecardReview',
      summary: 'Changes a review; of a running one not what it is about',
      answer: 'ScorecardReview',
      parameters: [id],
      body: object({ ...input, version: count }, optionalInput),
    }),
  },
  '/reviews/{id}/actions': {
    post: operation({
      id: 'ActOnScorecardReview',
      summary: stepsOf(SCORECARD_REVIEW_TRANSITIONS),
      answer: 'ScorecardReview',
      parameters: [id],
      body: object({ action: { enum: [...SCORECARD_REVIEW_ACTIONS] } }),
    }),
  },
  '/reviews/{id}/items': {
    get: operation({
      id: 'GetReviewItems',
      summary: 'The agenda, with levels then and now',
      answer: 'ReviewItems',
      parameters: [id],
    }),
  },
  '/reviews/{id}/position': {
    put: operation({
      id: 'ShowReviewItem',
      summary: 'Has those who follow the review see an entity',
      parameters: [id],
      body: object({ entityRef: text }),
      status: '204',
    }),
  },
  '/reviews/{id}/discussed': {
    put: operation({
      id: 'SetReviewItemDiscussed',
      summary: 'Notes that an entity was discussed, or was not',
      parameters: [id],
      body: object({ entityRef: text, isDiscussed: flag }),
      status: '204',
    }),
  },
  '/reviews/{id}/decisions': {
    get: operation({
      id: 'GetReviewDecisions',
      summary: 'Decisions that the caller may read, oldest first',
      answer: 'ReviewDecisions',
      parameters: [id],
    }),
    post: operation({
      id: 'AddReviewDecision',
      summary: 'Records a decision about an entity on the agenda',
      answer: 'ReviewDecision',
      parameters: [id],
      body: object({ ...decisionInput, entityRef: text }, optionalDecision),
      status: '201',
    }),
  },
  '/reviews/{id}/decisions/{decisionId}': {
    put: operation({
      id: 'UpdateReviewDecision',
      summary: 'Changes a decision while the review is running',
      answer: 'ReviewDecision',
      parameters: [id, decisionId],
      body: object({ ...decisionInput, version: count }, optionalDecision),
    }),
    delete: operation({
      id: 'RemoveReviewDecision',
      summary: 'Removes a decision while the review is running',
      parameters: [
        id,
        decisionId,
        { name: 'version', in: 'query', required: true, schema: count },
      ],
      status: '204',
    }),
  },
  '/reviews/{id}/decisions/{decisionId}/actions': {
    post: operation({
      id: 'FollowUpReviewAction',
      summary: stepsOf(REVIEW_ACTION_TRANSITIONS),
      answer: 'ReviewDecision',
      parameters: [id, decisionId],
      body: object({ action: { enum: [...REVIEW_ACTION_STEPS] } }),
    }),
  },
  '/reviews/open-actions': {
    post: operation({
      id: 'FindOpenReviewActions',
      summary: 'Open actions of ended reviews about many entities',
      answer: 'OpenReviewActions',
      body: object({
        entityRefs: {
          ...listOf(text),
          minItems: 1,
          maxItems: MAX_OPEN_ACTION_ENTITIES,
        },
      }),
    }),
  },
  '/reviews/{id}/open-actions': {
    get: operation({
      id: 'GetEarlierActions',
      summary: 'What earlier reviews of the same scope left open',
      answer: 'EarlierActions',
      parameters: [id],
    }),
  },
};
