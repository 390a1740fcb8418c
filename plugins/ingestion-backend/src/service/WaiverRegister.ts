import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  Finding,
  findingReadPermission,
  Page,
  Waiver,
  WaiverDetail,
  waiverReadPermission,
  WaiversQuery,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  CatalogVisibility,
  EntityAccess,
} from '@synchrony/backstage-plugin-scorecards-node';
import { FindingReadStore } from '../store/FindingReadStore';
import { FindingRow, toFinding } from '../store/findingRow';
import {
  MOST_WAIVERS_COUNTED,
  WaiverListStore,
} from '../store/WaiverListStore';
import { WaiverStore } from '../store/WaiverStore';
import { Cursors } from './cursor';
import { EntityRights } from './EntityRights';
import { WaiverAssessor } from './WaiverAssessor';
import { SeenWaiver, WaiverViews } from './WaiverViews';

const DEFAULT_LIMIT = 50;

/** Waivers that are read at once where all are. */
const WAIVERS_A_PAGE = 200;

/** Findings that are shown with a waiver. */
export const MOST_FINDINGS_SHOWN = 100;

export interface WaiverRegisterOptions {
  cursors: Cursors;
  access: EntityAccess;
  catalogVisibility: CatalogVisibility;
  rights: EntityRights;
  views: WaiverViews;
  assessor: WaiverAssessor;
  waivers: WaiverStore;
  waiverLists: WaiverListStore;
  findingReads: FindingReadStore;
  clock: () => Date;
}

/** Who accepted what until when, as a caller may see it. */
export class WaiverRegister {
  readonly #options: WaiverRegisterOptions;

  constructor(options: WaiverRegisterOptions) {
    this.#options = options;
  }

  async list(
    credentials: BackstageCredentials,
    query: WaiversQuery,
  ): Promise<Page<Waiver>> {
    const { waiverLists } = this.#options;
    const page = await this.#page(credentials, query);
    if (!page) {
      return { items: [], totalItems: 0, pageInfo: {} };
    }
    const { filter, items, mode, pageInfo } = page;
    return {
      items,
      ...(mode === 'all'
        ? toTotal(await waiverLists.count(filter))
        : { totalItems: items.length, totalIsLowerBound: true }),
      pageInfo,
    };
  }

  /** All that a query finds, page by page, without counting it. */
  async *pages(
    credentials: BackstageCredentials,
    query: WaiversQuery,
  ): AsyncGenerator<Waiver[]> {
    let cursor: string | undefined;
    do {
      const page = await this.#page(credentials, {
        ...query,
        cursor,
        limit: WAIVERS_A_PAGE,
      });
      yield page?.items ?? [];
      cursor = page?.pageInfo.nextCursor;
    } while (cursor);
  }

  /** Undefined for those who see no waiver at all. */
  async #page(credentials: BackstageCredentials, query: WaiversQuery) {
    const { access, catalogVisibility, views, waiverLists } = this.#options;
    const mode = await catalogVisibility.mode(credentials);
    const visibility = await access.visible(credentials, waiverReadPermission);
    if (mode === 'none' || visibility.kind === 'none') {
      return undefined;
    }
    const { cursor, limit = DEFAULT_LIMIT, ...list } = query;
    const place = cursor
      ? this.#options.cursors.decode(cursor, ['waivers', list])
      : undefined;
    const filter = {
      statuses: query.status,
      kinds: query.kind,
      entityRef: query.entityRef,
      ownedBy: query.ownedBy,
      requester: query.requester,
      expiringBefore: query.expiringBefore
        ? Date.parse(query.expiringBefore)
        : undefined,
      visibility,
    };
    const found = await waiverLists.list(filter, {
      limit,
      after: place && {
        expiresAt: Number(place.position[0]),
        id: String(place.position[1]),
      },
    });
    const rows = found.slice(0, limit);
    const items = (await views.see(credentials, rows)).map(({ view }) => view);
    const last = rows.at(-1);
    return {
      filter,
      mode,
      items,
      pageInfo:
        found.length > limit && last
          ? {
              nextCursor: this.#options.cursors.encode(
                { position: [last.expiresAt, last.id], backwards: false },
                ['waivers', list],
              ),
            }
          : {},
    };
  }

  /** What may not be seen answers as what does not exist. */
  async require(
    credentials: BackstageCredentials,
    id: string,
  ): Promise<SeenWaiver> {
    const { views, waivers } = this.#options;
    const stored = await waivers.get(id);
    const [seen] = stored ? await views.see(credentials, [stored]) : [];
    if (!seen) {
      throw new NotFoundError(`There is no waiver ${id}`);
    }
    return seen;
  }

  async get(
    credentials: BackstageCredentials,
    id: string,
  ): Promise<WaiverDetail> {
    const { clock, rights, waivers } = this.#options;
    const seen = await this.require(credentials, id);
    const readable = await rights.among(
      credentials,
      findingReadPermission,
      seen.entityRefs,
    );
    const log = await waivers.listLog(id);
    return {
      ...seen.view,
      log: seen.view.partial ? log.map(({ role, ...entry }) => entry) : log,
      findings: await this.#findings(seen, readable),
      asOf: clock().toISOString(),
    };
  }

  /** Rows as people read them, worst first. */
  async toFindings(rows: FindingRow[]): Promise<Finding[]> {
    const { clock, findingReads } = this.#options;
    const sightings = Map.groupBy(
      await findingReads.listSightings(rows.map(({ id }) => id)),
      ({ findingId }) => findingId,
    );
    const now = clock().getTime();
    return rows.map(row =>
      toFinding(row, sightings.get(row.id) ?? [], { now }),
    );
  }

  async #findings(
    { stored, view }: SeenWaiver,
    readable: Set<string>,
  ): Promise<Finding[]> {
    const { assessor, waiverLists } = this.#options;
    if (view.status === 'requested' || view.status === 'approved') {
      const { findings } = await assessor.assess(stored.target);
      const ids = findings
        .filter(({ entityRef }) => readable.has(entityRef))
        .slice(0, MOST_FINDINGS_SHOWN)
        .map(({ id }) => id);
      return this.toFindings(await waiverLists.listFindings(ids));
    }
    return this.toFindings(
      await waiverLists.listAccepted(
        stored.id,
        [...readable],
        MOST_FINDINGS_SHOWN,
      ),
    );
  }
}

function toTotal(
  count: number,
): Pick<Page<Waiver>, 'totalItems' | 'totalIsLowerBound'> {
  return count > MOST_WAIVERS_COUNTED
    ? { totalItems: MOST_WAIVERS_COUNTED, totalIsLowerBound: true }
    : { totalItems: count };
}
