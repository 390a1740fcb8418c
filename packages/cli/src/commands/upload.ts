import { CliError } from '../CliError';
import { Connection, connectionFromEnvironment } from '../client/connection';
import { EXIT_CODES, ExitCode, worstExitCode } from '../exitCodes';
import { describeReceipt, exitCodeOf } from '../output/describeReceipt';
import { readReportFile } from '../readReportFile';
import { Terminal } from '../terminal';
import { ciContext } from '../upload/ciContext';
import { fullEntityRef } from '../upload/entityRef';
import { waitForReport } from '../upload/getReport';
import { ReportParameters, uploadReport } from '../upload/uploadReport';
import { timeoutOf } from './timeout';

export interface UploadFlags {
  entity: string;
  tool?: string;
  category?: string;
  format?: string;
  ref?: string;
  commit?: string;
  environment?: string;
  startedAt?: string;
  partial?: boolean;
  emptyIsClean?: boolean;
  idempotencyKey?: string;
  wait: boolean;
  timeout: string;
  json?: boolean;
}

function parametersOf(
  flags: UploadFlags,
  environment: NodeJS.ProcessEnv,
): ReportParameters {
  const ci = ciContext(environment);
  const startedAt = flags.startedAt ? new Date(flags.startedAt) : undefined;
  if (startedAt && Number.isNaN(startedAt.valueOf())) {
    throw new CliError(
      '--started-at is no time: write it like 2026-01-31T14:00:00Z.',
      EXIT_CODES.usage,
    );
  }
  return {
    entityRef: fullEntityRef(flags.entity),
    format: flags.format,
    tool: flags.tool,
    category: flags.category,
    ref: flags.ref ?? ci.ref,
    commit: flags.commit ?? ci.commit,
    environment: flags.environment,
    startedAt: startedAt?.toISOString(),
    complete: flags.partial ? false : undefined,
    emptyMeansClean: flags.emptyIsClean ? true : undefined,
  };
}

async function uploadFile(
  file: string,
  context: {
    connection: Connection;
    parameters: ReportParameters;
    timeoutSeconds: number;
    flags: UploadFlags;
    terminal: Terminal;
  },
): Promise<ExitCode> {
  const { connection, parameters, timeoutSeconds, flags, terminal } = context;
  const retry = {
    onRetry: (reason: string) =>
      terminal.err(`${file}: ${reason}, trying again`),
  };
  const show = (fields: object, line: string) =>
    terminal.out(
      flags.json ? JSON.stringify({ file, ...fields }) : `${file}: ${line}`,
    );
  try {
    const body = await readReportFile(file);
    const answer = await uploadReport({
      connection,
      body,
      parameters,
      idempotencyKey: flags.idempotencyKey,
      retry,
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
    });
    if (!flags.wait) {
      show(answer, `${answer.status} ${answer.reportId}`);
      return exitCodeOf(answer);
    }
    const receipt = await waitForReport({
      connection,
      reportId: answer.reportId,
      timeoutSeconds,
      retry,
    });
    show(receipt, describeReceipt(receipt));
    return exitCodeOf(receipt);
  } catch (error) {
    if (!(error instanceof CliError)) {
      throw error;
    }
    if (flags.json) {
      show({ error: { message: error.message } }, '');
    } else {
      terminal.err(`${file}: ${error.message}`);
    }
    return error.exitCode;
  }
}

/** `synchrony upload` */
export async function upload(
  files: string[],
  flags: UploadFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  if (flags.idempotencyKey && files.length > 1) {
    throw new CliError(
      '--idempotency-key names one report; send one file with it.',
      EXIT_CODES.usage,
    );
  }
  const context = {
    connection: connectionFromEnvironment(terminal.environment),
    parameters: parametersOf(flags, terminal.environment),
    timeoutSeconds: timeoutOf(flags),
    flags,
    terminal,
  };
  const codes: ExitCode[] = [];
  for (const file of files) {
    codes.push(await uploadFile(file, context));
  }
  return worstExitCode(codes);
}
