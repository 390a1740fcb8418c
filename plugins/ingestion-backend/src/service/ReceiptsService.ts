import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  FINAL_REPORT_STATUSES,
  Page,
  ReportReceipt,
  reportReadPermission,
  ReportsFilter,
  SEARCHED_REPORT_DAYS,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  CatalogVisibility,
  EntityAccess,
} from '@synchrony/backstage-plugin-scorecards-node';
import { DAY_MS } from '../sla';
import {
  MOST_REPORTS_COUNTED,
  ReportFilter,
  ReportListStore,
  ReportPosition,
} from '../store/ReportListStore';
import { ReportNameStore } from '../store/ReportNameStore';
import { ReportStore, StoredReport } from '../store/ReportStore';
import { Cursor, Cursors } from './cursor';
import { ReportWaiters } from './ReportWaiters';
import { SubmitterBindings } from './SubmitterBindings';
import { toReceipt } from './toReceipt';

const DEFAULT_LIMIT = 50;
const RECEIPTS_A_PAGE = 1000;

/** Another replica may end the report, which wakes nobody here. */
const POLL_MS = 1000;

/** What narrows a list; times in ms. */
export interface ReceiptsFilter extends Omit<ReportsFilter, 'since' | 'until'> {
  since?: number;
  until?: number;
}

/** A page of a list. */
export interface ReceiptsQuery extends ReceiptsFilter {
  cursor?: string;
  limit?: number;
}

/** One page, and what belongs to it. */
interface FoundPage {
  filter: ReportFilter;
  items: ReportReceipt[];
  /** Whether the catalog decided on each row, so that nobody can count them. */
  isPartial: boolean;
  pageInfo: Page<ReportReceipt>['pageInfo'];
}

export interface ReceiptsServiceOptions {
  cursors: Cursors;
  reports: ReportStore;
  lists: ReportListStore;
  names: ReportNameStore;
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
    query: ReceiptsQuery,
  ): Promise<Page<ReportReceipt>> {
    const page = await this.#page(credentials, query);
    const { isPartial, items } = page;
    const { nextCursor, prevCursor } = page.pageInfo;
    const isAll = nextCursor === undefined && prevCursor === undefined;
    const count =
      isPartial || isAll
        ? items.length
        : await this.#options.lists.count(page.filter);
    return {
      items,
      totalItems: Math.min(count, MOST_REPORTS_COUNTED),
      ...((isPartial || count > MOST_REPORTS_COUNTED) && {
        totalIsLowerBound: true,
      }),
      pageInfo: page.pageInfo,
    };
  }

  /**
   * All that a query finds, page by page and each as the caller may see it at
   * that moment, so that rights that end in between end the answer.
   */
  async *pages(
    credentials: BackstageCredentials,
    query: ReceiptsFilter,
  ): AsyncGenerator<ReportReceipt[]> {
    let cursor: string | undefined;
    do {
      const page = await this.#page(credentials, {
        ...query,
        cursor,
        limit: RECEIPTS_A_PAGE,
      });
      yield page.items;
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
  }

  async #page(
    credentials: BackstageCredentials,
    query: ReceiptsQuery,
  ): Promise<FoundPage> {
    const { access, bindings, catalogVisibility, lists, names } = this.#options;
    const { cursor, limit = DEFAULT_LIMIT, since, until, ...list } = query;
    const { outcome, ...narrowed } = list;
    const submitter = bindings.nameOf(credentials);
    const filter: ReportFilter = {
      ...narrowed,
      // Within one entity there are too few reports for the names to matter.
      names:
        list.q === undefined || list.entityRef !== undefined
          ? undefined
          : await names.find(list.q),
      outcomes: outcome,
      since: since ?? this.#searchedSince(query),
      until,
      submitter,
      visibility: await access.visible(credentials, reportReadPermission),
    };
    // The range may move on with the time while somebody turns the pages.
    const place = cursor
      ? this.#options.cursors.decode(cursor, ['reports', list])
      : undefined;
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
    const cursorAt = (row: StoredReport | undefined, back: boolean) =>
      row &&
      this.#options.cursors.encode(
        { position: [row.receivedAt, row.id], backwards: back },
        ['reports', list],
      );
    return {
      filter,
      items: items.map(toReceipt),
      isPartial: visible !== undefined,
      pageInfo: {
        nextCursor:
          backwards || more ? cursorAt(rows.at(-1), false) : undefined,
        prevCursor: (backwards ? more : place !== undefined)
          ? cursorAt(rows.at(0), true)
          : undefined,
      },
    };
  }

  /** A text that many names have is looked for in the reports, which does not go back for ever. */
  #searchedSince({ entityRef, q }: ReceiptsQuery): number | undefined {
    return q === undefined || entityRef !== undefined
      ? undefined
      : this.#options.clock().getTime() - SEARCHED_REPORT_DAYS * DAY_MS;
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
