import {
  ScorecardReview,
  ScorecardReviewInput,
} from '@synchrony/backstage-plugin-scorecards-common';

/** A review as the fields of a form hold it. */
export interface ReviewDraft {
  title: string;
  scorecardId: string;
  within: string[];
  entities: string[];
  tiers: string[];
  /** Kept as they are: they are set through the API only. */
  types?: string[];
  lifecycles?: string[];
  facilitator: string;
  participants: string[];
  /** Empty for none. */
  plannedFor: string;
}

export function emptyReviewDraft(
  scorecardId: string,
  facilitator: string,
  within?: string,
): ReviewDraft {
  return {
    title: '',
    scorecardId,
    within: within ? [within] : [],
    entities: [],
    tiers: [],
    facilitator,
    participants: [],
    plannedFor: '',
  };
}

export function draftOfReview(review: ScorecardReview): ReviewDraft {
  const { scope } = review;
  return {
    title: review.title,
    scorecardId: review.scorecardId,
    within: scope.within ?? [],
    entities: scope.entities ?? [],
    tiers: scope.tiers ?? [],
    types: scope.types,
    lifecycles: scope.lifecycles,
    facilitator: review.facilitator,
    participants: review.participants ?? [],
    plannedFor: review.plannedFor ?? '',
  };
}

export function inputOfReview(draft: ReviewDraft): ScorecardReviewInput {
  const { entities, lifecycles, participants, tiers, types, within } = draft;
  return {
    title: draft.title.trim(),
    scorecardId: draft.scorecardId,
    scope: {
      ...(within.length > 0 && { within }),
      ...(entities.length > 0 && { entities }),
      ...(tiers.length > 0 && { tiers }),
      ...(types && { types }),
      ...(lifecycles && { lifecycles }),
    },
    facilitator: draft.facilitator,
    ...(participants.length > 0 && { participants }),
    ...(draft.plannedFor && { plannedFor: draft.plannedFor }),
  };
}
