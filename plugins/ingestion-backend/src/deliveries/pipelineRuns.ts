import {
  GATE_VERDICTS,
  PIPELINE_OUTCOMES,
  PipelineGate,
  PipelineRunRequest,
} from '@synchrony/backstage-plugin-ingestion-common';
import { toBoolean } from '../store/engine';
import { isoOf, keyOf, msOf } from './columns';
import { DeliveryKind, PipelineRunRow } from './types';

/** What a row says of the gate; undefined when it was not asked. */
export function gateOf(
  row: Pick<PipelineRunRow, 'gate_policy' | 'gate_verdict' | 'gate_obeyed'>,
): PipelineGate | undefined {
  const verdict = GATE_VERDICTS.find(word => word === row.gate_verdict);
  return row.gate_policy === null || !verdict
    ? undefined
    : {
        policy: row.gate_policy,
        verdict,
        obeyed: row.gate_obeyed !== null && toBoolean(row.gate_obeyed),
      };
}

/** Runs of pipelines as rows. */
export const pipelineRuns: DeliveryKind<PipelineRunRequest, PipelineRunRow> = {
  table: 'pipeline_runs',
  idOf: row => keyOf('pipeline-run', row.entity_ref, row.pipeline, row.run_id),
  toRow(request, { receivedAt, submitter }) {
    const { entityRef, pipeline, runId } = request;
    const row = {
      entity_ref: entityRef,
      pipeline,
      run_id: runId,
      ref: request.ref,
      commit: request.commit,
      commit_time: msOf(request.commitTime),
      started_at: msOf(request.startedAt),
      finished_at: msOf(request.finishedAt),
      updated_at: msOf(request.updatedAt ?? request.finishedAt),
      outcome: request.outcome,
      gate_policy: request.gate?.policy ?? null,
      gate_verdict: request.gate?.verdict ?? null,
      gate_obeyed: request.gate?.obeyed ?? null,
      url: request.url,
      steps: request.steps ? JSON.stringify(request.steps) : null,
      received_at: receivedAt,
      submitter,
    };
    return { id: pipelineRuns.idOf(row), ...row };
  },
  fromRow(row) {
    return {
      entityRef: row.entity_ref,
      pipeline: row.pipeline,
      runId: row.run_id,
      ref: row.ref,
      commit: row.commit,
      commitTime: isoOf(row.commit_time),
      startedAt: isoOf(row.started_at),
      finishedAt: isoOf(row.finished_at),
      updatedAt: isoOf(row.updated_at),
      outcome:
        PIPELINE_OUTCOMES.find(outcome => outcome === row.outcome) ?? 'failed',
      gate: gateOf(row),
      url: row.url,
      steps: row.steps === null ? undefined : JSON.parse(row.steps),
      receivedAt: isoOf(row.received_at),
      submitter: row.submitter,
    };
  },
};
