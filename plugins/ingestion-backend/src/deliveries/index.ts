export { deployments } from './deployments';
export { gateOf, pipelineRuns } from './pipelineRuns';
export { newestStates } from './newestStates';
export type {
  DeliveryKind,
  DeliveryRequest,
  DeliveryRow,
  DeploymentRow,
  PipelineRunRow,
} from './types';
