import {
  ASSIGNMENT_STATUSES,
  CHAMPION_ROLES,
  COVERAGE_REASONS,
  COVERAGE_STATES,
} from '@synchrony/backstage-plugin-champions-common';
import { FEWEST_PEOPLE } from './figures/peopleFigure';
import { listOf, object, ref } from './openapiShapes';

const text = { type: 'string' };
const flag = { type: 'boolean' };
const count = { type: 'integer', minimum: 0 };
const percent = { type: 'number', minimum: 0, maximum: 100.000001 };
const time = { type: 'string', format: 'date-time' };
const day = { type: 'string', format: 'date' };
const level = { enum: [0, 1, 2, 3] };
const state = { enum: [...COVERAGE_STATES] };
const status = { enum: [...ASSIGNMENT_STATUSES] };
const role = { enum: [...CHAMPION_ROLES] };
const reasons = listOf({ enum: [...COVERAGE_REASONS] });

const figure = (value: object) => ({
  oneOf: [
    object({ isShown: { const: true }, value }),
    object({ isShown: { const: false }, minimum: { const: FEWEST_PEOPLE } }),
  ],
});

const offer = {
  specialisms: listOf(text),
  capacityPct: { type: 'integer', minimum: 1, maximum: 100 },
  scopeRefs: listOf(text),
  willing: listOf({ enum: ['champion', 'deputy', 'mentor'] }),
  visibility: { enum: ['captains', 'leads'] },
  note: text,
};

export const programmeSchemas = {
  ProgrammeSettings: object({
    mustCover: object({ groupTypes: listOf(text) }),
    capacity: object({ defaultPct: count, maxPct: count }),
    maxScopes: count,
    confirmationDays: count,
    nominationDays: count,
    lapsedDays: count,
    activeFromLevel: level,
    trustCatalogChampions: flag,
    developersPerChampion: count,
    levels: listOf(object({ level, title: text })),
    specialisms: listOf(
      object({
        id: text,
        title: text,
        findingTypes: listOf(text),
        stages: listOf(text),
      }),
    ),
    training: listOf(
      object(
        {
          id: text,
          title: text,
          level,
          isRequired: flag,
          validDays: count,
          selfAttested: flag,
          url: text,
        },
        ['validDays', 'url'],
      ),
    ),
    officeHours: listOf(
      object(
        {
          id: text,
          title: text,
          weekday: { type: 'integer', minimum: 1, maximum: 7 },
          startsAt: text,
          minutes: count,
          timeZone: text,
          url: text,
        },
        ['url'],
      ),
    ),
    digest: object({
      every: { enum: ['daily', 'weekly', 'off'] },
      weekday: { type: 'integer', minimum: 1, maximum: 7 },
      hour: { type: 'integer', minimum: 0, maximum: 23 },
      timeZone: text,
    }),
    captains: text,
  }),
  ProgrammeState: object(
    {
      settings: ref('ProgrammeSettings'),
      location: text,
      loadedAt: time,
      faults: listOf(
        object({ message: text, line: count, column: count }, [
          'line',
          'column',
        ]),
      ),
    },
    ['location'],
  ),
  ProgrammeOverview: object(
    {
      asOf: time,
      teams: object(
        Object.fromEntries(
          [...COVERAGE_STATES, 'pending'].map(each => [each, count]),
        ),
      ),
      totalTeams: count,
      people: count,
      deputyTeams: count,
      developers: count,
      samm: { enum: ['none', 'some', 'at_least_half', 'most_or_all'] },
      riskWeightedPct: percent,
      tiers: listOf(
        object({
          tier: text,
          covered: count,
          thin: count,
          atRisk: count,
          uncovered: count,
        }),
      ),
      busFactor: listOf(object({ teams: count, people: count })),
      maxScopes: count,
      levels: figure(listOf(object({ level, people: count }))),
      daysToActive: figure(object({ median: { type: 'number' }, n: count })),
    },
    ['riskWeightedPct'],
  ),
  ScopeCoverage: object(
    {
      groupRef: text,
      title: text,
      platformRef: text,
      state,
      reasons,
      isPending: flag,
      inheritedFrom: text,
      mustBeCovered: flag,
      components: count,
      tiers: { type: 'object', additionalProperties: count },
      primary: text,
      deputies: listOf(text),
      endsAt: time,
    },
    ['platformRef', 'inheritedFrom', 'primary', 'endsAt'],
  ),
  CoverageMap: object({ asOf: time, items: listOf(ref('ScopeCoverage')) }),
  PipelineEntry: object(
    {
      assignmentId: text,
      scopeRef: text,
      role,
      status,
      since: time,
      userRef: text,
    },
    ['userRef'],
  ),
  Pipeline: object({
    asOf: time,
    nominated: listOf(ref('PipelineEntry')),
    accepted: listOf(ref('PipelineEntry')),
    onboarding: listOf(ref('PipelineEntry')),
    active: listOf(ref('PipelineEntry')),
  }),
  VolunteerSuggestion: object({
    userRef: text,
    reasons: listOf(text),
    specialisms: listOf(text),
    capacityLeftPct: { type: 'integer', minimum: 1, maximum: 100 },
    fit: count,
  }),
  Vacancies: object({
    asOf: time,
    items: listOf(
      object(
        {
          scopeRef: text,
          state,
          reasons,
          since: time,
          components: count,
          tier1: count,
          suggestions: listOf(ref('VolunteerSuggestion')),
        },
        ['suggestions'],
      ),
    ),
  }),
  ProgrammePeople: object({
    items: listOf(
      object(
        {
          userRef: text,
          level,
          capacityPct: count,
          scopes: listOf(object({ scopeRef: text, role, status })),
          nextConfirmAt: time,
        },
        ['nextConfirmAt'],
      ),
    ),
    pageInfo: object({ nextCursor: text }, ['nextCursor']),
  }),
  TrainingInput: object(
    { userRef: text, courseId: text, completedOn: day, evidenceUrl: text },
    ['userRef', 'evidenceUrl'],
  ),
  TrainingRecord: object(
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
  VolunteerInput: object(offer, ['note']),
  VolunteerOffer: object({ ...offer, updatedAt: time }, ['note']),
};

interface OperationOptions {
  id: string;
  summary: string;
  /** Nothing when absent. */
  answer?: keyof typeof programmeSchemas;
  body?: keyof typeof programmeSchemas;
  parameters?: object[];
  status?: string;
}

const content = (schema: object) => ({
  content: { 'application/json': { schema } },
});

const error = (description: string) => ({
  description,
  ...content({ type: 'object', properties: { error: { type: 'object' } } }),
});

function operation({
  answer,
  body,
  id,
  parameters = [],
  status: code = '200',
  summary,
}: OperationOptions): object {
  return {
    operationId: id,
    summary,
    parameters,
    ...(body && { requestBody: { required: true, ...content(ref(body)) } }),
    responses: {
      [code]: { description: summary, ...(answer && content(ref(answer))) },
      '400': error('Something is wrong; it says what and where'),
      '401': error('Not signed in'),
      '403': error('Not allowed'),
      '404': error('There is none that the caller may see'),
      '409': error('It stands otherwise by now'),
    },
  };
}

const recordId = { name: 'id', in: 'path', required: true, schema: text };

export const programmePaths = {
  '/programme': {
    get: operation({
      id: 'GetProgramme',
      summary: 'Figures of the programme, over what the caller may see',
      answer: 'ProgrammeOverview',
    }),
  },
  '/programme/coverage': {
    get: operation({
      id: 'GetCoverageMap',
      summary: 'How well each team is looked after',
      answer: 'CoverageMap',
    }),
  },
  '/programme/pipeline': {
    get: operation({
      id: 'GetPipeline',
      summary:
        'From nomination to active. Nominations are listed for the nominee, who nominated, the lead of the scope and who runs the programme',
      answer: 'Pipeline',
    }),
  },
  '/programme/vacancies': {
    get: operation({
      id: 'GetVacancies',
      summary:
        'Teams without a champion, or soon without; who offered to help for leads and who runs the programme',
      answer: 'Vacancies',
    }),
  },
  '/programme/people': {
    get: operation({
      id: 'GetProgrammePeople',
      summary: 'People of the programme, for who runs it; reading is audited',
      answer: 'ProgrammePeople',
      parameters: [
        {
          name: 'cursor',
          in: 'query',
          required: false,
          schema: text,
          description: 'From pageInfo of the page before',
        },
      ],
    }),
  },
  '/programme/settings': {
    get: operation({
      id: 'GetProgrammeSettings',
      summary: 'Settings in force, and the faults of a newer file',
      answer: 'ProgrammeState',
    }),
  },
  '/training': {
    post: operation({
      id: 'RecordTraining',
      summary: 'Records a course of oneself, or of another as captain',
      body: 'TrainingInput',
      answer: 'TrainingRecord',
      status: '201',
    }),
  },
  '/training/{id}/confirm': {
    post: operation({
      id: 'ConfirmTraining',
      summary: 'Confirms what another person claims, as captain',
      answer: 'TrainingRecord',
      parameters: [recordId],
    }),
  },
  '/training/{id}': {
    delete: operation({
      id: 'RemoveTraining',
      summary: 'Removes a record of oneself, or of another as captain',
      parameters: [recordId],
      status: '204',
    }),
  },
  '/volunteers/me': {
    put: operation({
      id: 'Volunteer',
      summary: 'Offers to help, or changes the offer',
      body: 'VolunteerInput',
      answer: 'VolunteerOffer',
    }),
    delete: operation({
      id: 'StopVolunteering',
      summary: 'Takes the offer back, at once',
      status: '204',
    }),
  },
};
