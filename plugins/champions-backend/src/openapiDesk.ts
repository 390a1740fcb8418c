import {
  ASSIGNMENT_ACTIONS,
  ASSIGNMENT_STATUSES,
  CHAMPION_ROLES,
  COVERAGE_STATES,
  DESK_SECTIONS,
  END_REASONS,
} from '@synchrony/backstage-plugin-champions-common';

const text = { type: 'string' };
const flag = { type: 'boolean' };
const count = { type: 'integer', minimum: 0 };
const time = { type: 'string', format: 'date-time' };
const words = (values: readonly string[]) => ({ enum: [...values] });
const listOf = (items: object) => ({ type: 'array', items });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** An object with exactly these properties. */
function object(
  properties: Record<string, object>,
  optional: string[] = [],
): object {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties).filter(name => !optional.includes(name)),
    properties,
  };
}

const assignment = {
  id: text,
  userRef: text,
  scopeRef: text,
  role: words(CHAMPION_ROLES),
  source: words(['catalog', 'portal']),
  status: words(ASSIGNMENT_STATUSES),
  specialisms: listOf(text),
  nominatedAt: time,
  version: count,
  actions: listOf(words(ASSIGNMENT_ACTIONS)),
};

const optionalOfAssignment = {
  capacityPct: count,
  offeredPct: count,
  agreedBy: text,
  nominatedBy: text,
  reason: text,
  acceptedAt: time,
  startedAt: time,
  confirmedAt: time,
  nextConfirmAt: time,
  endsAt: time,
  successorRef: text,
  endReason: words(END_REASONS),
};

const subject = object(
  { kind: words(['entity', 'finding', 'check']), id: text, area: text },
  ['id', 'area'],
);

export const deskSchemas = {
  Desk: object({
    asOf: time,
    scopes: listOf(
      object(
        {
          assignment: object(
            { ...assignment, ...optionalOfAssignment },
            Object.keys(optionalOfAssignment),
          ),
          coverage: words(COVERAGE_STATES),
          components: count,
          tier1: count,
          levels: { type: 'object', additionalProperties: count },
        },
        ['levels'],
      ),
    ),
    components: count,
    sections: listOf(
      object(
        {
          section: words(DESK_SECTIONS),
          state: words(['complete', 'missing', 'forbidden']),
          count,
          isLowerBound: flag,
          components: count,
        },
        ['components'],
      ),
    ),
    items: listOf(
      object(
        {
          section: words(DESK_SECTIONS),
          urgency: words(['now', 'week', 'later']),
          id: text,
          entityRef: text,
          title: text,
          detail: text,
          severity: text,
          isKev: flag,
          dueAt: time,
          since: time,
          path: text,
        },
        ['severity', 'isKev', 'dueAt', 'since'],
      ),
    ),
  }),
  TeamBrief: object(
    {
      scopeRef: text,
      month: { type: 'string', pattern: '^\\d{4}-\\d{2}$' },
      asOf: time,
      figures: object(
        {
          new: count,
          fixed: count,
          overdue: count,
          acceptedRisk: count,
          components: count,
          nextLevel: object({ entityRef: text, level: text, steps: count }),
        },
        ['new', 'fixed', 'overdue', 'acceptedRisk', 'nextLevel'],
      ),
      text,
      isEdited: flag,
      editedAt: time,
      editedBy: text,
      version: count,
      mayEdit: flag,
    },
    ['editedAt', 'editedBy'],
  ),
  TeamBriefInput: object({
    text: { ...text, maxLength: 20_000 },
    version: count,
  }),
  Question: object(
    {
      id: text,
      entityRef: text,
      subject,
      text,
      askedBy: text,
      askedAt: time,
      routedTo: text,
      routedBecause: text,
      status: words(['open', 'answered', 'withdrawn']),
      answer: text,
      answeredAt: time,
      version: count,
    },
    ['askedBy', 'answer', 'answeredAt'],
  ),
  QuestionInput: object({
    entityRef: text,
    subject,
    text: { ...text, minLength: 3, maxLength: 4000 },
  }),
  QuestionsPage: object({
    items: listOf(ref('Question')),
    pageInfo: object({ nextCursor: text }, ['nextCursor']),
  }),
  CalendarFeed: object({ exists: flag, url: text, createdAt: time }, [
    'url',
    'createdAt',
  ]),
};

const json = (schema: object) => ({ 'application/json': { schema } });
const answer = (description: string, schema: string) => ({
  description,
  content: json(ref(schema)),
});
const body = (schema: object) => ({ required: true, content: json(schema) });
const path = (name: string) => ({
  name,
  in: 'path',
  required: true,
  schema: text,
});
const MEANINGS: Record<number, string> = {
  204: 'Done',
  400: 'Something in the request is wrong; the message names it',
  401: 'Not signed in',
  403: 'Not allowed, or not for machines',
  404: 'Does not exist, or may not be seen',
  409: 'It changed meanwhile; read it again',
};
const statuses = (...codes: number[]) =>
  Object.fromEntries(
    codes.map(code => [String(code), { description: MEANINGS[code] }]),
  );

const briefParameters = ['namespace', 'kind', 'name', 'month'].map(path);

export const deskPaths = {
  '/desk': {
    get: {
      summary: 'All that needs the caller as champion, most urgent first',
      responses: {
        '200': answer('The desk; plugins that do not answer are said', 'Desk'),
        ...statuses(401, 403),
      },
    },
  },
  '/briefs/{namespace}/{kind}/{name}/{month}': {
    get: {
      summary: 'The brief of a scope and month',
      description:
        'For active champions and deputies of the scope, its lead and who runs the programme.',
      parameters: briefParameters,
      responses: {
        '200': answer('The brief', 'TeamBrief'),
        ...statuses(400, 401, 403, 404),
      },
    },
    put: {
      summary: 'Keeps a text instead of the draft',
      parameters: briefParameters,
      requestBody: body(ref('TeamBriefInput')),
      responses: {
        '200': answer('The brief', 'TeamBrief'),
        ...statuses(400, 401, 403, 404, 409),
      },
    },
    delete: {
      summary: 'Back to the draft',
      parameters: briefParameters,
      responses: statuses(204, 400, 401, 403, 404),
    },
  },
  '/questions': {
    get: {
      summary: 'Questions that the caller asked, or is asked; newest first',
      parameters: [
        {
          name: 'role',
          in: 'query',
          required: true,
          schema: words(['asked', 'routed']),
        },
        { name: 'cursor', in: 'query', schema: text },
        {
          name: 'limit',
          in: 'query',
          schema: { type: 'integer', minimum: 1, maximum: 200 },
        },
      ],
      responses: {
        '200': answer('A page', 'QuestionsPage'),
        ...statuses(400, 401, 403),
      },
    },
    post: {
      summary: 'Asks the right champion about an entity',
      requestBody: body(ref('QuestionInput')),
      responses: {
        '201': answer('The question, and whom it went to', 'Question'),
        ...statuses(400, 401, 403, 404),
      },
    },
  },
  '/questions/{id}/answer': {
    post: {
      summary: 'Answers a question, for who is asked',
      parameters: [path('id')],
      requestBody: body(
        object({
          answer: { ...text, minLength: 1, maxLength: 8000 },
          version: count,
        }),
      ),
      responses: {
        '200': answer('The question', 'Question'),
        ...statuses(400, 401, 403, 404, 409),
      },
    },
  },
  '/questions/{id}/withdraw': {
    post: {
      summary: 'Withdraws a question, for who asked it',
      parameters: [path('id')],
      requestBody: body(object({ version: count })),
      responses: {
        '200': answer('The question', 'Question'),
        ...statuses(400, 401, 403, 404, 409),
      },
    },
  },
  '/calendar': {
    get: {
      summary: 'Whether the caller has a feed',
      responses: {
        '200': answer('The feed', 'CalendarFeed'),
        ...statuses(401, 403),
      },
    },
    post: {
      summary: 'Makes a feed, or gives it a new address',
      responses: {
        '201': answer('The only answer with the address', 'CalendarFeed'),
        ...statuses(401, 403),
      },
    },
    delete: {
      summary: 'Ends the feed at once',
      responses: statuses(204, 401, 403),
    },
  },
  '/calendar/feed/{token}.ics': {
    get: {
      summary: 'The calendar of whom the address belongs to',
      description: 'Without signing in: the address itself is the secret.',
      security: [],
      parameters: [path('token')],
      responses: {
        '200': {
          description:
            'Confirmations, ends, office hours and meetings; no names',
          content: { 'text/calendar': { schema: text } },
        },
        ...statuses(404),
      },
    },
  },
};
