import { AssignmentStatus } from '@synchrony/backstage-plugin-champions-common';

/** Somebody who has been champion or deputy of teams before the portal came. */
export interface DemoChampion {
  person: string;
  teams: string[];
  /** Days ago. */
  since: number;
  /** Days ago; when it began if absent. */
  confirmed?: number;
  /** Courses that the person has done. */
  courses?: string[];
  specialisms?: string[];
}

/** Somebody who came to where they are by using the portal. */
export interface DemoNomination {
  person: string;
  team: string;
  role: 'primary' | 'deputy';
  /** Who nominated. */
  by: string;
  reason: string;
  /** How far it has come. */
  status: Extract<AssignmentStatus, 'nominated' | 'accepted' | 'onboarding'>;
  /** Who agrees to the time, where it has come so far. */
  lead?: string;
}

/** Somebody who offers to help. */
export interface DemoVolunteer {
  person: string;
  team: string;
  specialisms: string[];
  willing: ('champion' | 'deputy' | 'mentor')[];
  note: string;
}

const LEVEL_0 = ['awareness'];
const LEVEL_1 = [...LEVEL_0, 'core-topics'];
const LEVEL_2 = [...LEVEL_1, 'threat-modelling-basics'];

/** 17 people for 22 teams, two who leave, and two who did not confirm in time. */
export const CHAMPIONS: DemoChampion[] = [
  {
    person: 'amara.rowe',
    teams: ['instant-payments'],
    since: 120,
    courses: LEVEL_1,
    specialisms: ['secure-code'],
  },
  {
    person: 'kwame.asante',
    teams: ['fraud-decisioning'],
    since: 300,
    confirmed: 100,
    courses: LEVEL_2,
    specialisms: ['threat-modelling'],
  },
  {
    person: 'yuki.tanabe',
    teams: ['payments-core', 'reconciliation'],
    since: 150,
    courses: LEVEL_2,
    specialisms: ['secure-code', 'supply-chain'],
  },
  {
    person: 'priya.nandakumar',
    teams: ['card-issuing'],
    since: 260,
    confirmed: 60,
    courses: LEVEL_2,
    specialisms: ['web-and-api'],
  },
  {
    person: 'jonas.weber',
    teams: ['lending-origination'],
    since: 140,
    courses: LEVEL_2,
  },
  { person: 'anya.petrov', teams: ['disputes'], since: 95, courses: LEVEL_0 },
  {
    person: 'niamh.corrigan',
    teams: ['mobile-banking-app'],
    since: 170,
    courses: LEVEL_2,
    specialisms: ['web-and-api'],
  },
  {
    person: 'lotte.vance',
    teams: ['web-banking'],
    since: 60,
    courses: LEVEL_1,
  },
  {
    person: 'femi.adeyemi',
    teams: ['channel-bffs'],
    since: 110,
    courses: LEVEL_0,
  },
  { person: 'ivo.maric', teams: ['onboarding'], since: 45, courses: LEVEL_1 },
  {
    person: 'samir.haddad',
    teams: ['customer-auth', 'consent', 'workforce-sso', 'privileged-access'],
    since: 400,
    confirmed: 90,
    courses: LEVEL_2,
    specialisms: ['threat-modelling', 'web-and-api'],
  },
  {
    person: 'hana.novak',
    teams: ['data-platform', 'customer-360'],
    since: 130,
    courses: LEVEL_1,
    specialisms: ['cloud'],
  },
  {
    person: 'ines.duarte',
    teams: ['regulatory-reporting'],
    since: 75,
    courses: LEVEL_1,
  },
  {
    person: 'tomasz.wilk',
    teams: ['clusters-and-runtime'],
    since: 165,
    courses: LEVEL_2,
    specialisms: ['cloud'],
  },
  {
    person: 'devika.rao',
    teams: ['api-gateway'],
    since: 160,
    courses: LEVEL_2,
    specialisms: ['web-and-api'],
  },
  {
    person: 'leila.farouk',
    teams: ['ci-cd-templates'],
    since: 155,
    courses: LEVEL_2,
    specialisms: ['supply-chain'],
  },
  {
    person: 'elodie.marchand',
    teams: ['observability'],
    since: 30,
    courses: LEVEL_1,
  },
  { person: 'callum.reid', teams: ['direct-debits'], since: 170 },
  { person: 'oskar.lindqvist', teams: ['secrets-and-pki'], since: 150 },
  { person: 'imogen.eastlake', teams: ['loan-servicing'], since: 191 },
  { person: 'ioan.ravenscar', teams: ['ml-serving'], since: 184 },
];

/** 13 teams have one. */
export const DEPUTIES: DemoChampion[] = [
  { person: 'farid.longmire', teams: ['fraud-decisioning'], since: 140 },
  { person: 'aidan.blackthorn', teams: ['payments-core'], since: 130 },
  { person: 'adaeze.maddox', teams: ['direct-debits'], since: 70 },
  { person: 'tara.quill', teams: ['card-issuing'], since: 160 },
  { person: 'arun.varga', teams: ['disputes'], since: 90 },
  { person: 'jun.park', teams: ['mobile-banking-app'], since: 120 },
  { person: 'kenji.venn', teams: ['web-banking'], since: 50 },
  { person: 'pavel.castlebar', teams: ['onboarding'], since: 40 },
  { person: 'jamal.netherby', teams: ['regulatory-reporting'], since: 60 },
  { person: 'florian.ingleby', teams: ['clusters-and-runtime'], since: 150 },
  { person: 'leonie.venn', teams: ['api-gateway'], since: 110 },
  { person: 'keira.silverwood', teams: ['ci-cd-templates'], since: 100 },
  { person: 'mahira.kestrel', teams: ['observability'], since: 25 },
];

/** Who has announced to stop, and in how many days. */
export const LEAVERS: { person: string; team: string; inDays: number }[] = [
  { person: 'callum.reid', team: 'direct-debits', inDays: 16 },
  { person: 'oskar.lindqvist', team: 'secrets-and-pki', inDays: 40 },
];

/** Besides the one that the catalog declares for Notifications. */
export const NOMINATIONS: DemoNomination[] = [
  {
    person: 'dagmar.balogun',
    team: 'loan-servicing',
    role: 'primary',
    by: 'marcus.thorne',
    reason: 'Wrote the runbook of the last penetration test.',
    status: 'nominated',
  },
  {
    person: 'tariq.hawksmere',
    team: 'direct-debits',
    role: 'primary',
    by: 'callum.reid',
    reason: 'Has done the weekly triage with me since spring.',
    status: 'nominated',
  },
  {
    person: 'priya.sethi',
    team: 'instant-payments',
    role: 'deputy',
    by: 'amara.rowe',
    reason: 'Knows the scheme adapters better than anyone.',
    status: 'accepted',
  },
  {
    person: 'emeka.longmire',
    team: 'reconciliation',
    role: 'deputy',
    by: 'yuki.tanabe',
    reason: 'Sits with the team every day; I cannot.',
    status: 'accepted',
  },
  {
    person: 'marek.ashdown',
    team: 'lending-origination',
    role: 'deputy',
    by: 'jonas.weber',
    reason: 'Asked to learn how we review dependencies.',
    status: 'onboarding',
    lead: 'marcus.thorne',
  },
  {
    person: 'gethin.abernethy',
    team: 'channel-bffs',
    role: 'deputy',
    by: 'femi.adeyemi',
    reason: 'Found the open redirect last month.',
    status: 'onboarding',
    lead: 'sorcha.delaney',
  },
];

export const VOLUNTEERS: DemoVolunteer[] = [
  {
    person: 'dario.conti',
    team: 'payments-gateway',
    specialisms: ['threat-modelling'],
    willing: ['champion', 'mentor'],
    note: 'Threat modelling for payments; happy to bring others in.',
  },
  {
    person: 'wren.abbott',
    team: 'payments-gateway',
    specialisms: ['web-and-api'],
    willing: ['champion', 'deputy'],
    note: 'API security; worked on the partner connections.',
  },
  {
    person: 'ola.brandt',
    team: 'card-authorisation',
    specialisms: ['supply-chain'],
    willing: ['champion'],
    note: 'PCI and HSMs.',
  },
  {
    person: 'mei.castellan',
    team: 'loan-servicing',
    specialisms: ['secure-code'],
    willing: ['deputy'],
    note: 'Secure code review.',
  },
];

/** What the 29 delivery teams add up to. */
export const TEAM_TOTALS = {
  covered: 12,
  covered_thin: 10,
  at_risk: 4,
  pending: 1,
  uncovered: 2,
} as const;

const CONFIRMATION_DAYS = 180;

/** Teams with a champion who has confirmed in time and stays. */
export function coveredTeams(): Set<string> {
  return new Set(
    CHAMPIONS.filter(
      ({ confirmed, since }) => (confirmed ?? since) < CONFIRMATION_DAYS,
    )
      .flatMap(({ teams }) => teams)
      .filter(team => !LEAVERS.some(leaver => leaver.team === team)),
  );
}

/** Covered teams that also have a deputy. */
export function resilientTeams(): Set<string> {
  const withDeputy = new Set(DEPUTIES.flatMap(({ teams }) => teams));
  return new Set([...coveredTeams()].filter(team => withDeputy.has(team)));
}
