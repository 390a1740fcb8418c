import {
  ASSIGNMENT_ACTIONS,
  ASSIGNMENT_STATUSES,
  CHAMPION_ROLES,
  COVERAGE_REASONS,
  COVERAGE_STATES,
  END_REASONS,
} from '@synchrony/backstage-plugin-champions-common';
import {
  answer,
  body,
  inPath,
  inQuery,
  listOf,
  object,
  ref,
} from './openapiShapes';

const text = { type: 'string' };
const flag = { type: 'boolean' };
const count = { type: 'integer', minimum: 0 };
const percent = { type: 'integer', minimum: 1, maximum: 100 };
const level = { type: 'integer', minimum: 0, maximum: 3 };
const time = { type: 'string', format: 'date-time' };
const day = { type: 'string', format: 'date' };
const role = { enum: [...CHAMPION_ROLES] };
const status = { enum: [...ASSIGNMENT_STATUSES] };

const assignment = {
  id: text,
  userRef: text,
  scopeRef: text,
  role,
  source: { enum: ['catalog', 'portal'] },
  status,
  specialisms: listOf(text),
  capacityPct: percent,
  offeredPct: percent,
  agreedBy: text,
  nominatedBy: text,
  nominatedAt: time,
  reason: text,
  acceptedAt: time,
  startedAt: time,
  confirmedAt: time,
  nextConfirmAt: time,
  endsAt: time,
  successorRef: text,
  endReason: { enum: [...END_REASONS] },
  version: count,
  actions: listOf({ enum: [...ASSIGNMENT_ACTIONS] }),
};

const MAY_LACK = [
  'capacityPct',
  'offeredPct',
  'agreedBy',
  'nominatedBy',
  'reason',
  'acceptedAt',
  'startedAt',
  'confirmedAt',
  'nextConfirmAt',
  'endsAt',
  'successorRef',
  'endReason',
];

const coverage = {
  entityRef: text,
  state: { enum: [...COVERAGE_STATES] },
  reasons: listOf({ enum: [...COVERAGE_REASONS] }),
  scopeRef: text,
  isInherited: flag,
  primary: ref('ChampionContact'),
  deputies: listOf(ref('ChampionContact')),
};

export const assignmentSchemas = {
  ChampionAssignment: object(assignment, MAY_LACK),
  AssignmentEvent: object(
    {
      at: time,
      actorRef: text,
      name: text,
      from: status,
      to: status,
      note: text,
    },
    ['actorRef', 'from', 'note'],
  ),
  AssignmentDetails: object(
    { ...assignment, history: listOf(ref('AssignmentEvent')) },
    MAY_LACK,
  ),
  AssignmentsPage: object({
    items: listOf(ref('ChampionAssignment')),
    totalItems: count,
    pageInfo: object({ nextCursor: text }, ['nextCursor']),
  }),
  NominationInput: object(
    {
      userRef: text,
      scopeRef: text,
      role,
      reason: text,
      specialisms: listOf(text),
    },
    ['reason', 'specialisms'],
  ),
  AssignmentActionInput: object(
    {
      action: { enum: [...ASSIGNMENT_ACTIONS] },
      version: count,
      note: text,
      capacityPct: percent,
      confirmOverCapacity: flag,
      endsAt: text,
      successorRef: text,
    },
    ['note', 'capacityPct', 'confirmOverCapacity', 'endsAt', 'successorRef'],
  ),
  ChampionContact: object(
    {
      assignmentId: text,
      userRef: text,
      role,
      status,
      specialisms: listOf(text),
      since: time,
      endsAt: time,
    },
    ['since', 'endsAt'],
  ),
  EntityCoverage: object(coverage, ['scopeRef', 'primary']),
  EntityChampions: object(
    {
      ...coverage,
      scopes: listOf(text),
      isDeclared: flag,
      mayNominate: flag,
      asOf: time,
    },
    ['scopeRef', 'primary'],
  ),
  ResolveInput: object({
    entityRefs: { ...listOf(text), maxItems: 10_000 },
  }),
  ResolvedChampions: object({
    items: listOf(ref('EntityCoverage')),
    asOf: time,
  }),
  ChampionRelations: object({
    version: text,
    items: listOf(object({ entityRef: text, userRef: text })),
  }),
  ChampionedEntities: object({ entityRefs: listOf(text) }),
  MyTraining: object(
    {
      id: text,
      courseId: text,
      completedOn: day,
      evidenceUrl: text,
      status: { enum: ['claimed', 'confirmed'] },
      recordedBy: text,
      expiresOn: day,
    },
    ['evidenceUrl', 'recordedBy', 'expiresOn'],
  ),
  MyChampionship: object(
    {
      userRef: text,
      assignments: listOf(ref('ChampionAssignment')),
      level,
      training: listOf(ref('MyTraining')),
      volunteer: { type: 'object' },
      isCaptain: flag,
    },
    ['volunteer'],
  ),
  PersonChampionship: object(
    {
      userRef: text,
      assignments: listOf(ref('ChampionAssignment')),
      level,
      training: listOf(ref('MyTraining')),
    },
    ['level', 'training'],
  ),
};

const person = [inPath('namespace'), inPath('name')];

export const assignmentPaths = {
  '/assignments': {
    get: {
      summary: 'Assignments that the reader may know of, newest first',
      parameters: [
        inQuery('scopeRef', text),
        inQuery('userRef', text),
        inQuery('status', listOf(status)),
        inQuery('cursor', text),
        inQuery('limit', { type: 'integer', minimum: 1, maximum: 1000 }),
      ],
      responses: { 200: answer('AssignmentsPage') },
    },
    post: {
      summary: 'Nominates somebody; who nominates themself has accepted',
      requestBody: body('NominationInput'),
      responses: { 201: answer('ChampionAssignment', 'Nominated') },
    },
  },
  '/assignments/{id}': {
    get: {
      summary: 'One assignment with its history',
      parameters: [inPath('id')],
      responses: { 200: answer('AssignmentDetails') },
    },
  },
  '/assignments/{id}/actions': {
    post: {
      summary: 'Takes an action of the table of transitions',
      parameters: [inPath('id')],
      requestBody: body('AssignmentActionInput'),
      responses: { 200: answer('ChampionAssignment') },
    },
  },
  '/resolve': {
    post: {
      summary: 'Who is champion of up to 10,000 entities',
      requestBody: body('ResolveInput'),
      responses: { 200: answer('ResolvedChampions') },
    },
  },
  '/entities/{namespace}/{kind}/{name}/champions': {
    get: {
      summary: 'Who is champion of an entity, and by which scope',
      parameters: [inPath('namespace'), inPath('kind'), inPath('name')],
      responses: { 200: answer('EntityChampions') },
    },
  },
  '/relations': {
    get: {
      summary: 'Who has accepted to be champion of what; ETag is the version',
      responses: {
        200: answer('ChampionRelations'),
        304: { description: 'As before' },
      },
    },
  },
  '/people/{namespace}/{name}': {
    get: {
      summary: 'What the reader may know of a person',
      parameters: person,
      responses: { 200: answer('PersonChampionship') },
    },
  },
  '/people/{namespace}/{name}/entities': {
    get: {
      summary: 'Entities that a person is active for; services and the person',
      parameters: person,
      responses: { 200: answer('ChampionedEntities') },
    },
  },
  '/me': {
    get: {
      summary: 'Own assignments, level, training and offer',
      responses: { 200: answer('MyChampionship') },
    },
  },
};
