import { GateAnswer } from '@synchrony/backstage-plugin-ingestion-common';
import { CliError } from '../CliError';
import { connectionFromEnvironment } from '../client/connection';
import { EXIT_CODES, ExitCode } from '../exitCodes';
import { askGate } from '../gate/askGate';
import { failClosedOf } from '../gate/failClosedOf';
import { knownPolicy, rememberPolicy } from '../gate/policyCache';
import { describeGate } from '../output/describeGate';
import { Terminal } from '../terminal';
import { ciContext } from '../upload/ciContext';
import { fullEntityRef } from '../upload/entityRef';
import { timeoutOf } from './timeout';

export interface GateFlags {
  entity: string;
  ref?: string;
  commit?: string;
  base?: string;
  policy?: string;
  failClosed?: boolean;
  cache?: string;
  timeout: string;
  json?: boolean;
}

/** `synchrony gate` */
export async function gate(
  flags: GateFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const failClosed = failClosedOf(flags, terminal.environment);
  const ci = ciContext(terminal.environment);
  const options = {
    connection: connectionFromEnvironment(terminal.environment),
    request: {
      entityRef: fullEntityRef(flags.entity),
      ref: flags.ref ?? ci.ref,
      commit: flags.commit ?? ci.commit,
      base: flags.base,
      policy: flags.policy,
    },
    retry: {
      onRetry: (reason: string) => terminal.err(`${reason}, trying again`),
    },
    signal: AbortSignal.timeout(timeoutOf(flags) * 1000),
  };
  let answer: GateAnswer;
  try {
    answer = await askGate(options);
  } catch (error) {
    return withoutAnswer(error, { ...flags, failClosed }, terminal);
  }
  if (flags.json) {
    terminal.out(JSON.stringify(answer));
  } else {
    describeGate(answer).forEach(terminal.out);
  }
  if (flags.cache !== undefined) {
    await rememberPolicy(flags.cache, answer, terminal);
  } else if (answer.policy.failClosed && failClosed === undefined) {
    terminal.err(
      `Policy ${answer.policy.id} stops pipelines when the gate can’t be asked: add --fail-closed.`,
    );
  }
  return answer.verdict === 'block' ? EXIT_CODES.blocked : EXIT_CODES.ok;
}

/** An outage stops only those who want that; a mistake in the call stops all. */
async function withoutAnswer(
  error: unknown,
  { cache, failClosed, policy }: GateFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  if (!(error instanceof CliError)) {
    throw error;
  }
  if (error.exitCode !== EXIT_CODES.unavailable || failClosed) {
    throw error;
  }
  const known =
    failClosed === undefined && cache !== undefined
      ? await knownPolicy(cache, policy, terminal)
      : undefined;
  if (known?.failClosed) {
    terminal.err(
      `Policy ${known.id} stops pipelines when the gate can’t be asked, as of its last answer.`,
    );
    throw error;
  }
  terminal.err(`warn: the gate was not asked. ${error.message}`);
  terminal.err('Going on without a verdict; --fail-closed would stop here.');
  return EXIT_CODES.ok;
}
