import {
  Campaign,
  CampaignInput,
  EarnedLevel,
} from '@synchrony/backstage-plugin-scorecards-common';

/** A campaign as the fields of a form hold it. */
export interface CampaignDraft {
  title: string;
  description: string;
  scorecardId: string;
  /** Refs with commas between them. */
  within: string;
  tiers: string[];
  types: string;
  lifecycles: string;
  checks: string[];
  level?: EarnedLevel;
  startDate: string;
  targetDate: string;
  milestones: { date: string; sharePct: string }[];
  /** Numbers with commas between them; empty for the portal's. */
  reminderDays: string;
}

function listOf(text: string): string[] | undefined {
  const words = text
    .split(',')
    .map(word => word.trim())
    .filter(Boolean);
  return words.length > 0 ? words : undefined;
}

export function emptyDraft(scorecardId: string, today: string): CampaignDraft {
  return {
    title: '',
    description: '',
    scorecardId,
    within: '',
    tiers: [],
    types: '',
    lifecycles: '',
    checks: [],
    startDate: today,
    targetDate: '',
    milestones: [],
    reminderDays: '',
  };
}

export function draftOf(campaign: Campaign): CampaignDraft {
  const { goal, scope } = campaign;
  return {
    title: campaign.title,
    description: campaign.description ?? '',
    scorecardId: campaign.scorecardId,
    within: (scope.within ?? []).join(', '),
    tiers: scope.tiers ?? [],
    types: (scope.types ?? []).join(', '),
    lifecycles: (scope.lifecycles ?? []).join(', '),
    checks: goal.checks,
    level: goal.level,
    startDate: campaign.startDate,
    targetDate: campaign.targetDate,
    milestones: campaign.milestones.map(({ date, sharePct }) => ({
      date,
      sharePct: String(sharePct),
    })),
    reminderDays: (campaign.reminderDays ?? []).join(', '),
  };
}

export function inputOf(draft: CampaignDraft): CampaignInput {
  const [within, types, lifecycles, days] = [
    draft.within,
    draft.types,
    draft.lifecycles,
    draft.reminderDays,
  ].map(listOf);
  return {
    title: draft.title.trim(),
    ...(draft.description.trim() && { description: draft.description.trim() }),
    scorecardId: draft.scorecardId,
    scope: {
      ...(within && { within }),
      ...(draft.tiers.length > 0 && { tiers: draft.tiers }),
      ...(types && { types }),
      ...(lifecycles && { lifecycles }),
    },
    goal: {
      checks: draft.checks,
      ...(draft.level && { level: draft.level }),
    },
    startDate: draft.startDate,
    targetDate: draft.targetDate,
    milestones: draft.milestones.map(({ date, sharePct }) => ({
      date,
      sharePct: Number(sharePct),
    })),
    ...(days && { reminderDays: days.map(Number) }),
  };
}
