import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  IngestionActivity,
  reportReadPermission,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  CatalogVisibility,
  EntityAccess,
} from '@synchrony/backstage-plugin-scorecards-node';
import { durationFigures } from '../health';
import { ActivityCount, ActivityStore } from '../store/ActivityStore';
import { ReportFilter } from '../store/ReportListStore';
import { SubmitterBindings } from './SubmitterBindings';

const WAITING = ['received', 'processing'];
/** As many reports, at most, tell how long processing takes. */
const MOST_MEASURED = 10_000;
const WINDOW_MS = 24 * 60 * 60 * 1000;
/** As many entities are asked about when the catalog decides about each. */
const MOST_ENTITIES = 1000;

export interface ActivityServiceOptions {
  activity: ActivityStore;
  bindings: SubmitterBindings;
  access: EntityAccess;
  catalogVisibility: CatalogVisibility;
  clock: () => Date;
}

/** What arrived in the last 24 hours, as far as a caller may see it. */
export class ActivityService {
  readonly #options: ActivityServiceOptions;

  constructor(options: ActivityServiceOptions) {
    this.#options = options;
  }

  async get(credentials: BackstageCredentials): Promise<IngestionActivity> {
    const { access, activity, bindings, catalogVisibility, clock } =
      this.#options;
    const now = clock().getTime();
    const since = now - WINDOW_MS;
    const filter: ReportFilter = {
      submitter: bindings.nameOf(credentials),
      visibility: await access.visible(credentials, reportReadPermission),
    };
    const mode = await catalogVisibility.mode(credentials);
    if (mode === 'none') {
      return summarise([], { since, now, received: 0, entities: 0 });
    }
    let isLowerBound = false;
    if (mode !== 'all') {
      const refs = await activity.listEntities(
        filter,
        since,
        MOST_ENTITIES + 1,
      );
      isLowerBound = refs.length > MOST_ENTITIES;
      const visible = await catalogVisibility.filter(
        credentials,
        refs.slice(0, MOST_ENTITIES),
      );
      filter.entityRefs = [...visible];
    }
    const figures = durationFigures(
      await activity.listDurations(filter, since, MOST_MEASURED),
    );
    return {
      ...summarise(await activity.count(filter, since), {
        since,
        now,
        ...(await activity.countReceived(filter, since)),
      }),
      ...(figures && {
        processing: {
          medianMs: figures.medianMs,
          longestMs: figures.longestMs,
        },
      }),
      ...(isLowerBound && { isLowerBound }),
    };
  }
}

function summarise(
  counts: ActivityCount[],
  context: { since: number; now: number; received: number; entities: number },
): IngestionActivity {
  const sum = (matches: (count: ActivityCount) => boolean) =>
    counts.filter(matches).reduce((total, { count }) => total + count, 0);
  const oldest = (statuses: string[]) => {
    const times = counts
      .filter(({ status }) => statuses.includes(status))
      .map(count => count.oldest);
    return times.length > 0
      ? new Date(Math.min(...times)).toISOString()
      : undefined;
  };
  const processed = (count: ActivityCount) => count.status === 'processed';
  return {
    since: new Date(context.since).toISOString(),
    received: context.received,
    entities: context.entities,
    processed: sum(c => processed(c) && c.applied && c.complete),
    partial: sum(c => processed(c) && c.applied && !c.complete),
    notApplied: sum(c => processed(c) && !c.applied),
    rejected: sum(c => c.status === 'rejected'),
    failed: sum(c => c.status === 'failed'),
    quarantined: sum(c => c.status === 'quarantined'),
    waiting: sum(c => WAITING.includes(c.status)),
    oldestWaitingAt: oldest(WAITING),
    oldestQuarantinedAt: oldest(['quarantined']),
    asOf: new Date(context.now).toISOString(),
  };
}
