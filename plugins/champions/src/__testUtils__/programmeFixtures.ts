import {
  AssignmentDetails,
  CoverageMap,
  EntityChampions,
  MyChampionship,
  PersonChampionship,
  Pipeline,
  PipelineEntry,
  ProgrammeEffect,
  ProgrammeOverview,
  ProgrammePeople,
  ProgrammeState,
  ScopeCoverage,
  Vacancies,
} from '@synchrony/backstage-plugin-champions-common';

export const NOW = '2026-11-26T09:00:00.000Z';

/** A team of the map, covered by one person without a deputy unless told otherwise. */
export function team(
  title: string,
  platform: string,
  components: number,
  more: Partial<ScopeCoverage> = {},
): ScopeCoverage {
  return {
    groupRef: `group:default/${title.toLowerCase().replace(/\W+/g, '-')}`,
    title,
    platformRef: `group:default/${platform}`,
    state: 'covered_thin',
    reasons: ['no_deputy'],
    isPending: false,
    mustBeCovered: true,
    components,
    tiers: { 'tier-1': 2, none: components - 2 },
    primary: 'user:default/amara.rowe',
    deputies: [],
    ...more,
  };
}

const COVERED: Partial<ScopeCoverage> = {
  state: 'covered',
  reasons: [],
  primary: 'user:default/yuki.tanabe',
  deputies: ['user:default/bo.lin'],
};

const NOBODY: Partial<ScopeCoverage> = {
  state: 'uncovered',
  reasons: ['nobody'],
  primary: undefined,
};

export const COVERAGE_MAP: CoverageMap = {
  asOf: NOW,
  items: [
    team('Instant Payments', 'retail-payments', 14),
    team('Payments Core', 'retail-payments', 12, COVERED),
    team('Fraud Decisioning', 'retail-payments', 9, COVERED),
    team('Payments Gateway', 'retail-payments', 10, {
      ...NOBODY,
      tiers: { 'tier-1': 5, 'tier-2': 5 },
    }),
    team('Direct Debits', 'retail-payments', 8, {
      state: 'at_risk',
      reasons: ['stepping_down'],
      primary: 'user:default/callum.reid',
      endsAt: '2026-12-12T00:00:00.000Z',
    }),
    team('Reconciliation', 'retail-payments', 4, {
      inheritedFrom: 'group:default/retail-payments',
    }),
    team('Mobile Banking App', 'digital-channels', 13, COVERED),
    team('Notifications', 'digital-channels', 5, {
      ...NOBODY,
      isPending: true,
    }),
    team('Customer Auth', 'identity-and-access', 12, {
      reasons: ['too_many_scopes'],
      primary: 'user:default/samir.haddad',
    }),
    team('ML Serving', 'data-and-analytics', 9, {
      state: 'at_risk',
      reasons: ['lapsed'],
      primary: undefined,
    }),
  ],
};

export const OVERVIEW: ProgrammeOverview = {
  asOf: NOW,
  teams: {
    covered: 12,
    covered_thin: 10,
    at_risk: 4,
    uncovered: 2,
    pending: 1,
  },
  totalTeams: 29,
  people: 17,
  deputyTeams: 13,
  developers: 221,
  samm: 'at_least_half',
  riskWeightedPct: 71.6,
  tiers: [
    { tier: 'tier-1', covered: 20, thin: 14, atRisk: 3, uncovered: 11 },
    { tier: 'none', covered: 4, thin: 0, atRisk: 0, uncovered: 0 },
  ],
  busFactor: [
    { teams: 1, people: 14 },
    { teams: 2, people: 2 },
    { teams: 3, people: 0 },
    { teams: 4, people: 1 },
  ],
  maxScopes: 3,
  levels: {
    isShown: true,
    value: [
      { level: 0, people: 2 },
      { level: 1, people: 6 },
      { level: 2, people: 6 },
      { level: 3, people: 3 },
    ],
  },
  daysToActive: { isShown: true, value: { median: 24, n: 11 } },
};

function entry(
  id: string,
  scope: string,
  more: Partial<PipelineEntry> = {},
): PipelineEntry {
  return {
    assignmentId: id,
    scopeRef: `group:default/${scope}`,
    role: 'primary',
    status: 'nominated',
    since: '2026-11-17T09:00:00.000Z',
    ...more,
  };
}

export const PIPELINE: Pipeline = {
  asOf: NOW,
  nominated: [
    entry('a1', 'notifications', { userRef: 'user:default/elena.sato' }),
    entry('a2', 'loan-servicing'),
  ],
  accepted: [
    entry('a3', 'card-authorisation', {
      status: 'accepted',
      userRef: 'user:default/ola.brandt',
    }),
  ],
  onboarding: [
    entry('a4', 'lending-origination', {
      status: 'onboarding',
      role: 'deputy',
      userRef: 'user:default/bo.lin',
    }),
  ],
  active: [],
};

export const VACANCIES: Vacancies = {
  asOf: NOW,
  items: [
    {
      scopeRef: 'group:default/payments-gateway',
      state: 'uncovered',
      reasons: ['nobody'],
      since: '2026-11-01T09:00:00.000Z',
      components: 10,
      tier1: 5,
      suggestions: [
        {
          userRef: 'user:default/dario.conti',
          reasons: ['in this team', 'threat modelling'],
          specialisms: ['threat-modelling'],
          capacityLeftPct: 10,
          fit: 3,
        },
      ],
    },
    {
      scopeRef: 'group:default/ml-serving',
      state: 'at_risk',
      reasons: ['lapsed'],
      since: '2026-11-22T09:00:00.000Z',
      components: 9,
      tier1: 2,
      suggestions: [],
    },
    {
      scopeRef: 'group:default/loan-servicing',
      state: 'at_risk',
      reasons: ['lapsed'],
      since: '2026-11-15T09:00:00.000Z',
      components: 10,
      tier1: 0,
    },
  ],
};

export const PEOPLE: ProgrammePeople = {
  items: [
    {
      userRef: 'user:default/yuki.tanabe',
      level: 2,
      capacityPct: 20,
      scopes: [
        {
          scopeRef: 'group:default/payments-core',
          role: 'primary',
          status: 'active',
        },
      ],
      nextConfirmAt: '2027-02-01T00:00:00.000Z',
    },
    {
      userRef: 'user:default/amara.rowe',
      level: 1,
      capacityPct: 10,
      scopes: [
        {
          scopeRef: 'group:default/instant-payments',
          role: 'primary',
          status: 'active',
        },
        {
          scopeRef: 'group:default/reconciliation',
          role: 'deputy',
          status: 'onboarding',
        },
      ],
    },
  ],
  pageInfo: {},
};

export const PROGRAMME: ProgrammeState = {
  loadedAt: NOW,
  location: 'https://git.example/programme.yaml',
  faults: [],
  settings: {
    mustCover: { groupTypes: ['team'] },
    capacity: { defaultPct: 10, maxPct: 20 },
    maxScopes: 3,
    confirmationDays: 180,
    nominationDays: 21,
    lapsedDays: 30,
    activeFromLevel: 1,
    trustCatalogChampions: false,
    developersPerChampion: 25,
    levels: [
      { level: 0, title: 'Aware' },
      { level: 1, title: 'Core' },
    ],
    specialisms: [
      {
        id: 'api',
        title: 'API security',
        findingTypes: ['dast'],
        stages: ['test'],
      },
      {
        id: 'threat-modelling',
        title: 'Threat modelling',
        findingTypes: [],
        stages: ['plan'],
      },
    ],
    training: [
      {
        id: 'core',
        title: 'Core topics',
        level: 1,
        isRequired: true,
        validDays: 365,
        selfAttested: false,
        url: 'https://training.example/core',
      },
    ],
    officeHours: [
      {
        id: 'weekly',
        title: 'Ask AppSec',
        weekday: 2,
        startsAt: '14:00',
        minutes: 30,
        timeZone: 'Europe/London',
      },
    ],
    digest: { every: 'weekly', weekday: 1, hour: 7, timeZone: 'Europe/London' },
    captains: 'group:default/appsec',
  },
};

export const EFFECT: ProgrammeEffect = {
  asOf: NOW,
  windowDays: 90,
  method: 'Difference in differences. It cannot tell cause from coincidence.',
  estimates: [
    {
      isShown: true,
      metric: 'time_to_remediate',
      estimate: 0.82,
      low: 0.7,
      high: 0.96,
      teamsWith: 14,
      teamsWithout: 9,
      findings: 812,
    },
    {
      isShown: true,
      metric: 'sla_breaches',
      estimate: -0.04,
      low: -0.1,
      high: 0.02,
      teamsWith: 14,
      teamsWithout: 9,
      findings: 812,
    },
    {
      isShown: false,
      metric: 'recurrence',
      because: 'Only 12 findings came back; 30 are needed.',
    },
  ],
};

export const ENTITY_CHAMPIONS: EntityChampions = {
  entityRef: 'group:default/payments-gateway',
  state: 'uncovered',
  reasons: ['nobody'],
  isInherited: false,
  deputies: [],
  scopes: [
    'group:default/payments-gateway',
    'group:default/retail-payments',
    'group:default/larkhill-bank',
  ],
  isDeclared: false,
  mayNominate: true,
  asOf: NOW,
};

export const ASSIGNMENT: AssignmentDetails = {
  id: 'a1',
  userRef: 'user:default/elena.sato',
  scopeRef: 'group:default/notifications',
  role: 'primary',
  source: 'portal',
  status: 'nominated',
  specialisms: ['api'],
  nominatedBy: 'user:default/amara.rowe',
  nominatedAt: '2026-11-17T09:00:00.000Z',
  reason: 'She knows our APIs.',
  version: 3,
  actions: ['withdrawNomination'],
  history: [
    {
      at: '2026-11-17T09:00:00.000Z',
      actorRef: 'user:default/amara.rowe',
      name: 'nominate',
      to: 'nominated',
    },
  ],
};

export const PERSON: PersonChampionship = {
  userRef: 'user:default/amara.rowe',
  assignments: [],
  level: 1,
  training: [
    {
      id: 't1',
      courseId: 'core',
      completedOn: '2026-10-01',
      status: 'claimed',
      expiresOn: '2027-10-01',
    },
  ],
};

export const ME: MyChampionship = {
  userRef: 'user:default/greta.halvorsen',
  assignments: [],
  level: 0,
  training: [],
  isCaptain: true,
};
