export {
  SecurityCardSectionBlueprint,
  securityCardSectionDataRef,
  type SecurityCardSection,
  type SecurityCardSectionParams,
  type SecurityCardSectionProps,
} from './SecurityCardSectionBlueprint';
