export {
  chooseEntity,
  repositoryPathOf,
  type EntityChoice,
  type RepositoryEntity,
} from './chooseEntity';
export { readDelivery, type GithubPayload } from './readDelivery';
export { signersOf, signsFor } from './secrets';
export { ALERT_EVENTS, ALERT_FORMAT, toAlertReport } from './toAlertReport';
export { toDeployment, toPipelineRun, type Mapped } from './toDelivery';
