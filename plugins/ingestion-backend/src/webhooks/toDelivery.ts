import {
  DeploymentRequest,
  PipelineRunRequest,
} from '@synchrony/backstage-plugin-ingestion-common';
import { z } from 'zod';
import { RequestError } from '../service/RequestError';
import { GithubPayload } from './readDelivery';

/** What an event is about, without its entity, or why it is left out. */
export type Mapped<T> = { request: Omit<T, 'entityRef'> } | { ignored: string };

const COMMIT = z.string().regex(/^[0-9a-f]{7,64}$/i);
const NAME = z.string().trim().min(1).max(200);
const TIME = z.iso
  .datetime({ offset: true })
  .transform(text => new Date(text).toISOString());

const DEPLOYMENT = z.looseObject({
  deployment: z.looseObject({
    id: z.number().int(),
    sha: COMMIT,
    created_at: TIME,
  }),
  deployment_status: z.looseObject({
    state: z.string(),
    environment: NAME.optional(),
    created_at: TIME,
    updated_at: TIME.optional(),
    log_url: z.string().nullish(),
    target_url: z.string().nullish(),
  }),
});

const DEPLOYMENT_STATES = new Map<string, DeploymentRequest['outcome']>([
  ['success', 'succeeded'],
  ['failure', 'failed'],
  ['error', 'failed'],
]);

/** `deployment_status`: the state of a deployment, once it has ended. */
export function toDeployment(
  payload: GithubPayload,
): Mapped<DeploymentRequest> {
  const { deployment, deployment_status: status } = read(payload, DEPLOYMENT);
  const outcome = DEPLOYMENT_STATES.get(status.state);
  const environment =
    status.environment ?? NAME.safeParse(deployment.environment).data;
  if (!outcome || !environment) {
    return { ignored: `a deployment that is ${status.state} has not ended` };
  }
  return {
    request: {
      environment,
      deploymentId: String(deployment.id),
      commit: deployment.sha,
      startedAt: earlier(deployment.created_at, status.created_at),
      finishedAt: status.created_at,
      updatedAt: status.updated_at ?? status.created_at,
      outcome,
      url: [status.log_url, status.target_url].find(isWebAddress) ?? undefined,
    },
  };
}

const WORKFLOW_RUN = z.looseObject({
  workflow_run: z.looseObject({
    id: z.number().int(),
    name: NAME.nullish(),
    path: NAME.nullish(),
    head_branch: NAME.nullish(),
    head_sha: COMMIT,
    head_commit: z.looseObject({ timestamp: TIME.optional() }).nullish(),
    status: z.string().nullish(),
    conclusion: z.string().nullish(),
    created_at: TIME,
    run_started_at: TIME.optional(),
    updated_at: TIME,
    html_url: z.string(),
  }),
});

const CONCLUSIONS = new Map<string, PipelineRunRequest['outcome']>([
  ['success', 'succeeded'],
  ['failure', 'failed'],
  ['timed_out', 'failed'],
  ['startup_failure', 'failed'],
  ['cancelled', 'cancelled'],
]);

/** `workflow_run`: a run of a workflow, once it is completed. */
export function toPipelineRun(
  payload: GithubPayload,
): Mapped<PipelineRunRequest> {
  const { workflow_run: run } = read(payload, WORKFLOW_RUN);
  const outcome = CONCLUSIONS.get(run.conclusion ?? '');
  const pipeline = run.path?.split('@')[0] ?? run.name;
  if (payload.action !== 'completed' || !outcome) {
    return {
      ignored: `a run that is ${run.conclusion ?? payload.action} is no outcome`,
    };
  }
  if (!pipeline || !run.head_branch || !isWebAddress(run.html_url)) {
    return { ignored: 'the run has no workflow, branch or address' };
  }
  return {
    request: {
      pipeline,
      runId: String(run.id),
      ref: run.head_branch,
      commit: run.head_sha,
      commitTime: run.head_commit?.timestamp,
      startedAt: earlier(run.run_started_at ?? run.created_at, run.updated_at),
      finishedAt: run.updated_at,
      outcome,
      url: run.html_url,
    },
  };
}

/** Clocks of services differ: nothing starts after its end. */
function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

function isWebAddress(text: string | null | undefined): text is string {
  return (
    typeof text === 'string' &&
    text.length <= 2000 &&
    URL.canParse(text) &&
    /^https?:$/.test(new URL(text).protocol)
  );
}

function read<T extends z.ZodType>(
  payload: GithubPayload,
  schema: T,
): z.output<T> {
  const result = schema.safeParse(payload);
  if (!result.success) {
    const path = ['body', ...result.error.issues[0].path].map(String).join('.');
    throw new RequestError(400, `${path} is not as GitHub sends it`, path);
  }
  return result.data;
}
