import {
  DeploymentRequest,
  PipelineRunRequest,
} from '@synchrony/backstage-plugin-ingestion-common';
import { refOf } from '../organisation';
import { daysBefore } from '../time';
import { DemoRelease } from './types';

const RUN_DAYS = 12 / (24 * 60);
const DEPLOYMENT_DAYS = 3 / (24 * 60);

/** The run of the pipeline that led to a release. */
export function toPipelineRun(
  { age, commit, component, verdict, version }: DemoRelease,
  now: Date,
): PipelineRunRequest {
  const endedAgo = age + DEPLOYMENT_DAYS;
  return {
    entityRef: refOf(component),
    pipeline: 'release',
    runId: version,
    ref: component.defaultBranch,
    commit,
    startedAt: daysBefore(now, endedAgo + RUN_DAYS).toISOString(),
    finishedAt: daysBefore(now, endedAgo).toISOString(),
    outcome: 'succeeded',
    url: `${component.repository}/-/pipelines/${version}`,
    // What is released although the gate said block has not obeyed.
    gate: verdict && {
      policy: 'default',
      verdict,
      obeyed: verdict !== 'block',
    },
  };
}

/** The deployment of a release. */
export function toDeployment(
  { age, commit, component, digest, version }: DemoRelease,
  now: Date,
): DeploymentRequest {
  return {
    entityRef: refOf(component),
    environment: 'production',
    deploymentId: version,
    commit,
    version,
    startedAt: daysBefore(now, age + DEPLOYMENT_DAYS).toISOString(),
    finishedAt: daysBefore(now, age).toISOString(),
    outcome: 'succeeded',
    artifactDigest: digest,
  };
}
