import { JsonObject } from '@backstage/types';
import {
  DEPLOYMENT_KINDS,
  DEPLOYMENT_OUTCOMES,
  GATE_VERDICTS,
  MOST_PIPELINE_STEPS,
  PIPELINE_OUTCOMES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { flag, list, object, page, text, time, words } from './building';

const name: JsonObject = { type: 'string', minLength: 1, maxLength: 200 };
const commit: JsonObject = { type: 'string', pattern: '^[0-9a-fA-F]{4,64}$' };
const url: JsonObject = { type: 'string', format: 'uri', maxLength: 2000 };

/** What the service adds to what was sent. */
const KEPT: JsonObject = { receivedAt: time, submitter: text };

const DEPLOYMENT: JsonObject = {
  entityRef: text,
  environment: name,
  deploymentId: {
    ...name,
    description: 'Tells it apart in the environment of the entity',
  },
  commit,
  commitTime: { ...time, description: 'Where the change lead time begins' },
  version: name,
  startedAt: time,
  finishedAt: time,
  updatedAt: {
    ...time,
    description: 'Since when this is its state; finishedAt by default',
  },
  outcome: words(DEPLOYMENT_OUTCOMES),
  kind: {
    ...words(DEPLOYMENT_KINDS),
    description: 'unplanned where an incident was the cause',
  },
  recovers: { ...name, description: 'Id of the failed deployment' },
  artifactDigest: { type: 'string', description: 'Like sha256:0a1b…' },
  url,
};

const OPTIONAL_OF_DEPLOYMENT = [
  'commit',
  'commitTime',
  'version',
  'startedAt',
  'kind',
  'recovers',
  'artifactDigest',
  'url',
];

const PIPELINE_RUN: JsonObject = {
  entityRef: text,
  pipeline: name,
  runId: { ...name, description: 'Tells it apart in the pipeline' },
  ref: name,
  commit,
  commitTime: time,
  startedAt: time,
  finishedAt: time,
  updatedAt: {
    ...time,
    description: 'Since when this is its state; finishedAt by default',
  },
  outcome: words(PIPELINE_OUTCOMES),
  gate: object({
    policy: name,
    verdict: words(GATE_VERDICTS),
    obeyed: {
      ...flag,
      description: 'Whether the pipeline did what the gate said',
    },
  }),
  url,
  steps: {
    ...list(
      object(
        {
          name,
          outcome: words(PIPELINE_OUTCOMES),
          startedAt: time,
          finishedAt: time,
        },
        ['startedAt', 'finishedAt'],
      ),
    ),
    maxItems: MOST_PIPELINE_STEPS,
  },
};

const OPTIONAL_OF_RUN = ['commitTime', 'gate', 'steps'];

/** What is sent and answered about deployments, pipeline runs and webhooks. */
export const deliverySchemas: JsonObject = {
  DeploymentRequest: object(DEPLOYMENT, [
    ...OPTIONAL_OF_DEPLOYMENT,
    'updatedAt',
  ]),
  Deployment: object({ ...DEPLOYMENT, ...KEPT }, OPTIONAL_OF_DEPLOYMENT),
  DeploymentPage: page('Deployment'),
  PipelineRunRequest: object(PIPELINE_RUN, [...OPTIONAL_OF_RUN, 'updatedAt']),
  PipelineRun: object({ ...PIPELINE_RUN, ...KEPT }, OPTIONAL_OF_RUN),
  PipelineRunPage: page('PipelineRun'),
  DeliveryAnswer: object({
    items: list(
      object({ applied: flag, reason: words(['older']) }, ['reason']),
    ),
  }),
  WebhookAnswer: {
    oneOf: [
      object({
        status: { const: 'accepted' },
        reportId: text,
        links: object({ self: text }),
      }),
      object({ status: { const: 'recorded' }, applied: flag }),
      object({ status: { const: 'ignored' }, reason: text }),
      object({ status: { const: 'pong' } }),
    ],
  },
};
