import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  FINAL_REPORT_STATUSES,
  Page,
  ReportReceipt,
  reportReadPermission,
  ReportsQuery,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  CatalogVisibility,
  EntityAccess,
} from '@synchrony/backstage-plugin-scorecards-node';
import {
  MOST_REPORTS_COUNTED,
  ReportListStore,
  ReportPosition,
} from '../store/ReportListStore';
import { ReportStore, StoredReport } from '../store/ReportStore';
import { Cursor, decodeCursor, encodeCursor } from './cursor';
import { ReportWaiters } from './ReportWaiters';
import { SubmitterBindings } from './SubmitterBindings';
import { toReceipt } from './toReceipt';

const DEFAULT_LIMIT = 50;

/** Another replica may end the report, which wakes nobody here. */
const POLL_MS = 1000;

export interface ReceiptsServiceOptions {
  reports: ReportStore;
  lists: ReportListStore;
  waiters: ReportWaiters;
  bindings: SubmitterBindings;
  access: EntityAccess;
  catalogVisibility: CatalogVisibility;
  clock: () => Date;
}

/** Receipts as a caller may see them; a submitter always sees its own. */
export class ReceiptsService {
  readonly #options: ReceiptsServiceOptions;

  constructor(options: ReceiptsServiceOptions) {
    this.#options = options;
  }

  async get(
    credentials: BackstageCredentials,
    reportId: string,
    wait: { seconds: number; signal: AbortSignal },
  ): Promise<ReportReceipt> {
    const { clock, reports, waiters } = this.#options;
    const until = clock().getTime() + wait.seconds * 1000;
    let report = await this.#require(credentials, reportId);
    while (!isSettled(report) && !wait.signal.aborted) {
      const left = until - clock().getTime();
      if (left <= 0) {
        break;
      }
      await waiters.wait(reportId, {
        timeoutMs: Math.min(left, POLL_MS),
        signal: wait.signal,
      });
      report = (await reports.get(reportId)) ?? report;
    }
    return toReceipt(report);
  }

  async list(
    credentials: BackstageCredentials,
    query: ReportsQuery,
  ): Promise<Page<ReportReceipt>> {
    const { access, bindings, catalogVisibility, lists } = this.#options;
    const { cursor, limit = DEFAULT_LIMIT, ...list } = query;
    const submitter = bindings.nameOf(credentials);
    const filter = {
      ...list,
      submitter,
      visibility: await access.visible(credentials, reportReadPermission),
    };
    const place = cursor ? decodeCursor(cursor, list) : undefined;
    const position = place && toPosition(place);
    const backwards = place?.backwards ?? false;
    const found = await lists.list(
      filter,
      backwards ? { before: position, limit } : { after: position, limit },
    );
    const more = found.length > limit;
    const rows = found.slice(0, limit);
    if (backwards) {
      rows.reverse();
    }
    const mode = await catalogVisibility.mode(credentials);
    const visible =
      mode === 'all'
        ? undefined
        : await catalogVisibility.filter(credentials, [
            ...new Set(rows.map(({ entityRef }) => entityRef)),
          ]);
    const items = rows.filter(
      row =>
        !visible || visible.has(row.entityRef) || row.submitter === submitter,
    );
    const count = visible ? items.length : await lists.count(filter);
    const cursorAt = (row: StoredReport | undefined, back: boolean) =>
      row &&
      encodeCursor(
        { position: [row.receivedAt, row.id], backwards: back },
        list,
      );
    return {
      items: items.map(toReceipt),
      totalItems: Math.min(count, MOST_REPORTS_COUNTED),
      ...((visible || count > MOST_REPORTS_COUNTED) && {
        totalIsLowerBound: true,
      }),
      pageInfo: {
        nextCursor:
          backwards || more ? cursorAt(rows.at(-1), false) : undefined,
        prevCursor: (backwards ? more : place !== undefined)
          ? cursorAt(rows.at(0), true)
          : undefined,
      },
    };
  }

  /** What may not be seen answers as what does not exist. */
  async #require(
    credentials: BackstageCredentials,
    reportId: string,
  ): Promise<StoredReport> {
    const { access, bindings, catalogVisibility, reports } = this.#options;
    const report = await reports.get(reportId);
    if (report && report.submitter === bindings.nameOf(credentials)) {
      return report;
    }
    const allowed =
      report &&
      (await access.can(credentials, reportReadPermission, report.entityRef)) &&
      (await catalogVisibility.filter(credentials, [report.entityRef])).has(
        report.entityRef,
      );
    if (!allowed) {
      throw new NotFoundError(`There is no report ${reportId}`);
    }
    return report;
  }
}

function isSettled({ status }: StoredReport): boolean {
  return status === 'quarantined' || FINAL_REPORT_STATUSES.includes(status);
}

function toPosition({ position }: Cursor): ReportPosition {
  const [receivedAt, id] = position;
  return { receivedAt: Number(receivedAt), id: String(id) };
}
