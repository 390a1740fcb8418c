import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  findingReadPermission,
  FindingsSummary,
  SEVERITIES,
  Severity,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  CatalogVisibility,
  EntityAccess,
  EntityProjection,
} from '@synchrony/backstage-plugin-scorecards-node';
import { toCoverage } from '../coverage/toFacts';
import { CoverageStore } from '../store/CoverageStore';
import { EntityStateStore } from '../store/EntityStateStore';
import { ExpectationStore } from '../store/ExpectationStore';
import { FindingCountStore } from '../store/FindingCountStore';

export interface SummaryServiceOptions {
  counts: FindingCountStore;
  coverage: CoverageStore;
  expectations: ExpectationStore;
  states: EntityStateStore;
  access: EntityAccess;
  catalogVisibility: CatalogVisibility;
  entities: Pick<EntityProjection, 'get'>;
  clock: () => Date;
}

/** Counts and coverage of one entity, as of now. */
export class SummaryService {
  readonly #options: SummaryServiceOptions;

  constructor(options: SummaryServiceOptions) {
    this.#options = options;
  }

  async get(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<FindingsSummary> {
    const { access, catalogVisibility, clock, counts, coverage, expectations } =
      this.#options;
    const visible = await catalogVisibility.filter(credentials, [entityRef]);
    const entity = (await this.#options.entities.get([entityRef])).get(
      entityRef,
    );
    if (!visible.has(entityRef) || !entity) {
      throw new NotFoundError(`There is no entity ${entityRef}`);
    }
    await access.require(credentials, findingReadPermission, entityRef);
    const state = (await this.#options.states.get([entityRef])).get(entityRef);
    const now = clock().getTime();
    const open = perSeverity();
    const overdue = perSeverity();
    const openByType: FindingsSummary['openByType'] = {};
    const due: number[] = [];
    let dueWithin7Days = 0;
    for (const count of await counts.countOpen(entityRef, now)) {
      const severity = SEVERITIES[count.severity];
      open[severity] += count.open;
      overdue[severity] += count.overdue;
      const ofType = (openByType[count.type] ??= perSeverity());
      ofType[severity] += count.open;
      dueWithin7Days += count.dueWithin7Days;
      if (count.nextDueAt !== undefined) {
        due.push(count.nextDueAt);
      }
    }
    return {
      entityRef,
      open,
      openByType,
      overdue,
      nextDueAt:
        due.length > 0 ? new Date(Math.min(...due)).toISOString() : undefined,
      dueWithin7Days,
      // One without a report is kept of an entity whose checks are waived.
      hasReports: state !== undefined && state.observedAt > 0,
      coverage: toCoverage(
        await coverage.get(entityRef),
        (await expectations.get([entityRef])).get(entityRef) ?? {},
        now,
      ),
      asOf: new Date(now).toISOString(),
    };
  }
}

function perSeverity(): Record<Severity, number> {
  return { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
}
