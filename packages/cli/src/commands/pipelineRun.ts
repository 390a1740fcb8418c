import {
  GATE_VERDICTS,
  PIPELINE_OUTCOMES,
  PipelineGate,
} from '@synchrony/backstage-plugin-ingestion-common';
import { CliError } from '../CliError';
import { optionalTimeOf, timeOf, wordOf } from '../deliveries/flags';
import { EXIT_CODES, ExitCode } from '../exitCodes';
import { Terminal } from '../terminal';
import { ciContext } from '../upload/ciContext';
import { fullEntityRef } from '../upload/entityRef';
import { sendAndShow } from './sendAndShow';

export interface PipelineRunFlags {
  entity: string;
  pipeline: string;
  runId: string;
  outcome: string;
  url: string;
  startedAt: string;
  finishedAt?: string;
  ref?: string;
  commit?: string;
  commitTime?: string;
  gatePolicy: string;
  gateVerdict?: string;
  gateIgnored?: boolean;
  timeout: string;
  json?: boolean;
}

function gateOf(flags: PipelineRunFlags): PipelineGate | undefined {
  return flags.gateVerdict === undefined
    ? undefined
    : {
        policy: flags.gatePolicy,
        verdict: wordOf(GATE_VERDICTS, '--gate-verdict', flags.gateVerdict),
        obeyed: !flags.gateIgnored,
      };
}

/** `synchrony pipeline-run` */
export async function pipelineRun(
  flags: PipelineRunFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const ci = ciContext(terminal.environment);
  const ref = flags.ref ?? ci.ref;
  const commit = flags.commit ?? ci.commit;
  if (!ref || !commit) {
    throw new CliError(
      `The pipeline does not say what it builds; name it with ${ref ? '--commit' : '--ref'}.`,
      EXIT_CODES.usage,
    );
  }
  const request = {
    entityRef: fullEntityRef(flags.entity),
    pipeline: flags.pipeline,
    runId: flags.runId,
    ref,
    commit,
    commitTime: optionalTimeOf('--commit-time', flags.commitTime),
    startedAt: timeOf('--started-at', flags.startedAt),
    finishedAt:
      optionalTimeOf('--finished-at', flags.finishedAt) ??
      new Date().toISOString(),
    outcome: wordOf(PIPELINE_OUTCOMES, '--outcome', flags.outcome),
    gate: gateOf(flags),
    url: flags.url,
  };
  return sendAndShow({ path: '/pipeline-runs', request }, flags, terminal);
}
