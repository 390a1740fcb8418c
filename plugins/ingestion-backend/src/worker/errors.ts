import { CustomErrorBase } from '@backstage/errors';
import { FaultMessage } from './protocol';

/** The report can't be read; sending it again changes nothing. */
export class ReportFaultError extends CustomErrorBase {
  name = 'ReportFaultError' as const;
  readonly fault: FaultMessage;

  constructor(fault: FaultMessage) {
    super(fault.message);
    this.fault = fault;
  }
}

/** The thread that read a report is gone. */
export class WorkerDiedError extends CustomErrorBase {
  name = 'WorkerDiedError' as const;
  /** `crash` may be bad luck; the others come again with the same report. */
  readonly reason: 'memory' | 'timeout' | 'crash' | 'stopped';

  constructor(reason: WorkerDiedError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}
