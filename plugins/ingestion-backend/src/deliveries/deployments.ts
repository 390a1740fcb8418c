import {
  DEPLOYMENT_KINDS,
  DEPLOYMENT_OUTCOMES,
  DeploymentRequest,
} from '@synchrony/backstage-plugin-ingestion-common';
import { isoOf, keyOf, msOf } from './columns';
import { DeliveryKind, DeploymentRow } from './types';

/** Deployments as rows. */
export const deployments: DeliveryKind<DeploymentRequest, DeploymentRow> = {
  table: 'deployments',
  idOf: row =>
    keyOf('deployment', row.entity_ref, row.environment, row.deployment_id),
  toRow(request, { receivedAt, submitter }) {
    const { deploymentId, entityRef, environment } = request;
    const row = {
      entity_ref: entityRef,
      environment,
      deployment_id: deploymentId,
      commit: request.commit ?? null,
      commit_time: msOf(request.commitTime),
      version: request.version ?? null,
      started_at: msOf(request.startedAt),
      finished_at: msOf(request.finishedAt),
      updated_at: msOf(request.updatedAt ?? request.finishedAt),
      outcome: request.outcome,
      kind: request.kind ?? null,
      recovers: request.recovers ?? null,
      artifact_digest: request.artifactDigest ?? null,
      url: request.url ?? null,
      received_at: receivedAt,
      submitter,
    };
    return { id: deployments.idOf(row), ...row };
  },
  fromRow(row) {
    return {
      entityRef: row.entity_ref,
      environment: row.environment,
      deploymentId: row.deployment_id,
      commit: row.commit ?? undefined,
      commitTime: isoOf(row.commit_time),
      version: row.version ?? undefined,
      startedAt: isoOf(row.started_at),
      finishedAt: isoOf(row.finished_at),
      updatedAt: isoOf(row.updated_at),
      outcome:
        DEPLOYMENT_OUTCOMES.find(outcome => outcome === row.outcome) ??
        'failed',
      kind: DEPLOYMENT_KINDS.find(kind => kind === row.kind),
      recovers: row.recovers ?? undefined,
      artifactDigest: row.artifact_digest ?? undefined,
      url: row.url ?? undefined,
      receivedAt: isoOf(row.received_at),
      submitter: row.submitter,
    };
  },
};
