import { connectionFromEnvironment } from '../client/connection';
import { ExitCode } from '../exitCodes';
import { describeReceipt, exitCodeOf } from '../output/describeReceipt';
import { Terminal } from '../terminal';
import { getReport } from '../upload/getReport';

/** `synchrony status` */
export async function status(
  reportId: string,
  flags: { json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const receipt = await getReport({
    connection: connectionFromEnvironment(terminal.environment),
    reportId,
  });
  terminal.out(
    flags.json
      ? JSON.stringify(receipt)
      : `${receipt.entityRef}: ${describeReceipt(receipt)}`,
  );
  return exitCodeOf(receipt);
}
