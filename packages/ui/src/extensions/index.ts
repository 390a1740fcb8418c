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
export { AskChampion, AskChampionProvider } from './AskChampion';
export {
  AskChampionBlueprint,
  askChampionDataRef,
  type AskChampionButton,
  type AskChampionParams,
  type AskChampionProps,
  type AskChampionSubject,
} from './AskChampionBlueprint';
export {
  TeamsOnChecks,
  TeamsOnChecksProvider,
  useTeamsOnChecks,
} from './TeamsOnChecks';
export {
  TeamsOnChecksBlueprint,
  teamsOnChecksDataRef,
  type TeamsOnChecksMark,
  type TeamsOnChecksParams,
  type TeamsOnChecksProps,
} from './TeamsOnChecksBlueprint';
