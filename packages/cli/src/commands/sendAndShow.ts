import { connectionFromEnvironment } from '../client/connection';
import { Delivery, sendDelivery } from '../deliveries/sendDelivery';
import { EXIT_CODES, ExitCode } from '../exitCodes';
import { Terminal } from '../terminal';
import { timeoutOf } from './timeout';

/** Sends one deployment or pipeline run and says what became of it. */
export async function sendAndShow(
  delivery: Delivery,
  flags: { timeout: string; json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const answer = await sendDelivery({
    connection: connectionFromEnvironment(terminal.environment),
    delivery,
    retry: {
      onRetry: reason => terminal.err(`${reason}, trying again`),
    },
    signal: AbortSignal.timeout(timeoutOf(flags) * 1000),
  });
  const { entityRef } = delivery.request;
  const line = answer.applied
    ? 'recorded'
    : 'kept, but a later state is known already';
  terminal.out(flags.json ? JSON.stringify(answer) : `${entityRef}: ${line}`);
  return EXIT_CODES.ok;
}
