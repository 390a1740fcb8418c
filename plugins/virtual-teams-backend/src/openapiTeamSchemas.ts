import {
  INTERACTION_MODES,
  MEMBERSHIP_ROLES,
  SKILL_LEVELS,
  TEAM_ACTIONS,
  TEAM_KINDS,
  TEAM_STATUSES,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { listOf, object, ref } from './openapiShapes';

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const percent = { type: 'integer', minimum: 1, maximum: 100 };
const number = { type: 'number' };
const flag = { type: 'boolean' };
const time = { type: 'string', format: 'date-time' };
const day = { type: 'string', format: 'date' };
const version = { type: 'integer', minimum: 1 };
const status = { enum: [...TEAM_STATUSES] };
const kind = { enum: [...TEAM_KINDS] };
const level = { enum: [...SKILL_LEVELS] };
const texts = listOf(text);
const numbersById = { type: 'object', additionalProperties: number };
const facets = listOf(object({ value: text, count }));
const pageInfo = object({ nextCursor: text }, ['nextCursor']);

const required = { skillId: text, level, count, title: text };

const definition = {
  title: text,
  kind,
  initiative: text,
  charter: ref('TeamCharter'),
  sponsorRef: text,
  leadRef: text,
  deputyRefs: texts,
  platformRefs: texts,
  interactionMode: { enum: [...INTERACTION_MODES] },
  entityRefs: texts,
  channels: listOf(ref('TeamChannel')),
  cadence: ref('TeamCadence'),
  reviewAt: day,
  endsAt: day,
  requiredExpertise: listOf(object(required, ['title'])),
  checkIds: texts,
};

const DEFINITION_OPTIONAL = [
  'initiative',
  'sponsorRef',
  'cadence',
  'reviewAt',
  'endsAt',
];

const summary = {
  teamRef: text,
  title: text,
  kind,
  status,
  isStale: flag,
  outcome: text,
  initiative: text,
  leadRef: text,
  sponsorRef: text,
  platformRefs: texts,
  memberCount: count,
  memberRefs: texts,
  seatsCovered: count,
  seatsAsked: count,
  openRoles: listOf(object({ id: text, title: text, seatsLeft: count })),
  startedAt: time,
  reviewAt: day,
  endsAt: day,
  lastActiveAt: time,
  managedBy: { enum: ['portal', 'catalog'] },
  mine: { enum: ['member', 'lead', 'sponsor', 'invited', 'requested'] },
};

const SUMMARY_OPTIONAL = [
  'initiative',
  'sponsorRef',
  'startedAt',
  'reviewAt',
  'endsAt',
  'mine',
];

const outcome = {
  summary: text,
  stillOpen: text,
  handoverOwnerRef: text,
  artefacts: listOf(ref('TeamChannel')),
  story: text,
};

const OUTCOME_OPTIONAL = ['stillOpen', 'story'];

export const teamSchemas = {
  TeamChannel: object({ title: text, url: text }),
  TeamCadence: object({
    title: text,
    weekday: { type: 'integer', minimum: 1, maximum: 7 },
    startsAt: text,
    minutes: count,
    everyWeeks: count,
    timeZone: text,
    firstOn: day,
  }),
  TeamCharter: object({
    outcome: text,
    inScope: text,
    outOfScope: text,
    measures: listOf(
      object(
        {
          id: text,
          title: text,
          unit: text,
          start: number,
          aim: number,
          current: number,
          currentAt: time,
        },
        ['current', 'currentAt'],
      ),
    ),
  }),
  TeamDefinition: object(definition, DEFINITION_OPTIONAL),
  TeamInput: object({ ...definition, name: text, proposalId: text }, [
    ...DEFINITION_OPTIONAL,
    'name',
    'proposalId',
  ]),
  TeamUpdate: object({ version, definition: ref('TeamDefinition') }),
  TeamActionInput: object(
    { action: { enum: [...TEAM_ACTIONS] }, version, note: text },
    ['note'],
  ),
  TeamReviewInput: object({
    version,
    note: text,
    nextReviewAt: day,
    values: numbersById,
  }),
  TeamOutcomeInput: object(
    { ...outcome, version, values: numbersById },
    OUTCOME_OPTIONAL,
  ),
  ThanksInput: object({ to: texts, message: text }),
  GrantInput: object({
    entityRef: text,
    action: { enum: ['grant', 'allow', 'refuse', 'revoke'] },
  }),
  TeamSummary: object(summary, SUMMARY_OPTIONAL),
  Team: object(
    {
      ...definition,
      ...summary,
      skills: listOf(
        object({ ...required, skillName: text, covered: count }, ['title']),
      ),
      proposedBy: text,
      proposedAt: time,
      outcomeRecord: object({ ...outcome, recordedAt: time }, OUTCOME_OPTIONAL),
      version,
      actions: listOf({ enum: [...TEAM_ACTIONS] }),
      obstacles: listOf(
        object({
          action: { enum: [...TEAM_ACTIONS] },
          guard: text,
          message: text,
        }),
      ),
      isLead: flag,
      declaredIn: text,
      declarationFaults: texts,
      proposalId: text,
    },
    [
      ...DEFINITION_OPTIONAL,
      ...SUMMARY_OPTIONAL,
      'proposedBy',
      'outcomeRecord',
      'declaredIn',
      'declarationFaults',
      'proposalId',
    ],
  ),
  TeamsPage: object({
    items: listOf(ref('TeamSummary')),
    totalItems: count,
    pageInfo,
    facets: object({
      platforms: facets,
      skills: facets,
      kinds: facets,
      statuses: facets,
      needsHelp: count,
      mine: count,
    }),
  }),
  TeamTimeline: object({
    items: listOf(
      object(
        {
          id: text,
          at: time,
          actorRef: text,
          name: text,
          from: status,
          to: status,
          note: text,
          entityRef: text,
          subjectRef: text,
        },
        ['actorRef', 'from', 'to', 'note', 'entityRef', 'subjectRef'],
      ),
    ),
    ahead: listOf(
      object({
        on: day,
        title: text,
        kind: { enum: ['review', 'end', 'meeting'] },
      }),
    ),
    pageInfo,
  }),
  TeamDeclaration: object({ yaml: text }),
  CheckTeams: object({
    items: listOf(
      object({
        checkId: text,
        teamRef: text,
        title: text,
        status,
        platformRefs: texts,
      }),
    ),
  }),
  EntityTeams: object({ items: listOf(ref('TeamSummary')) }),
  TeamImportInput: object({
    items: listOf(
      object(
        {
          team: ref('TeamInput'),
          status: { enum: ['active', 'paused', 'closing', 'archived'] },
          proposedAt: time,
          startedAt: time,
          endedAt: time,
          memberships: listOf(
            object(
              {
                userRef: text,
                role: { enum: [...MEMBERSHIP_ROLES] },
                allocationPct: percent,
                skillIds: texts,
                since: time,
                consentRecord: text,
              },
              ['allocationPct', 'skillIds'],
            ),
          ),
          outcome: object(outcome, OUTCOME_OPTIONAL),
        },
        ['endedAt', 'outcome'],
      ),
    ),
  }),
  TeamImportResult: object({ created: count, existing: count }),
};
