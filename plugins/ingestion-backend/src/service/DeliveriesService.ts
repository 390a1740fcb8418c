import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  DeliveriesQuery,
  Page,
  reportReadPermission,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  CatalogVisibility,
  EntityAccess,
} from '@synchrony/backstage-plugin-scorecards-node';
import { DeliveryRequest, DeliveryRow } from '../deliveries';
import {
  DeliveryFilter,
  DeliveryStore,
  MOST_DELIVERIES_COUNTED,
} from '../store/DeliveryStore';
import { Cursors } from './cursor';

const DEFAULT_LIMIT = 50;

export interface DeliveriesServiceOptions {
  cursors: Cursors;
  access: EntityAccess;
  catalogVisibility: CatalogVisibility;
}

/** Deployments and pipeline runs as a caller may see them: like receipts. */
export class DeliveriesService {
  readonly #options: DeliveriesServiceOptions;

  constructor(options: DeliveriesServiceOptions) {
    this.#options = options;
  }

  async list<Request extends DeliveryRequest, Row extends DeliveryRow>(
    credentials: BackstageCredentials,
    store: DeliveryStore<Request, Row>,
    query: DeliveriesQuery & { where: DeliveryFilter['where'] },
  ): Promise<Page<ReturnType<typeof store.kind.fromRow>>> {
    const { access, catalogVisibility } = this.#options;
    const { cursor, entityRef, limit = DEFAULT_LIMIT, since, where } = query;
    const list = [store.kind.table, entityRef, since, where];
    const filter: DeliveryFilter = {
      entityRef,
      where,
      since: since === undefined ? undefined : Date.parse(since),
      visibility: await access.visible(credentials, reportReadPermission),
    };
    const place = cursor
      ? this.#options.cursors.decode(cursor, list)
      : undefined;
    const position = place && {
      finishedAt: Number(place.position[0]),
      id: String(place.position[1]),
    };
    const backwards = place?.backwards ?? false;
    const found = await store.list(
      filter,
      backwards ? { before: position, limit } : { after: position, limit },
    );
    const more = found.length > limit;
    const rows = found.slice(0, limit);
    if (backwards) {
      rows.reverse();
    }
    const filtered =
      (await catalogVisibility.mode(credentials)) === 'all'
        ? undefined
        : await catalogVisibility.filter(credentials, [
            ...new Set(rows.map(row => row.entity_ref)),
          ]);
    const items = rows.filter(row => filtered?.has(row.entity_ref) ?? true);
    const count = filtered ? items.length : await store.count(filter);
    const cursorAt = (row: Row | undefined, back: boolean) =>
      row &&
      this.#options.cursors.encode(
        { position: [Number(row.finished_at), row.id], backwards: back },
        list,
      );
    return {
      items: items.map(row => store.kind.fromRow(row)),
      totalItems: Math.min(count, MOST_DELIVERIES_COUNTED),
      ...((filtered || count > MOST_DELIVERIES_COUNTED) && {
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
}
