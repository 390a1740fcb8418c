import {
  DiscoveryPage,
  GroupLending,
  Membership,
  MyProfile,
  MyTeams,
  OpenRole,
  Skill,
  SkillMatrix,
  Team,
  TeamEntities,
  TeamMemberships,
  TeamProposals,
  TeamSettingsState,
  TeamSuggestions,
  TeamSummary,
  TeamTimeline,
} from '@synchrony/backstage-plugin-virtual-teams-common';

export const NOW = '2026-11-26T09:00:00.000Z';
export const ME_REF = 'user:default/amara.rowe';
export const PASSKEYS_REF = 'group:virtual-teams/passkeys-everywhere';

export const PLATFORMS = {
  payments: 'group:default/retail-payments',
  cards: 'group:default/cards-lending',
  channels: 'group:default/digital-channels',
  identity: 'group:default/identity-access',
  data: 'group:default/data-analytics',
  cloud: 'group:default/cloud-platform',
} as const;

function skill(id: string, name: string, more: Partial<Skill> = {}): Skill {
  return {
    id,
    name,
    category: 'technique',
    aliases: [],
    broader: [],
    related: [],
    status: 'active',
    checkIds: [],
    ...more,
  };
}

export const SKILLS: Skill[] = [
  skill('threat-modelling', 'Threat modelling', { category: 'discipline' }),
  skill('webauthn', 'WebAuthn', { aliases: ['passkeys', 'fido2'] }),
  skill('mobile-hardening', 'Mobile hardening'),
  skill('mtls', 'mTLS and PKI', { category: 'infrastructure' }),
  skill('kafka-security', 'Kafka security', { category: 'infrastructure' }),
  skill('secure-ci', 'Secure CI templates', { category: 'infrastructure' }),
  skill('sbom', 'SBOM and provenance', { checkIds: ['sbom-published'] }),
  skill('hsm', 'HSM operations', { category: 'infrastructure' }),
  skill('ml-security', 'ML model security', { category: 'discipline' }),
  skill('iam', 'IAM and OAuth', { category: 'framework' }),
  skill('secrets', 'Secrets management', { category: 'infrastructure' }),
  skill('cryptography', 'Cryptography', { category: 'discipline' }),
];

export function teamSummary(
  name: string,
  title: string,
  more: Partial<TeamSummary> = {},
): TeamSummary {
  return {
    teamRef: `group:virtual-teams/${name}`,
    title,
    kind: 'initiative',
    status: 'active',
    isStale: false,
    outcome: `What ${title} is for`,
    leadRef: 'user:default/yuki.arai',
    sponsorRef: 'user:default/ines.duarte',
    platformRefs: [PLATFORMS.identity, PLATFORMS.cloud],
    memberCount: 3,
    memberRefs: ['user:default/yuki.arai', 'user:default/noor.chaudhry'],
    seatsCovered: 4,
    seatsAsked: 4,
    openRoles: [],
    startedAt: '2026-09-01T08:00:00.000Z',
    endsAt: '2027-03-31',
    reviewAt: '2026-12-15',
    lastActiveAt: '2026-11-25T10:00:00.000Z',
    managedBy: 'portal',
    ...more,
  };
}

/** The twelve teams of the demo organisation, in small. */
export const TEAMS: TeamSummary[] = [
  teamSummary('passkeys-everywhere', 'Passkeys Everywhere', {
    outcome: 'Replace passwords with passkeys in all customer journeys by June',
    platformRefs: [
      PLATFORMS.identity,
      PLATFORMS.channels,
      PLATFORMS.payments,
      PLATFORMS.cloud,
    ],
    memberCount: 10,
    memberRefs: [
      'user:default/yuki.arai',
      'user:default/noor.chaudhry',
      'user:default/samir.haddad',
      'user:default/amara.rowe',
    ],
    seatsCovered: 6,
    seatsAsked: 8,
    openRoles: [
      { id: 'role-webauthn', title: 'WebAuthn on mobile', seatsLeft: 2 },
    ],
    endsAt: '2027-06-30',
    mine: 'lead',
  }),
  teamSummary('mtls-by-default', 'mTLS by Default', {
    outcome:
      'Every service-to-service call in tier-1 uses rotated certificates',
    seatsCovered: 5,
    seatsAsked: 5,
  }),
  teamSummary('secrets-zero', 'Secrets Zero', { status: 'closing' }),
  teamSummary('sbom-provenance', 'SBOM & Provenance', {
    openRoles: [
      { id: 'role-intoto', title: 'in-toto attestations', seatsLeft: 1 },
    ],
  }),
  teamSummary('payments-threat-model-guild', 'Payments Threat-Model Guild', {
    kind: 'community',
    memberCount: 23,
    endsAt: undefined,
    sponsorRef: undefined,
    seatsCovered: 0,
    seatsAsked: 0,
  }),
  teamSummary('fraud-signals-mesh', 'Fraud Signals Mesh', {
    status: 'forming',
    startedAt: undefined,
    openRoles: [{ id: 'role-kafka', title: 'Kafka security', seatsLeft: 1 }],
  }),
  teamSummary('pci-4-readiness', 'PCI 4 Readiness', {
    openRoles: [{ id: 'role-hsm', title: 'HSM operations', seatsLeft: 1 }],
  }),
  teamSummary('appsec-enablement-data', 'AppSec Enablement for Data', {
    kind: 'enabling',
    endsAt: undefined,
  }),
  teamSummary('cloud-landing-zone', 'Cloud Landing-Zone Hardening', {
    status: 'archived',
  }),
  teamSummary('incident-learning-circle', 'Incident Learning Circle', {
    kind: 'community',
    endsAt: undefined,
    sponsorRef: undefined,
  }),
  teamSummary('api-gateway', 'API Gateway Consolidation', {
    isStale: true,
    reviewAt: '2026-10-21',
  }),
  teamSummary('quantum-ready', 'Quantum-Ready Crypto Inventory', {
    status: 'proposed',
    startedAt: undefined,
    sponsorRef: ME_REF,
    mine: 'sponsor',
  }),
];

/** All that is said of Passkeys Everywhere to who leads it. */
export const TEAM: Team = {
  ...TEAMS[0],
  initiative: 'Phishing-resistant sign-in',
  charter: {
    outcome: TEAMS[0].outcome,
    inScope: 'Sign-in, recovery and step-up of customers',
    outOfScope: 'Sign-in of staff',
    measures: [
      {
        id: 'journeys',
        title: 'Journeys with passkeys',
        unit: '%',
        start: 10,
        aim: 100,
        current: 45,
        currentAt: '2026-11-20T09:00:00.000Z',
      },
      {
        id: 'resets',
        title: 'Password resets',
        unit: 'per 1,000 logins',
        start: 18,
        aim: 4,
        current: 11,
        currentAt: '2026-11-20T09:00:00.000Z',
      },
    ],
  },
  leadRef: 'user:default/yuki.arai',
  deputyRefs: ['user:default/amara.rowe'],
  interactionMode: 'collaboration',
  entityRefs: ['component:default/auth-api', 'component:default/mobile-bff'],
  channels: [{ title: 'Chat', url: 'https://chat.example/passkeys' }],
  cadence: {
    title: 'Working session',
    weekday: 2,
    startsAt: '14:00',
    minutes: 45,
    everyWeeks: 2,
    timeZone: 'Europe/London',
    firstOn: '2026-09-01',
  },
  requiredExpertise: [
    { skillId: 'webauthn', level: 'practitioner', count: 4 },
    {
      skillId: 'mobile-hardening',
      level: 'advanced',
      count: 2,
      title: 'WebAuthn on mobile',
    },
    { skillId: 'threat-modelling', level: 'practitioner', count: 2 },
  ],
  checkIds: ['mfa-enforced'],
  skills: [
    {
      skillId: 'webauthn',
      skillName: 'WebAuthn',
      level: 'practitioner',
      count: 4,
      covered: 5,
    },
    {
      skillId: 'mobile-hardening',
      skillName: 'Mobile hardening',
      title: 'WebAuthn on mobile',
      level: 'advanced',
      count: 2,
      covered: 0,
    },
    {
      skillId: 'threat-modelling',
      skillName: 'Threat modelling',
      level: 'practitioner',
      count: 2,
      covered: 2,
    },
  ],
  proposedBy: 'user:default/yuki.arai',
  proposedAt: '2026-08-15T08:00:00.000Z',
  version: 7,
  actions: ['pause', 'beginClose'],
  obstacles: [],
  isLead: true,
};

export function membership(
  id: string,
  name: string,
  more: Partial<Membership> = {},
): Membership {
  return {
    id,
    teamRef: PASSKEYS_REF,
    userRef: `user:default/${name}`,
    role: 'member',
    status: 'active',
    homeGroupRef: 'group:default/customer-auth',
    platformRef: PLATFORMS.identity,
    allocationPct: 10,
    skillIds: [],
    since: '2026-09-01T08:00:00.000Z',
    version: 1,
    actions: [],
    ...more,
  };
}

export const MEMBERSHIPS: TeamMemberships = {
  items: [
    membership('m-yuki', 'yuki.arai', {
      role: 'lead',
      allocationPct: 30,
      skillIds: ['webauthn'],
    }),
    membership('m-amara', 'amara.rowe', {
      role: 'deputy',
      homeGroupRef: 'group:default/instant-payments',
      platformRef: PLATFORMS.payments,
      actions: ['announceLeave', 'leave'],
    }),
    membership('m-noor', 'noor.chaudhry', {
      role: 'expert',
      homeGroupRef: 'group:default/mobile-app',
      platformRef: PLATFORMS.channels,
      allocationPct: 20,
      actions: ['remove'],
    }),
    membership('m-samir', 'samir.haddad', {
      status: 'invited',
      since: undefined,
      platformRef: PLATFORMS.channels,
      invitedBy: 'user:default/yuki.arai',
      expiresAt: '2026-12-06T09:00:00.000Z',
      actions: ['withdrawInvitation'],
    }),
    membership('m-elif', 'elif.demir', {
      status: 'requested',
      since: undefined,
      platformRef: PLATFORMS.cloud,
      message: 'I ran the passkeys pilot of our staff sign-in.',
      expiresAt: '2026-12-07T09:00:00.000Z',
      decidedBy: ['user:default/yuki.arai', ME_REF],
      actions: ['approve', 'reject'],
    }),
  ],
  totalAllocationPct: 60,
  overAllocated: [],
};

export const TIMELINE: TeamTimeline = {
  items: [
    {
      id: 'e2',
      at: '2026-09-01T08:00:00.000Z',
      actorRef: 'user:default/yuki.arai',
      name: 'start',
      from: 'forming',
      to: 'active',
    },
    {
      id: 'e1',
      at: '2026-08-15T08:00:00.000Z',
      actorRef: 'user:default/yuki.arai',
      name: 'propose',
      to: 'proposed',
    },
  ],
  ahead: [
    { on: '2026-12-15', title: 'Review', kind: 'review' },
    { on: '2027-06-30', title: 'End', kind: 'end' },
  ],
  pageInfo: {},
};

export const TEAM_ENTITIES: TeamEntities = {
  asOf: NOW,
  items: [
    {
      entityRef: 'component:default/auth-api',
      title: 'Auth API',
      ownerRef: 'group:default/customer-auth',
      tier: 'tier-1',
      levelAtStart: 'bronze',
      level: 'silver',
      trend: [
        { on: '2026-09-01', score: 52 },
        { on: '2026-10-01', score: null },
        { on: '2026-11-01', score: 70 },
      ],
      openFindings: { critical: 0, high: 2, medium: 5, low: 1 },
      findingRights: 'granted',
    },
    {
      entityRef: 'component:default/mobile-bff',
      title: 'Mobile BFF',
      ownerRef: 'group:default/mobile-app',
      tier: 'tier-2',
      levelAtStart: null,
      level: 'bronze',
      trend: [],
      blockedBy: 'MFA is enforced',
      findingRights: 'none',
    },
  ],
  missing: [],
  scorecardTitle: 'Secure delivery lifecycle',
  levelsAtStart: { bronze: 1, none: 1 },
  levels: { bronze: 1, silver: 1 },
};

export function openRole(
  id: string,
  title: string,
  more: Partial<OpenRole> = {},
): OpenRole {
  return {
    id,
    teamRef: PASSKEYS_REF,
    teamTitle: 'Passkeys Everywhere',
    title,
    seats: 1,
    seatsLeft: 1,
    status: 'open',
    postedBy: 'user:default/yuki.arai',
    postedAt: '2026-11-20T09:00:00.000Z',
    matches: 1,
    decidedBy: ['user:default/yuki.arai'],
    answerDays: 14,
    isMine: false,
    ...more,
  };
}

export const OPEN_ROLES: OpenRole[] = [
  openRole('role-webauthn', 'WebAuthn on mobile', {
    skillId: 'mobile-hardening',
    skillName: 'Mobile hardening',
    level: 'advanced',
    platformRef: PLATFORMS.channels,
    seats: 2,
    seatsLeft: 2,
    allocationPct: 10,
    until: '2027-06-30',
    matches: 2,
  }),
  openRole('role-kafka', 'Kafka security', {
    teamRef: 'group:virtual-teams/fraud-signals-mesh',
    teamTitle: 'Fraud Signals Mesh',
    skillId: 'kafka-security',
    skillName: 'Kafka security',
    allocationPct: 10,
    matches: 3,
  }),
  openRole('role-intoto', 'in-toto attestations', {
    teamRef: 'group:virtual-teams/sbom-provenance',
    teamTitle: 'SBOM & Provenance',
    skillId: 'sbom',
    skillName: 'SBOM and provenance',
    matches: 0,
  }),
  openRole('need-fuzzing', 'Somebody who has fuzzed a parser', {
    teamRef: undefined,
    teamTitle: undefined,
    postedBy: ME_REF,
    decidedBy: [ME_REF],
    matches: undefined,
    isMine: true,
  }),
];

export const MY_TEAMS: MyTeams = {
  userRef: ME_REF,
  memberships: [
    {
      ...MEMBERSHIPS.items[1],
      teamTitle: 'Passkeys Everywhere',
      teamStatus: 'active',
      teamKind: 'initiative',
    },
  ],
  toAnswer: [
    {
      ...membership('m-invited', 'amara.rowe', {
        teamRef: 'group:virtual-teams/fraud-signals-mesh',
        role: 'expert',
        status: 'invited',
        message: 'We need your eyes on the event schema.',
        invitedBy: 'user:default/noor.chaudhry',
        expiresAt: '2026-12-06T09:00:00.000Z',
        actions: ['accept', 'decline'],
      }),
      teamTitle: 'Fraud Signals Mesh',
    },
    { ...MEMBERSHIPS.items[4], teamTitle: 'Passkeys Everywhere' },
  ],
  totalAllocationPct: 10,
  limitPct: 20,
  suggestedRoles: [OPEN_ROLES[1]],
  canCreate: true,
  canManage: false,
};

export const MY_PROFILE: MyProfile = {
  userRef: ME_REF,
  exists: true,
  visibility: 'my_groups',
  seenBy: 'my_groups',
  availability: 'limited',
  limitPct: 10,
  homeGroupRef: 'group:default/instant-payments',
  platformRef: PLATFORMS.payments,
  expertise: [
    {
      skillId: 'kafka-security',
      skillName: 'Kafka security',
      level: 'advanced',
      willing: ['join', 'review'],
      evidenceLinks: ['https://docs.example/kafka-acls'],
      confirmedAt: '2026-10-01T09:00:00.000Z',
      isStale: false,
      endorsementCount: 1,
      endorsements: [
        {
          id: 'end-1',
          endorserRef: 'user:default/noor.chaudhry',
          context: 'virtual_team',
          subject: PASSKEYS_REF,
          text: 'Found the open topic before it went live.',
          at: '2026-10-20T09:00:00.000Z',
          counts: true,
        },
      ],
    },
  ],
  updatedAt: '2026-10-01T09:00:00.000Z',
  given: [],
  prompts: [],
};

export const DISCOVERY: DiscoveryPage = {
  items: [
    {
      type: 'person',
      userRef: 'user:default/elif.demir',
      platformRef: PLATFORMS.cloud,
      homeGroupRef: 'group:default/clusters',
      availability: 'free',
      limitPct: 10,
      expertise: [
        {
          skillId: 'webauthn',
          skillName: 'WebAuthn',
          level: 'guide',
          willing: ['join', 'mentor'],
          evidenceLinks: ['https://docs.example/webauthn'],
          confirmedAt: '2026-10-01T09:00:00.000Z',
          isStale: false,
          endorsementCount: 2,
        },
      ],
      why: [
        { kind: 'skill', text: 'Guides others in WebAuthn' },
        { kind: 'endorsed', text: '2 endorsements from joint work' },
      ],
    },
    {
      type: 'person',
      userRef: 'user:default/tom.wirth',
      platformRef: PLATFORMS.data,
      availability: 'not_stated',
      expertise: [
        {
          skillId: 'webauthn',
          skillName: 'WebAuthn',
          level: 'practitioner',
          willing: [],
          evidenceLinks: [],
          confirmedAt: '2025-01-01T09:00:00.000Z',
          isStale: true,
          endorsementCount: 0,
        },
      ],
      why: [{ kind: 'skill', text: 'Practises WebAuthn' }],
    },
    {
      type: 'team',
      teamRef: PASSKEYS_REF,
      title: 'Passkeys Everywhere',
      outcome: TEAM.outcome,
      platformRefs: TEAM.platformRefs,
      why: [
        { kind: 'alias', text: 'Works on passkeys, another word for WebAuthn' },
      ],
    },
    {
      type: 'open_role',
      openRoleId: 'role-webauthn',
      title: 'WebAuthn on mobile',
      teamRef: PASSKEYS_REF,
      teamTitle: 'Passkeys Everywhere',
      platformRef: PLATFORMS.channels,
      seatsLeft: 2,
      why: [{ kind: 'skill', text: 'Asks for WebAuthn' }],
    },
  ],
  totalItems: 4,
  pageInfo: {},
  understood: [
    {
      skillId: 'webauthn',
      skillName: 'WebAuthn',
      from: 'webautn',
      how: 'spelling',
    },
  ],
  facets: {
    platforms: [
      { value: PLATFORMS.cloud, count: 1 },
      { value: PLATFORMS.data, count: 1 },
    ],
    skills: [{ value: 'webauthn', name: 'WebAuthn', count: 2 }],
    willing: [{ value: 'join', count: 1 }],
  },
  guild: { title: 'Security guild', url: 'https://chat.example/guild' },
};

export const MATRIX: SkillMatrix = {
  asOf: NOW,
  platforms: [
    { platformRef: PLATFORMS.payments, title: 'Payments', people: 12 },
    { platformRef: PLATFORMS.channels, title: 'Channels', people: 9 },
    { platformRef: PLATFORMS.data, title: 'Data', people: 0 },
  ],
  skills: [
    { skillId: 'webauthn', name: 'WebAuthn' },
    { skillId: 'kafka-security', name: 'Kafka security' },
  ],
  cells: [
    {
      skillId: 'webauthn',
      platformRef: PLATFORMS.payments,
      people: 1,
      openSeats: 0,
    },
    {
      skillId: 'webauthn',
      platformRef: PLATFORMS.channels,
      people: 3,
      openSeats: 2,
    },
    {
      skillId: 'webauthn',
      platformRef: PLATFORMS.data,
      people: null,
      openSeats: 0,
    },
    {
      skillId: 'kafka-security',
      platformRef: PLATFORMS.payments,
      people: 0,
      openSeats: 1,
    },
    {
      skillId: 'kafka-security',
      platformRef: PLATFORMS.channels,
      people: 0,
      openSeats: 0,
    },
    {
      skillId: 'kafka-security',
      platformRef: PLATFORMS.data,
      people: null,
      openSeats: 0,
    },
  ],
};

export const SUGGESTIONS: TeamSuggestions = {
  asOf: NOW,
  gaps: [
    {
      skillId: 'mobile-hardening',
      title: 'WebAuthn on mobile',
      level: 'advanced',
      missing: 2,
      people: [
        {
          userRef: 'user:default/elif.demir',
          platformRef: PLATFORMS.cloud,
          homeGroupRef: 'group:default/clusters',
          reasons: [
            { kind: 'skill', text: 'Guides others in WebAuthn', isKnown: true },
            {
              kind: 'unknown',
              text: 'Has not said how much time they have',
              isKnown: false,
            },
          ],
          fit: 0.9,
        },
      ],
      atLimit: 1,
      assigned: ['user:default/elif.demir'],
    },
  ],
  missingPlatformRefs: [PLATFORMS.cloud],
};

export const PROPOSALS: TeamProposals = {
  asOf: NOW,
  items: [
    {
      id: 'gap-sbom',
      source: 'common-gaps',
      title: 'Publish SBOMs everywhere',
      outcome: 'Every release of tier-1 and tier-2 publishes an SBOM',
      checkIds: ['sbom-published'],
      platformRefs: [PLATFORMS.cards, PLATFORMS.data],
      entityRefs: ['component:default/ledger', 'component:default/features'],
      entityCount: 14,
      entityCountIsLowerBound: true,
      requiredExpertise: [{ skillId: 'sbom', level: 'practitioner', count: 2 }],
      evidence: [
        {
          text: '14 components of 2 platforms fail “SBOM is published”',
          path: '/scorecards?check=sbom-published',
        },
      ],
      candidates: 3,
      since: '2026-10-01T00:00:00.000Z',
    },
    {
      id: 'gap-mfa',
      source: 'common-gaps',
      title: 'Enforce strong sign-in',
      outcome: 'Every journey enforces strong sign-in',
      checkIds: ['mfa-enforced'],
      platformRefs: [PLATFORMS.identity, PLATFORMS.channels],
      entityRefs: ['component:default/auth-api'],
      entityCount: 6,
      requiredExpertise: [],
      evidence: [{ text: '6 components of 2 platforms fail it' }],
      teamRef: PASSKEYS_REF,
      candidates: 0,
      since: '2026-10-01T00:00:00.000Z',
    },
  ],
  missing: [],
};

export const SETTINGS: TeamSettingsState = {
  settings: {
    templates: [
      {
        id: 'close-a-gap',
        title: 'Close a gap together',
        description: 'Several platforms fail the same check',
        kind: 'initiative',
        outcome: 'The check passes on all components in scope',
        inScope: 'Components of tier-1 and tier-2',
        outOfScope: 'Components that are switched off this year',
        measures: [
          { title: 'Components that pass', unit: '%', start: 0, aim: 100 },
        ],
        interactionMode: 'collaboration',
        requiredExpertise: [
          { skillId: 'sbom', level: 'practitioner', count: 2 },
        ],
        reviewAfterDays: 30,
        endsAfterDays: 120,
      },
      {
        id: 'community',
        title: 'Community of practice',
        description: 'Learn together, open to all',
        kind: 'community',
        outcome: 'Practise together every second week',
        inScope: '',
        outOfScope: '',
        measures: [],
        interactionMode: 'facilitating',
        requiredExpertise: [],
      },
    ],
    platformGroupTypes: ['platform'],
    allocationLimitPct: 20,
    managerSeesAbovePct: 10,
    answerDays: 14,
    reminderDays: 5,
    staleAfterDays: 14,
    expertiseStaleMonths: 12,
    guild: { title: 'Security guild', url: 'https://chat.example/guild' },
  },
  loadedAt: NOW,
  faults: [],
};

export const LENDING: GroupLending = {
  groupRef: 'group:default/instant-payments',
  lentTo: [{ teamRef: PASSKEYS_REF, title: 'Passkeys Everywhere', people: 2 }],
  borrowedFrom: [
    {
      teamRef: 'group:virtual-teams/mtls-by-default',
      title: 'mTLS by Default',
      people: 3,
      entities: 4,
    },
  ],
  peopleLent: 2,
  overAllocated: [],
};
