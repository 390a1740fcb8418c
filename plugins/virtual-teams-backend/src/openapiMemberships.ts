import {
  MEMBERSHIP_ACTIONS,
  MEMBERSHIP_END_REASONS,
  MEMBERSHIP_ROLES,
  MEMBERSHIP_STATUSES,
  SKILL_LEVELS,
  TEAM_KINDS,
  TEAM_STATUSES,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import {
  answer,
  body,
  inPath,
  inQuery,
  listOf,
  object,
  ref,
  refusals,
} from './openapiShapes';

const text = { type: 'string' };
const texts = listOf(text);
const count = { type: 'integer', minimum: 0 };
const percent = { type: 'integer', minimum: 1, maximum: 100 };
const flag = { type: 'boolean' };
const time = { type: 'string', format: 'date-time' };
const day = { type: 'string', format: 'date' };
const version = { type: 'integer', minimum: 1 };
const role = { enum: [...MEMBERSHIP_ROLES] };
const level = { enum: [...SKILL_LEVELS] };
const teamStatus = { enum: [...TEAM_STATUSES] };
const teamKind = { enum: [...TEAM_KINDS] };
const pageInfo = object({ nextCursor: text }, ['nextCursor']);

const membership = {
  id: text,
  teamRef: text,
  userRef: text,
  role,
  status: { enum: [...MEMBERSHIP_STATUSES] },
  homeGroupRef: text,
  platformRef: text,
  allocationPct: percent,
  skillIds: texts,
  openRoleId: text,
  message: text,
  invitedBy: text,
  since: time,
  until: time,
  expiresAt: time,
  decidedBy: texts,
  endReason: { enum: [...MEMBERSHIP_END_REASONS] },
  note: text,
  version,
  actions: listOf({ enum: [...MEMBERSHIP_ACTIONS] }),
};

const MEMBERSHIP_OPTIONAL = [
  'homeGroupRef',
  'platformRef',
  'allocationPct',
  'openRoleId',
  'message',
  'invitedBy',
  'since',
  'until',
  'expiresAt',
  'decidedBy',
  'endReason',
  'note',
];

const seat = {
  teamRef: text,
  title: text,
  skillId: text,
  level,
  platformRef: text,
  seats: { type: 'integer', minimum: 1 },
  allocationPct: percent,
  until: day,
};

const SEAT_OPTIONAL = [
  'teamRef',
  'skillId',
  'level',
  'platformRef',
  'allocationPct',
  'until',
];

export const membershipSchemas = {
  Membership: object(membership, MEMBERSHIP_OPTIONAL),
  MembershipInput: object(
    {
      userRef: text,
      role,
      allocationPct: percent,
      skillIds: texts,
      openRoleId: text,
      message: text,
      until: text,
    },
    ['userRef', 'allocationPct', 'skillIds', 'openRoleId', 'message', 'until'],
  ),
  MembershipActionInput: object(
    {
      action: { enum: [...MEMBERSHIP_ACTIONS] },
      version,
      note: text,
      allocationPct: percent,
      until: text,
    },
    ['note', 'allocationPct', 'until'],
  ),
  MembershipUpdate: object(
    {
      version,
      role,
      skillIds: texts,
      until: { type: ['string', 'null'] },
      allocationPct: percent,
    },
    ['role', 'skillIds', 'until', 'allocationPct'],
  ),
  AllocationWarning: object({
    ref: text,
    totalPct: count,
    limitPct: count,
    teams: count,
  }),
  TeamMemberships: object(
    {
      items: listOf(ref('Membership')),
      totalAllocationPct: count,
      overAllocated: listOf(ref('AllocationWarning')),
    },
    ['totalAllocationPct'],
  ),
  OpenRole: object(
    {
      ...seat,
      id: text,
      teamTitle: text,
      skillName: text,
      seatsLeft: count,
      status: { enum: ['open', 'filled', 'closed'] },
      postedBy: text,
      postedAt: time,
      matches: count,
      decidedBy: texts,
      answerDays: count,
      isMine: flag,
    },
    [...SEAT_OPTIONAL, 'teamTitle', 'skillName', 'postedBy', 'matches'],
  ),
  OpenRoleInput: object(seat, SEAT_OPTIONAL),
  OpenRolesPage: object({
    items: listOf(ref('OpenRole')),
    totalItems: count,
    pageInfo,
  }),
  HelpOffer: object({ message: text }),
  MyTeams: object({
    userRef: text,
    memberships: listOf(
      object(
        { ...membership, teamTitle: text, teamStatus, teamKind },
        MEMBERSHIP_OPTIONAL,
      ),
    ),
    toAnswer: listOf(
      object({ ...membership, teamTitle: text }, MEMBERSHIP_OPTIONAL),
    ),
    totalAllocationPct: count,
    limitPct: count,
    suggestedRoles: listOf(ref('OpenRole')),
    canCreate: flag,
    canManage: flag,
  }),
  PersonMemberships: object(
    {
      items: listOf(
        object(
          { ...membership, teamTitle: text, teamStatus },
          MEMBERSHIP_OPTIONAL,
        ),
      ),
      totalAllocationPct: count,
    },
    ['totalAllocationPct'],
  ),
  GrantedEntities: object({ entityRefs: texts }),
  ParticipantRelations: object({
    items: listOf(object({ teamRef: text, userRef: text })),
  }),
  PortalTeams: object({
    items: listOf(
      object(
        {
          teamRef: text,
          title: text,
          description: text,
          status: teamStatus,
          kind: teamKind,
          memberRefs: texts,
        },
        ['memberRefs'],
      ),
    ),
  }),
};

const named = { parameters: [inPath('namespace'), inPath('name')] };
const one = { parameters: [inPath('id')] };
const done = { '204': { description: 'Done' } };

export const membershipPaths = {
  '/teams/{namespace}/{name}/memberships': {
    ...named,
    get: {
      summary: 'Who is in a team, as far as the reader may know',
      responses: { '200': answer('TeamMemberships'), ...refusals(403, 404) },
    },
    post: {
      summary: 'Invites somebody, or asks to join',
      requestBody: body('MembershipInput'),
      responses: {
        '201': answer('Membership'),
        ...refusals(400, 403, 404, 409),
      },
    },
  },
  '/memberships/{id}/actions': {
    ...one,
    post: {
      summary: 'Answers, announces or ends a membership',
      requestBody: body('MembershipActionInput'),
      responses: {
        '200': answer('Membership'),
        ...refusals(400, 403, 404, 409),
      },
    },
  },
  '/memberships/{id}': {
    ...one,
    put: {
      summary: 'Changes role, skills and term, or one’s own share of time',
      requestBody: body('MembershipUpdate'),
      responses: {
        '200': answer('Membership'),
        ...refusals(400, 403, 404, 409),
      },
    },
  },
  '/open-roles': {
    get: {
      summary: 'Open roles of teams, and needs without a team',
      parameters: [
        inQuery('teamRef', text),
        inQuery('mine', flag),
        inQuery('cursor', text),
        inQuery('limit', { type: 'integer', minimum: 1, maximum: 100 }),
      ],
      responses: { '200': answer('OpenRolesPage'), ...refusals(400, 403) },
    },
    post: {
      summary: 'Posts an open role, or a need',
      requestBody: body('OpenRoleInput'),
      responses: { '201': answer('OpenRole'), ...refusals(400, 403, 404, 409) },
    },
  },
  '/open-roles/{id}': {
    ...one,
    put: {
      summary: 'Changes an open role',
      requestBody: body('OpenRoleInput'),
      responses: { '200': answer('OpenRole'), ...refusals(400, 403, 404, 409) },
    },
  },
  '/open-roles/{id}/close': {
    ...one,
    post: {
      summary: 'Closes an open role',
      responses: { ...done, ...refusals(403, 404, 409) },
    },
  },
  '/open-roles/{id}/offers': {
    ...one,
    post: {
      summary: 'Offers help to who has a need without a team',
      requestBody: body('HelpOffer'),
      responses: { ...done, ...refusals(400, 403, 404, 409) },
    },
  },
  '/me': {
    get: {
      summary: 'How the reader stands to virtual teams',
      responses: { '200': answer('MyTeams'), ...refusals(403) },
    },
  },
  '/people/{namespace}/{name}/memberships': {
    ...named,
    get: {
      summary: 'Teams of somebody, as far as the reader may know',
      responses: { '200': answer('PersonMemberships'), ...refusals(403) },
    },
  },
  '/people/{namespace}/{name}/granted-entities': {
    ...named,
    get: {
      summary: 'Whose findings somebody may read by a team',
      description: 'For services, and for the person.',
      responses: { '200': answer('GrantedEntities'), ...refusals(403) },
    },
  },
  '/relations': {
    get: {
      summary: 'Who takes part in what, for the catalog',
      responses: { '200': answer('ParticipantRelations'), ...refusals(403) },
    },
  },
  '/relations/teams': {
    get: {
      summary: 'Teams made in the portal, for the catalog',
      responses: { '200': answer('PortalTeams'), ...refusals(403) },
    },
  },
};
