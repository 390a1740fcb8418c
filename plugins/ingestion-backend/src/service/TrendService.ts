import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  FindingsTrend,
  TrendGap,
} from '@synchrony/backstage-plugin-ingestion-common';
import { DAY_MS } from '../sla';
import { FindingTrendStore } from '../store/FindingTrendStore';
import { toDay, workOutTrend } from '../trend';
import { SummaryService } from './SummaryService';

const DAYS = 90;

export interface TrendServiceOptions {
  /** Says what is open now, to those who may know it. */
  summaries: Pick<SummaryService, 'get'>;
  findingTrends: FindingTrendStore;
  clock: () => Date;
}

/** Open findings of one entity, day by day. */
export class TrendService {
  readonly #options: TrendServiceOptions;

  constructor(options: TrendServiceOptions) {
    this.#options = options;
  }

  async get(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<FindingsTrend> {
    const { clock, findingTrends, summaries } = this.#options;
    const { coverage, open } = await summaries.get(credentials, entityRef);
    const now = clock();
    const until = Math.floor(now.getTime() / DAY_MS);
    const since = until - DAYS + 1;
    const gaps: TrendGap[] = coverage.flatMap(
      ({ controlType, lastCompleteAt, state, tool }) =>
        state === 'stale' && lastCompleteAt
          ? [{ controlType, tool, from: lastCompleteAt.slice(0, 10) }]
          : [],
    );
    return {
      entityRef,
      days: workOutTrend({
        since,
        until,
        firstScan: await findingTrends.firstScan(entityRef),
        open,
        changes: await findingTrends.listChanges(entityRef, since),
      }),
      gaps,
      workedOutUntil: toDay(until - 1),
      asOf: now.toISOString(),
    };
  }
}
