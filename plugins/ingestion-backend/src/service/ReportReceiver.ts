import { hash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { ConflictError } from '@backstage/errors';
import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import {
  FINAL_REPORT_STATUSES,
  reportTransition,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { BodyStore } from '../store/BodyStore';
import { QueueStore } from '../store/QueueStore';
import { NewReport, ReportStore, StoredReport } from '../store/ReportStore';
import { BodyPieces } from './BodyPieces';
import { UNKNOWN_ENTITY } from './Quarantine';
import {
  BodyLimits,
  decodeBody,
  ReceivedBody,
  receiveBody,
} from './receiveBody';
import { RecentBodies } from './RecentBodies';
import { RequestError } from './RequestError';
import { isInFuture } from './scanTime';

/** What the submitter says about a report. */
export interface ReportParameters {
  entityRef: string;
  format?: string;
  tool?: string;
  category?: string;
  ref?: string;
  commit?: string;
  environment?: string;
  startedAt?: number;
  complete: boolean;
  emptyMeansClean: boolean;
}

export interface IncomingReport {
  parameters: ReportParameters;
  submitter: string;
  idempotencyKey?: string;
  /** Whether the catalog says that there is no such entity. */
  unknownEntity: boolean;
  contentEncoding?: string;
  body: Readable;
}

export interface ReportReceiverOptions {
  database: Knex;
  reports: ReportStore;
  bodies: BodyStore;
  recentBodies: RecentBodies;
  queue: QueueStore;
  limits: BodyLimits;
  /** Called when a report was put into the queue. */
  onReceived(): void;
  clock: () => Date;
}

const IDENTICAL_WITHIN_MS = 10 * 60 * 1000;

/** For how long keys are promised to be known. */
export const IDEMPOTENCY_KEY_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Stores reports as they arrive, and nothing else: parsing comes later. */
export class ReportReceiver {
  readonly #options: ReportReceiverOptions;

  constructor(options: ReportReceiverOptions) {
    this.#options = options;
  }

  /** Answers the receipt, which may be the one of an identical request. */
  async receive(incoming: IncomingReport): Promise<StoredReport> {
    const { clock, limits } = this.#options;
    const { startedAt } = incoming.parameters;
    if (startedAt !== undefined && isInFuture(startedAt, clock().getTime())) {
      throw new RequestError(
        422,
        'startedAt is more than 5 minutes in the future',
        'query.startedAt',
      );
    }
    const id = randomUUID();
    const source = decodeBody(incoming.body, incoming.contentEncoding, limits);
    const pieces = new BodyPieces(id, this.#options);
    try {
      const body = await receiveBody(source, limits, piece =>
        pieces.add(piece),
      );
      requireContent(incoming.parameters, body);
      const receipt = await this.#commit(id, incoming, body, pieces);
      if (receipt.id !== id) {
        await pieces.discard();
      }
      return receipt;
    } catch (error) {
      await pieces.discard();
      throw error;
    }
  }

  async #commit(
    id: string,
    incoming: IncomingReport,
    body: ReceivedBody,
    pieces: BodyPieces,
  ): Promise<StoredReport> {
    const { bodies, database, onReceived, queue, recentBodies, reports } =
      this.#options;
    const now = this.#options.clock().getTime();
    const report = toNewReport(id, incoming, body, now);
    const store = () =>
      database.transaction(async tx => {
        await bodies.lockRequest(tx, report.requestHash);
        const first = await this.#findFirst(tx, report);
        if (first) {
          return first;
        }
        await pieces.finish(tx);
        await reports.insert(tx, report);
        if (report.status === 'received') {
          await queue.add(tx, id, report.entityRef, now);
        }
        return undefined;
      });
    let first: StoredReport | undefined;
    try {
      first = await store();
    } catch (error) {
      if (!isDatabaseConflictError(error)) {
        throw error;
      }
      // Another request with the same key was faster, and its receipt answers.
      first = await store();
    }
    if (first) {
      return first;
    }
    if (pieces.whole) {
      recentBodies.put(id, pieces.whole);
    }
    onReceived();
    return { ...report, applied: false, scopeCount: 0, bodyKept: true };
  }

  /** The receipt that answers this request, when it came before. */
  async #findFirst(
    tx: Knex.Transaction,
    report: NewReport,
  ): Promise<StoredReport | undefined> {
    const { reports } = this.#options;
    if (report.idempotencyKey !== undefined) {
      const first = await reports.getByIdempotencyKey(
        tx,
        report.submitter,
        report.idempotencyKey,
      );
      if (first && first.requestHash !== report.requestHash) {
        throw new ConflictError(
          'This Idempotency-Key was used for another report',
        );
      }
      return first;
    }
    const newest = await reports.getNewestRequest(tx, report.requestHash);
    const final = newest && FINAL_REPORT_STATUSES.includes(newest.status);
    const recent =
      newest && newest.receivedAt > report.receivedAt - IDENTICAL_WITHIN_MS;
    return newest && (!final || recent) ? newest : undefined;
  }
}

/** A body in which nothing names its format says nothing by itself. */
function requireContent(
  parameters: ReportParameters,
  { head, sizeBytes }: ReceivedBody,
): void {
  if (sizeBytes > head.length) {
    return;
  }
  const text = head.toString('utf8').replace(/\s+/g, '');
  if (text === '' && !(parameters.format && parameters.emptyMeansClean)) {
    throw new RequestError(
      422,
      'The body is empty. If that means that nothing was found, say so with format= and emptyMeansClean=true',
      'body',
    );
  }
  if (['null', '[]', '{}'].includes(text) && !parameters.format) {
    throw new RequestError(
      422,
      `The body ${text} does not tell its format; name it with format=`,
      'body',
    );
  }
}

function toNewReport(
  id: string,
  incoming: IncomingReport,
  body: ReceivedBody,
  receivedAt: number,
): NewReport {
  const { parameters, submitter } = incoming;
  const { commit, startedAt, ...scope } = parameters;
  const scan = Object.entries(scope).sort(([a], [b]) => (a < b ? -1 : 1));
  const hashOf = (...parts: unknown[]) =>
    hash('sha256', JSON.stringify(parts), 'base64url');
  return {
    id,
    ...parameters,
    status: reportTransition(incoming.unknownEntity ? 'arriveEarly' : 'arrive')
      .to,
    ...(incoming.unknownEntity && { reason: UNKNOWN_ENTITY }),
    submitter,
    idempotencyKey: incoming.idempotencyKey,
    scanHash: hashOf(scan, body.contentHash),
    requestHash: hashOf(
      submitter,
      scan,
      commit ?? null,
      startedAt ?? null,
      body.contentHash,
    ),
    contentHash: body.contentHash,
    sizeBytes: body.sizeBytes,
    receivedAt,
  };
}
