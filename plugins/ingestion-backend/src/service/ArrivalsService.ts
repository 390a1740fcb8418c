import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  FindingArrivals,
  findingReadPermission,
  MOST_ARRIVALS,
} from '@synchrony/backstage-plugin-ingestion-common';
import { ArrivalStore } from '../store/ArrivalStore';
import { EntityRights } from './EntityRights';

/** What came lately, for plugins that tell people of it. */
export class ArrivalsService {
  readonly #arrivals: ArrivalStore;
  readonly #rights: EntityRights;

  constructor(options: { arrivals: ArrivalStore; rights: EntityRights }) {
    this.#arrivals = options.arrivals;
    this.#rights = options.rights;
  }

  /**
   * Of the entities whose findings the caller may read. A cursor beyond the end,
   * as after a restore of the database, goes on from the end.
   *
   * @param after - the cursor of the answer before
   */
  async list(
    credentials: BackstageCredentials,
    after: string | undefined,
  ): Promise<FindingArrivals> {
    const end = await this.#arrivals.newest();
    const from = Math.min(Number(after ?? end), end);
    const rows = await this.#arrivals.listAfter(from, MOST_ARRIVALS);
    const readable = await this.#rights.among(
      credentials,
      findingReadPermission,
      rows.map(({ entityRef }) => entityRef),
    );
    return {
      items: rows
        .filter(({ entityRef }) => readable.has(entityRef))
        .map(({ position: _, ...arrival }) => arrival),
      cursor: String(rows.at(-1)?.position ?? from),
    };
  }
}
