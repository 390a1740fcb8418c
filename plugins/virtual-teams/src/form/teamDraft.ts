import {
  TEAM_KIND_RULES,
  TeamDefinition,
  TeamProposal,
  TeamTemplate,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { dayAhead } from '../words';

export const STEPS = [
  'template',
  'outcome',
  'people',
  'skills',
  'dates',
  'check',
] as const;

export type Step = (typeof STEPS)[number];

/** A field that is wrong or empty, where it stands, and what it needs. */
export interface DraftFault {
  step: Step;
  message: string;
}

export const EMPTY_DEFINITION: TeamDefinition = {
  title: '',
  kind: 'initiative',
  charter: { outcome: '', inScope: '', outOfScope: '', measures: [] },
  leadRef: '',
  deputyRefs: [],
  platformRefs: [],
  interactionMode: 'collaboration',
  entityRefs: [],
  channels: [],
  requiredExpertise: [],
  checkIds: [],
};

/** A team that begins with the values of a template. */
export function fromTemplate(
  template: TeamTemplate,
  before: TeamDefinition,
  now: Date = new Date(),
): TeamDefinition {
  const { endsAfterDays, inScope, outOfScope, outcome, reviewAfterDays } =
    template;
  return {
    ...before,
    kind: template.kind,
    interactionMode: template.interactionMode,
    charter: {
      outcome,
      inScope,
      outOfScope,
      measures: template.measures.map((measure, index) => ({
        ...measure,
        id: `measure-${index + 1}`,
      })),
    },
    requiredExpertise: template.requiredExpertise,
    reviewAt:
      reviewAfterDays === undefined
        ? undefined
        : dayAhead(reviewAfterDays, now),
    endsAt:
      endsAfterDays === undefined ? undefined : dayAhead(endsAfterDays, now),
  };
}

/** A team that begins with what the data proposes. */
export function fromProposal(
  proposal: TeamProposal,
  before: TeamDefinition,
): TeamDefinition {
  return {
    ...before,
    kind: 'initiative',
    title: proposal.title,
    charter: { ...before.charter, outcome: proposal.outcome },
    platformRefs: proposal.platformRefs,
    entityRefs: proposal.entityRefs,
    requiredExpertise: proposal.requiredExpertise,
    checkIds: proposal.checkIds,
  };
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

function chartedFaults({ charter, title }: TeamDefinition): DraftFault[] {
  const messages = [
    ...(title.trim() ? [] : ['Name: say what the team is called']),
    ...(charter.outcome.trim() ? [] : ['Outcome: say what it delivers']),
    ...charter.measures.flatMap((measure, index) => {
      const place = `Measure ${index + 1}`;
      return [
        ...(measure.title.trim() ? [] : [`${place}: say what is measured`]),
        ...(measure.unit.trim() ? [] : [`${place}: name its unit`]),
        ...(Number.isFinite(measure.start) && Number.isFinite(measure.aim)
          ? []
          : [`${place}: give the start and the aim as numbers`]),
        ...(measure.start === measure.aim
          ? [`${place}: the aim has to differ from the start`]
          : []),
      ];
    }),
  ];
  return messages.map(message => ({ step: 'outcome', message }));
}

function skillFaults({ requiredExpertise }: TeamDefinition): DraftFault[] {
  const messages = requiredExpertise.flatMap(({ count, skillId }, index) => [
    ...(skillId ? [] : [`Skill ${index + 1}: choose a skill`]),
    ...(count >= 1 ? [] : [`Skill ${index + 1}: ask for one person at least`]),
  ]);
  return messages.map(message => ({ step: 'skills', message }));
}

function dateFaults(definition: TeamDefinition): DraftFault[] {
  const { cadence, channels, endsAt, reviewAt } = definition;
  const messages = [
    ...(endsAt && reviewAt && endsAt < reviewAt
      ? ['End: it has to come after the next review']
      : []),
    ...(cadence && !cadence.firstOn
      ? ['First meeting: choose its day, or take the meeting out']
      : []),
    ...(cadence && !TIME.test(cadence.startsAt)
      ? ['Time of the meeting: write it as 14:00']
      : []),
    ...(cadence && !(cadence.minutes >= 1 && cadence.everyWeeks >= 1)
      ? ['Meeting: say how long it takes, and every how many weeks']
      : []),
    ...channels.flatMap(({ title, url }, index) => [
      ...(title.trim() ? [] : [`Channel ${index + 1}: give it a name`]),
      ...(/^https?:\/\/\S+$/.test(url)
        ? []
        : [`Channel ${index + 1}: its address begins with https://`]),
    ]),
  ];
  return messages.map(message => ({ step: 'dates', message }));
}

/** What keeps a team from being proposed or saved. */
export function faultsOf(definition: TeamDefinition): DraftFault[] {
  return [
    ...chartedFaults(definition),
    ...(definition.leadRef
      ? []
      : [{ step: 'people' as const, message: 'Lead: choose who leads' }]),
    ...skillFaults(definition),
    ...dateFaults(definition),
  ];
}

/** What its kind still asks for before the team can go active. */
export function missingToStart(definition: TeamDefinition): DraftFault[] {
  const rules = TEAM_KIND_RULES[definition.kind];
  const { charter, endsAt, platformRefs, requiredExpertise, sponsorRef } =
    definition;
  return [
    ...(rules.asksForMeasures && charter.measures.length === 0
      ? [{ step: 'outcome' as const, message: 'A measure of the outcome' }]
      : []),
    ...(rules.asksForSponsor && !sponsorRef
      ? [{ step: 'people' as const, message: 'A sponsor, who approves it' }]
      : []),
    ...(platformRefs.length < rules.minimumPlatforms
      ? [
          {
            step: 'people' as const,
            message: `${rules.minimumPlatforms} platforms; ${platformRefs.length} named so far`,
          },
        ]
      : []),
    ...(rules.asksForEnd && !endsAt
      ? [{ step: 'dates' as const, message: 'The day on which it ends' }]
      : []),
    ...(requiredExpertise.length > 0
      ? [
          {
            step: 'skills' as const,
            message: 'Somebody in the team for at least one of the skills',
          },
        ]
      : []),
  ];
}

/** What is written of a team, without what came of it. */
export function definitionOf(team: TeamDefinition): TeamDefinition {
  return {
    title: team.title,
    kind: team.kind,
    initiative: team.initiative,
    charter: team.charter,
    sponsorRef: team.sponsorRef,
    leadRef: team.leadRef,
    deputyRefs: team.deputyRefs,
    platformRefs: team.platformRefs,
    interactionMode: team.interactionMode,
    entityRefs: team.entityRefs,
    channels: team.channels,
    cadence: team.cadence,
    reviewAt: team.reviewAt,
    endsAt: team.endsAt,
    requiredExpertise: team.requiredExpertise,
    checkIds: team.checkIds,
  };
}
