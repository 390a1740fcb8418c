import {
  DeploymentRequest,
  PipelineRunRequest,
} from '@synchrony/backstage-plugin-ingestion-common';

/** What deployments and pipeline runs have in common. */
export type DeliveryRequest = DeploymentRequest | PipelineRunRequest;

/** Columns that both tables have. Times are milliseconds. */
export interface DeliveryRow {
  id: string;
  entity_ref: string;
  finished_at: number | string;
  updated_at: number | string;
  received_at: number | string;
  submitter: string;
}

export interface DeploymentRow extends DeliveryRow {
  environment: string;
  deployment_id: string;
  commit: string | null;
  commit_time: number | string | null;
  version: string | null;
  started_at: number | string | null;
  outcome: string;
  kind: string | null;
  recovers: string | null;
  artifact_digest: string | null;
  url: string | null;
}

export interface PipelineRunRow extends DeliveryRow {
  pipeline: string;
  run_id: string;
  ref: string;
  commit: string;
  commit_time: number | string | null;
  started_at: number | string;
  outcome: string;
  gate_policy: string | null;
  gate_verdict: string | null;
  gate_obeyed: boolean | number | null;
  url: string;
  steps: string | null;
}

/** Who sent something, and when it arrived. */
export interface Receiving {
  submitter: string;
  receivedAt: number;
}

/** How a kind of delivery becomes a row and is told apart. */
export interface DeliveryKind<
  Request extends DeliveryRequest,
  Row extends DeliveryRow,
> {
  table: 'deployments' | 'pipeline_runs';
  /** Hash of what tells it apart; the entity is part of it. */
  idOf(row: Omit<Row, 'id'>): string;
  toRow(request: Request, receiving: Receiving): Row;
  fromRow(row: Row): Request & {
    updatedAt: string;
    receivedAt: string;
    submitter: string;
  };
}
