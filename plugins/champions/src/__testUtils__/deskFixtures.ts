import {
  ChampionAssignment,
  ChampionMeeting,
  ChampionMeetings,
  Desk,
  EntityChampions,
  Question,
  TeamBrief,
} from '@synchrony/backstage-plugin-champions-common';
import { NOW } from './programmeFixtures';

export const ME_REF = 'user:default/amara.rowe';
export const TEAM = 'group:default/instant-payments';

/** The reader's own, active for a team, unless told otherwise. */
export function assignment(
  more: Partial<ChampionAssignment> = {},
): ChampionAssignment {
  return {
    id: 'a1',
    userRef: ME_REF,
    scopeRef: TEAM,
    role: 'primary',
    source: 'portal',
    status: 'active',
    specialisms: ['api'],
    capacityPct: 20,
    nominatedAt: '2026-05-01T09:00:00.000Z',
    startedAt: '2026-06-01T09:00:00.000Z',
    nextConfirmAt: '2027-04-12T00:00:00.000Z',
    version: 4,
    actions: ['reconfirm', 'announceStepDown', 'handOver', 'withdraw'],
    ...more,
  };
}

export const DESK: Desk = {
  asOf: NOW,
  components: 14,
  scopes: [
    {
      assignment: assignment(),
      coverage: 'covered_thin',
      components: 14,
      tier1: 6,
      levels: { none: 1, bronze: 6, silver: 5, gold: 2 },
    },
  ],
  sections: [
    { section: 'critical', state: 'complete', count: 0, isLowerBound: false },
    { section: 'due', state: 'complete', count: 2, isLowerBound: true },
    { section: 'waivers', state: 'forbidden', count: 0, isLowerBound: false },
    { section: 'reviews', state: 'missing', count: 0, isLowerBound: false },
    { section: 'questions', state: 'complete', count: 0, isLowerBound: false },
    { section: 'evidence', state: 'complete', count: 1, isLowerBound: false },
  ],
  items: [
    {
      section: 'due',
      urgency: 'now',
      id: 'd1',
      entityRef: 'component:default/instant-payments-api',
      title: 'Request smuggling over HTTP/2',
      detail: 'netty-codec-http2',
      severity: 'critical',
      isKev: true,
      dueAt: '2126-11-30T09:00:00.000Z',
      path: '/findings?finding=f1',
    },
    {
      section: 'due',
      urgency: 'week',
      id: 'd2',
      entityRef: 'component:default/payments-base',
      title: 'Timing leak in key exchange',
      detail: 'no fixed version',
      severity: 'high',
      dueAt: '2126-12-02T09:00:00.000Z',
      path: '/findings?finding=f2',
    },
    {
      section: 'evidence',
      urgency: 'later',
      id: 'e1',
      entityRef: 'component:default/payments-mock-switch',
      title: 'All sources are quiet',
      detail: 'last complete scan long ago',
      since: '2026-10-20T09:00:00.000Z',
      path: '/catalog/default/component/payments-mock-switch',
    },
  ],
};

/** Of somebody who is champion of nothing. */
export const EMPTY_DESK: Desk = {
  ...DESK,
  scopes: [],
  components: 0,
  items: [],
  sections: DESK.sections.map(state => ({
    ...state,
    state: 'complete',
    count: 0,
    isLowerBound: false,
  })),
};

export const BRIEF: TeamBrief = {
  scopeRef: TEAM,
  month: '2026-11',
  asOf: NOW,
  figures: {
    new: 11,
    fixed: 14,
    overdue: 0,
    components: 14,
    nextLevel: {
      entityRef: 'component:default/instant-payments-api',
      level: 'silver',
      steps: 3,
    },
  },
  text: '# November\n\nEleven came, **fourteen** went.',
  isEdited: false,
  version: 0,
  mayEdit: true,
};

const MEETING: ChampionMeeting = {
  id: 'm1',
  title: 'Champions meeting',
  startsAt: '2026-12-03T14:00:00.000Z',
  minutes: 45,
  place: 'https://meet.example.com/champions',
  isCancelled: false,
  version: 1,
  mayChange: false,
};

export const MEETINGS: ChampionMeetings = {
  items: [MEETING, { ...MEETING, id: 'm2', title: 'Guild', isCancelled: true }],
  mayAnnounce: false,
};

export const QUESTION: Question = {
  id: 'q1',
  entityRef: 'component:default/instant-payments-api',
  subject: { kind: 'finding', id: 'f1', area: 'sca' },
  text: 'Is the fix safe to take?',
  askedBy: 'user:default/bo.lin',
  askedAt: '2026-11-25T09:00:00.000Z',
  routedTo: ME_REF,
  routedBecause: 'champion of the owner team',
  status: 'open',
  version: 2,
};

export const COVERED_ENTITY: EntityChampions = {
  entityRef: 'component:default/instant-payments-api',
  state: 'covered_thin',
  reasons: ['no_deputy'],
  scopeRef: TEAM,
  isInherited: true,
  primary: {
    assignmentId: 'a1',
    userRef: ME_REF,
    role: 'primary',
    status: 'active',
    specialisms: ['api'],
    since: '2026-06-01T09:00:00.000Z',
  },
  deputies: [],
  scopes: ['component:default/instant-payments-api', TEAM],
  isDeclared: false,
  mayNominate: true,
  asOf: NOW,
};
