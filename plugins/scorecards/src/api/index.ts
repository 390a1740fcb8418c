export { scorecardsApiRef } from './scorecardsApiRef';
export { useEntityHistory } from './useEntityHistory';
export { useEntityScorecards } from './useEntityScorecards';
export { useScoreChanges } from './useScoreChanges';
export { useEntityScores, type EntityScoresData } from './useEntityScores';
export { useOwnershipRefs } from './useOwnershipRefs';
export {
  useEntityRollup,
  useLevelChanges,
  usePortfolio,
  useRollupHistory,
} from './useRollups';
export { maturityApiRef } from './maturityApiRef';
export { useMaturity, useMaturityModels } from './useMaturity';
export { campaignsApiRef } from './campaignsApiRef';
export {
  useCampaign,
  useCampaignEntities,
  useCampaignHistory,
  useCampaignList,
  useCampaignProgress,
  useExemptions,
  useScopeChanges,
} from './useCampaigns';
export { definitionsApiRef } from './definitionsApiRef';
export { evidenceApiRef } from './evidenceApiRef';
export { reviewsApiRef } from './reviewsApiRef';
export {
  useAgendaPreview,
  useEarlierActions,
  useReview,
  useReviewDecisions,
  useReviewItems,
  useReviewList,
} from './useReviews';
export { useStageChecks } from './useStageChecks';
export { useScorecardsOf } from './useScorecardsOf';
export { useUserRef } from './useUserRef';
