import { GateVerdict } from './gate';

/**
 * How a deployment ended. A rolled back one had succeeded and was taken back:
 * for the change fail rate it failed.
 *
 * @public
 */
export const DEPLOYMENT_OUTCOMES = [
  'succeeded',
  'failed',
  'rolled_back',
] as const;

/** @public */
export type DeploymentOutcome = (typeof DEPLOYMENT_OUTCOMES)[number];

/**
 * Whether an incident was the cause of a deployment: unplanned ones are what
 * the deployment rework rate counts.
 *
 * @public
 */
export const DEPLOYMENT_KINDS = ['planned', 'unplanned'] as const;

/** @public */
export type DeploymentKind = (typeof DEPLOYMENT_KINDS)[number];

/** @public */
export const PIPELINE_OUTCOMES = ['succeeded', 'failed', 'cancelled'] as const;

/** @public */
export type PipelineOutcome = (typeof PIPELINE_OUTCOMES)[number];

/** Most deployments or pipeline runs of one request. @public */
export const MOST_DELIVERIES_PER_REQUEST = 1000;

/** Most steps that are kept of a pipeline run. @public */
export const MOST_PIPELINE_STEPS = 200;

/**
 * A deployment as it is sent. Entity, environment and id tell it apart: sent
 * again, the later state by `updatedAt` is the one that counts.
 *
 * @public
 */
export interface DeploymentRequest {
  entityRef: string;
  environment: string;
  /** Its id where it was made; unique in the environment of the entity. */
  deploymentId: string;
  commit?: string;
  /** When the commit was made, ISO 8601; where the change lead time begins. */
  commitTime?: string;
  version?: string;
  /** ISO 8601. */
  startedAt?: string;
  /** ISO 8601. */
  finishedAt: string;
  /** Since when this is its state, ISO 8601; `finishedAt` by default. */
  updatedAt?: string;
  outcome: DeploymentOutcome;
  kind?: DeploymentKind;
  /** Id of the failed deployment that this one recovers. */
  recovers?: string;
  /** Like `sha256:…`. */
  artifactDigest?: string;
  url?: string;
}

/** A deployment as it is kept. @public */
export interface Deployment extends DeploymentRequest {
  updatedAt: string;
  /** ISO 8601. */
  receivedAt: string;
  /** Who said so. */
  submitter: string;
}

/** What the gate said to a pipeline, and whether the pipeline kept to it. @public */
export interface PipelineGate {
  /** Id of the policy. */
  policy: string;
  verdict: GateVerdict;
  /** Whether the pipeline stopped when it was blocked. */
  obeyed: boolean;
}

/** @public */
export interface PipelineStep {
  name: string;
  outcome: PipelineOutcome;
  /** ISO 8601. */
  startedAt?: string;
  finishedAt?: string;
}

/**
 * A run of a pipeline as it is sent. Entity, pipeline and run id tell it apart.
 *
 * @public
 */
export interface PipelineRunRequest {
  entityRef: string;
  pipeline: string;
  runId: string;
  ref: string;
  commit: string;
  /** When the commit was made, ISO 8601. */
  commitTime?: string;
  /** ISO 8601. */
  startedAt: string;
  finishedAt: string;
  /** Since when this is its state, ISO 8601; `finishedAt` by default. */
  updatedAt?: string;
  outcome: PipelineOutcome;
  gate?: PipelineGate;
  url: string;
  steps?: PipelineStep[];
}

/** A run of a pipeline as it is kept. @public */
export interface PipelineRun extends PipelineRunRequest {
  updatedAt: string;
  /** ISO 8601. */
  receivedAt: string;
  /** Who said so. */
  submitter: string;
}

/** What became of each item of a request, in its order. @public */
export interface DeliveryAnswer {
  items: {
    /** False for a state that is older than the one that is known. */
    applied: boolean;
    reason?: 'older';
  }[];
}

/** @public */
export interface DeliveriesQuery {
  entityRef?: string;
  /** Finished then or later, ISO 8601. */
  since?: string;
  cursor?: string;
  limit?: number;
}

/** @public */
export interface DeploymentsQuery extends DeliveriesQuery {
  environment?: string;
}

/** @public */
export interface PipelineRunsQuery extends DeliveriesQuery {
  pipeline?: string;
  ref?: string;
}
