export {
  SecurityCardSectionBlueprint,
  securityCardSectionDataRef,
  type SecurityCardSection,
  type SecurityCardSectionParams,
  type SecurityCardSectionProps,
} from './SecurityCardSectionBlueprint';
export {
  CheckWaiverBlueprint,
  checkWaiverDataRef,
  type CheckWaiver,
  type CheckWaiverParams,
  type CheckWaiverProps,
} from './CheckWaiverBlueprint';
