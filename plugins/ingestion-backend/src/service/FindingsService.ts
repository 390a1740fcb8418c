import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  Finding,
  FindingDetail,
  findingReadPermission,
  FindingsQuery,
  findingTriagePermission,
  Page,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  CatalogVisibility,
  EntityAccess,
  EntityProjection,
} from '@synchrony/backstage-plugin-scorecards-node';
import { defaultRefOf } from '../scope/defaultRef';
import { sourceUrlOf } from '../source/sourceUrl';
import { explainDue, SlaPolicy } from '../sla';
import { EntityStateStore } from '../store/EntityStateStore';
import {
  FindingFilter,
  FindingListStore,
  MOST_FINDINGS_COUNTED,
  ORDERS,
} from '../store/FindingListStore';
import { NarrowedFilter } from '../store/narrowFilter';
import { FindingReadStore } from '../store/FindingReadStore';
import {
  FindingRow,
  ThreatDates,
  toFinding,
  toVulnerability,
} from '../store/findingRow';
import { ReportStore } from '../store/ReportStore';
import { SlaPolicyStore } from '../store/SlaPolicyStore';
import { StatementStore } from '../store/StatementStore';
import { ThreatFileStore } from '../store/ThreatFileStore';
import { actorOf } from './actorOf';
import { Cursors } from './cursor';
import { FindingScope } from './FindingScope';
import { idsOf, statementsOf } from './statementsOf';
import { toFindingDetail } from './toFindingDetail';
import { TriageAccess } from './TriageAccess';

const DEFAULT_LIMIT = 50;

/** Of what is read as a whole. */
const FINDINGS_A_PAGE = 1000;

const NOTHING: Page<Finding> = { items: [], totalItems: 0, pageInfo: {} };

export interface FindingsServiceOptions {
  cursors: Cursors;
  scope: FindingScope;
  triageAccess: TriageAccess;
  lists: FindingListStore;
  findings: FindingReadStore;
  statements: StatementStore;
  states: EntityStateStore;
  reports: ReportStore;
  auth: AuthService;
  access: EntityAccess;
  catalogVisibility: CatalogVisibility;
  entities: Pick<EntityProjection, 'get'>;
  defaultRef: string;
  sla: SlaPolicy;
  slaPolicies: SlaPolicyStore;
  threatFiles: ThreatFileStore;
  clock: () => Date;
}

/** What one page needs, and what belongs to it. */
interface FoundPage {
  filter: NarrowedFilter;
  items: Finding[];
  /** Set where the catalog decided on each row. */
  visibleItems: number | undefined;
  pageInfo: Page<Finding>['pageInfo'];
}

/** Findings as a caller may see them. */
export class FindingsService {
  readonly #options: FindingsServiceOptions;

  constructor(options: FindingsServiceOptions) {
    this.#options = options;
  }

  async list(
    credentials: BackstageCredentials,
    query: FindingsQuery,
  ): Promise<Page<Finding>> {
    const page = await this.#page(credentials, query);
    return page
      ? {
          items: page.items,
          ...(await this.#total(page.filter, page.visibleItems)),
          pageInfo: page.pageInfo,
        }
      : NOTHING;
  }

  /**
   * All that a query finds, page by page and each as the caller may see it at
   * that moment, so that rights that end in between end the answer.
   */
  async *pages(
    credentials: BackstageCredentials,
    query: FindingsQuery,
  ): AsyncGenerator<Finding[]> {
    let cursor: string | undefined;
    do {
      const page = await this.#page(credentials, {
        ...query,
        cursor,
        limit: FINDINGS_A_PAGE,
      });
      yield page?.items ?? [];
      cursor = page?.pageInfo.nextCursor;
    } while (cursor);
  }

  async #page(
    credentials: BackstageCredentials,
    query: FindingsQuery,
  ): Promise<FoundPage | undefined> {
    const { catalogVisibility, lists, scope } = this.#options;
    const { cursor, limit = DEFAULT_LIMIT, ...list } = query;
    const scoped = await scope.ofRows(credentials, list);
    if (!scoped) {
      return undefined;
    }
    const { filter } = scoped;
    const order = query.orderBy ?? 'suggested';
    const place = cursor
      ? this.#options.cursors.decode(cursor, ['findings', list])
      : undefined;
    const backwards = place?.backwards ?? false;
    const found = await lists.list(filter, {
      order,
      position: place?.position,
      backwards,
      limit,
    });
    const more = found.length > limit;
    const rows = found.slice(0, limit);
    if (backwards) {
      rows.reverse();
    }
    const cursorAt = (row: FindingRow | undefined, back: boolean) =>
      row &&
      this.#options.cursors.encode(
        {
          position: ORDERS[order].map(({ name }) =>
            name === 'id' ? row.id : Number(row[name]),
          ),
          backwards: back,
        },
        ['findings', list],
      );
    const hasNext = backwards || more;
    const hasPrevious = backwards ? more : place !== undefined;
    const visible =
      scoped.catalog === 'all'
        ? undefined
        : await catalogVisibility.filter(credentials, [
            ...new Set(rows.map(row => row.entity_ref)),
          ]);
    const items = await this.#toFindings(
      credentials,
      rows.filter(row => !visible || visible.has(row.entity_ref)),
      filter,
    );
    return {
      filter,
      items,
      visibleItems: visible && items.length,
      pageInfo: {
        nextCursor: hasNext ? cursorAt(rows.at(-1), false) : undefined,
        prevCursor: hasPrevious ? cursorAt(rows.at(0), true) : undefined,
      },
    };
  }

  /** What may not be seen answers as what does not exist. */
  async get(
    credentials: BackstageCredentials,
    id: string,
  ): Promise<FindingDetail> {
    const {
      access,
      catalogVisibility,
      entities,
      findings,
      reports,
      states,
      statements,
    } = this.#options;
    const row = await findings.get(id);
    const entityRef = row?.entity_ref;
    const allowed =
      entityRef !== undefined &&
      (await access.can(credentials, findingReadPermission, entityRef)) &&
      (await catalogVisibility.filter(credentials, [entityRef])).has(entityRef);
    const state = entityRef && (await states.get([entityRef])).get(entityRef);
    if (!row || !allowed || !state || state.vanished) {
      throw new NotFoundError(`There is no finding ${id}`);
    }
    const sightings = await findings.listSightings([id]);
    const entity = (await entities.get([row.entity_ref])).get(row.entity_ref);
    const annotations = entity?.annotations ?? {};
    const lead = await findings.getLead(row.lead_scope_id);
    const branch =
      lead?.ref || defaultRefOf(annotations, this.#options.defaultRef);
    const actor = await this.#triager(credentials, row.entity_ref);
    const finding = toFinding(row, sightings, {
      now: this.#now(),
      mayTriage: actor !== undefined,
      threatDates: await this.#threatDates(),
    });
    return toFindingDetail({
      row,
      actor,
      finding,
      dueReason: explainDue({
        policy: this.#options.sla,
        version: await this.#options.slaPolicies.newestVersion(),
        slaClass: state.slaClass,
        severity: finding.severity,
        vulnerability: toVulnerability(row),
        noFix: finding.noFix,
        dueAt: finding.dueAt ? Date.parse(finding.dueAt) : undefined,
      }),
      sightings,
      events: await findings.listEvents(id),
      statements: statementsOf(
        row,
        await statements.listAbout(row.entity_ref, idsOf(row)),
      ),
      firstReport: await reports.get(row.first_report_id),
      sourceUrl: location =>
        sourceUrlOf(location, {
          sourceLocation: annotations['backstage.io/source-location'],
          commit: lead?.commit,
          branch,
        }),
    });
  }

  /** The person who calls, when that person may triage findings of the entity. */
  async #triager(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<string | undefined> {
    const { access, auth } = this.#options;
    const mayTriage =
      auth.isPrincipal(credentials, 'user') &&
      (await access.can(credentials, findingTriagePermission, entityRef));
    return mayTriage ? actorOf(auth, credentials) : undefined;
  }

  /** Totals never count what the caller may not see in the catalog. */
  async #total(
    filter: NarrowedFilter,
    visibleItems: number | undefined,
  ): Promise<Pick<Page<Finding>, 'totalItems' | 'totalIsLowerBound'>> {
    if (visibleItems !== undefined) {
      return { totalItems: visibleItems, totalIsLowerBound: true };
    }
    const count = await this.#options.lists.count(filter);
    return count > MOST_FINDINGS_COUNTED
      ? { totalItems: MOST_FINDINGS_COUNTED, totalIsLowerBound: true }
      : { totalItems: count };
  }

  async #toFindings(
    credentials: BackstageCredentials,
    rows: FindingRow[],
    filter: FindingFilter,
  ): Promise<Finding[]> {
    const { auth, findings, triageAccess } = this.#options;
    const sightings = await findings.listSightings(rows.map(row => row.id));
    const triageable = auth.isPrincipal(credentials, 'user')
      ? await triageAccess.triageable(
          credentials,
          rows.map(row => row.entity_ref),
        )
      : new Set<string>();
    const byFinding = Map.groupBy(sightings, item => item.findingId);
    const status =
      filter.ref !== undefined && filter.statuses.length === 1
        ? filter.statuses[0]
        : undefined;
    const threatDates = await this.#threatDates();
    return rows.map(row =>
      toFinding(row, byFinding.get(row.id) ?? [], {
        now: filter.now,
        status,
        mayTriage: triageable.has(row.entity_ref),
        threatDates,
      }),
    );
  }

  async #threatDates(): Promise<ThreatDates> {
    const files = await this.#options.threatFiles.list();
    return Object.fromEntries(
      files.map(({ dataDate, kind }) => [kind, dataDate]),
    );
  }

  #now(): number {
    return this.#options.clock().getTime();
  }
}
