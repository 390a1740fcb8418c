import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import {
  parseReport,
  ReportError,
  ReportFormat,
} from '@synchrony/report-parsers';
import { assertReadable } from './assertReadable';
import { loadFormatClass } from './formatClasses';
import { FromWorker, ParseRequest, ToWorker } from './protocol';
import { readCandidates, toPlans } from './toPlans';
import { Scan, toScans } from './toScans';

/** Where this module is, in the sources and in the build. */
export const REPORT_WORKER_FILE = __filename;

/** Marks a thread as one of ours; Jest runs tests in threads, too. */
export const REPORT_WORKER_ROLE = 'synchrony-report-worker';

/** What a thread is started with. */
export interface ReportWorkerData {
  role: typeof REPORT_WORKER_ROLE;
  memoryMb: number;
  /** Modules of formats that were added. */
  formatFiles: string[];
}

/** Reads one report at a time and keeps its findings until the next begins. */
class ReportWorker {
  readonly #memoryMb: number;
  readonly #moreFormats: readonly ReportFormat[];
  readonly #answer: (message: FromWorker) => void;
  #request: ParseRequest = { emptyMeansClean: false };
  #body: Uint8Array[] = [];
  #scans: Scan[] = [];

  constructor(
    options: { memoryMb: number; moreFormats: readonly ReportFormat[] },
    answer: (message: FromWorker) => void,
  ) {
    this.#memoryMb = options.memoryMb;
    this.#moreFormats = options.moreFormats;
    this.#answer = answer;
  }

  take(message: ToWorker): void {
    switch (message.kind) {
      case 'begin':
        this.#forget();
        this.#request = message.request;
        break;
      case 'body':
        this.#body.push(message.bytes);
        break;
      case 'parse':
        this.#parse();
        break;
      case 'reconcile':
        this.#answer({
          kind: 'planned',
          plans: toPlans(
            this.#scans,
            readCandidates(message.candidates),
            message.orders,
            { engine: message.engine, now: Date.now() },
          ),
        });
        break;
      case 'list-components':
        this.#answer({
          kind: 'listed',
          plans: message.scans.flatMap(
            scan =>
              this.#scans[scan].inventory?.toPlan(scan, message.engine) ?? [],
          ),
        });
        break;
      default:
        this.#forget();
    }
  }

  #forget(): void {
    this.#body = [];
    this.#scans = [];
  }

  #parse(): void {
    const body = Buffer.concat(this.#body);
    this.#body = [];
    try {
      assertReadable(body, this.#memoryMb);
      const report = parseReport(body, {
        ...this.#request,
        moreFormats: this.#moreFormats,
      });
      this.#scans = toScans(report, this.#request);
      this.#answer({
        kind: 'parsed',
        header: {
          format: report.format,
          scans: this.#scans.map(scan => scan.header),
          statements: report.runs.find(run => run.statements)?.statements,
        },
      });
    } catch (error) {
      if (!(error instanceof ReportError)) {
        throw error;
      }
      this.#answer({
        kind: 'fault',
        fault: {
          name: error.name,
          message: error.message,
          details: error.details,
        },
      });
    }
  }
}

if (!isMainThread && parentPort && workerData?.role === REPORT_WORKER_ROLE) {
  const port = parentPort;
  const { memoryMb, formatFiles } = workerData as ReportWorkerData;
  const moreFormats = formatFiles.map(file => new (loadFormatClass(file))());
  const worker = new ReportWorker({ memoryMb, moreFormats }, message =>
    port.postMessage(message),
  );
  port.on('message', (message: ToWorker) => worker.take(message));
  port.postMessage({ kind: 'ready' } satisfies FromWorker);
}
