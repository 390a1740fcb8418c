import { Worker } from 'node:worker_threads';
import { isError, stringifyError } from '@backstage/errors';
import { Engine } from '../rows';
import { ReportFaultError, WorkerDiedError } from './errors';
import {
  FromWorker,
  InventoryPlan,
  ParsedHeader,
  ParseRequest,
  ScanOrder,
  ScanPlan,
  ToWorker,
} from './protocol';
import {
  REPORT_WORKER_FILE,
  REPORT_WORKER_ROLE,
  ReportWorkerData,
} from './reportWorker';

export interface WorkerLimits {
  /** Memory of a thread. */
  memoryMb: number;
  /** For reading, and for comparing, one report. */
  timeoutMs: number;
  /** Modules of formats besides the built-in ones. */
  formatFiles?: string[];
}

/** Findings live until the report is done; a small one would copy them often. */
const YOUNG_GENERATION_MB = 192;

/** The sources need the transformation that runs this process, too. */
function execArgv(): string[] {
  return REPORT_WORKER_FILE.endsWith('.ts')
    ? ['--require', require.resolve('@backstage/cli/config/nodeTransform.cjs')]
    : [];
}

/** One thread that reads reports, one after the other. */
export class WorkerSession {
  readonly #limits: WorkerLimits;
  readonly #worker: Worker;
  #death: WorkerDiedError | undefined;
  #waiting:
    | { resolve(message: FromWorker): void; reject(error: Error): void }
    | undefined;

  constructor(limits: WorkerLimits) {
    this.#limits = limits;
    this.#worker = new Worker(REPORT_WORKER_FILE, {
      workerData: {
        role: REPORT_WORKER_ROLE,
        memoryMb: limits.memoryMb,
        formatFiles: limits.formatFiles ?? [],
      } satisfies ReportWorkerData,
      execArgv: execArgv(),
      resourceLimits: {
        maxOldGenerationSizeMb: limits.memoryMb,
        maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
      },
    });
    this.#worker.unref();
    this.#worker.on('message', (message: FromWorker) => {
      if (message.kind !== 'ready') {
        this.#waiting?.resolve(message);
        this.#waiting = undefined;
      }
    });
    this.#worker.on('error', error => this.#die(toDeath(error, limits)));
    this.#worker.on('exit', code =>
      this.#die(
        new WorkerDiedError('crash', `The reading thread ended with ${code}`),
      ),
    );
  }

  get alive(): boolean {
    return this.#death === undefined;
  }

  begin(request: ParseRequest): void {
    this.#send({ kind: 'begin', request });
  }

  /** Hands a piece of the body over; the caller must not use it any more. */
  write(bytes: Uint8Array): void {
    const whole =
      bytes.byteLength === bytes.buffer.byteLength &&
      bytes.buffer instanceof ArrayBuffer;
    const own = whole ? bytes : Uint8Array.from(bytes);
    this.#worker.postMessage({ kind: 'body', bytes: own } satisfies ToWorker, [
      own.buffer as ArrayBuffer,
    ]);
  }

  /** Throws {@link ReportFaultError} when the report is wrong. */
  async parse(): Promise<ParsedHeader> {
    const answer = await this.#ask({ kind: 'parse' });
    if (answer.kind === 'fault') {
      throw new ReportFaultError(answer.fault);
    }
    if (answer.kind !== 'parsed') {
      throw new Error(`Unexpected answer ${answer.kind}`);
    }
    return answer.header;
  }

  async reconcile(
    engine: Engine,
    candidates: string,
    orders: ScanOrder[],
  ): Promise<ScanPlan[]> {
    const answer = await this.#ask({
      kind: 'reconcile',
      engine,
      candidates,
      orders,
    });
    if (answer.kind !== 'planned') {
      throw new Error(`Unexpected answer ${answer.kind}`);
    }
    return answer.plans;
  }

  /** The components of some scans of the report, as rows. */
  async listComponents(
    engine: Engine,
    scans: number[],
  ): Promise<InventoryPlan[]> {
    const answer = await this.#ask({ kind: 'list-components', engine, scans });
    if (answer.kind !== 'listed') {
      throw new Error(`Unexpected answer ${answer.kind}`);
    }
    return answer.plans;
  }

  /** Lets the thread forget the report. */
  end(): void {
    if (this.alive) {
      this.#send({ kind: 'end' });
    }
  }

  async stop(): Promise<void> {
    this.#die(new WorkerDiedError('stopped', 'Reading was stopped'));
    await this.#worker.terminate();
  }

  async #ask(message: ToWorker): Promise<FromWorker> {
    const timer = setTimeout(() => {
      this.#die(
        new WorkerDiedError(
          'timeout',
          `Reading the report took longer than ${this.#limits.timeoutMs / 1000} s`,
        ),
      );
      this.#worker.terminate().catch(() => {});
    }, this.#limits.timeoutMs);
    try {
      return await new Promise<FromWorker>((resolve, reject) => {
        this.#waiting = { resolve, reject };
        this.#send(message);
      });
    } finally {
      clearTimeout(timer);
    }
  }

  #send(message: ToWorker): void {
    if (this.#death) {
      throw this.#death;
    }
    this.#worker.postMessage(message);
  }

  #die(error: WorkerDiedError): void {
    this.#death ??= error;
    this.#waiting?.reject(this.#death);
    this.#waiting = undefined;
  }
}

function toDeath(error: unknown, limits: WorkerLimits): WorkerDiedError {
  const code = isError(error) && 'code' in error ? error.code : undefined;
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new WorkerDiedError(
        'memory',
        `Reading the report needs more than ${limits.memoryMb} MB of memory`,
      )
    : new WorkerDiedError(
        'crash',
        `Reading the report failed: ${stringifyError(error)}`,
      );
}
