import { ResponseError } from '@backstage/errors';
import { EntityScoresPage, Level } from './types';

/** As many entities one question may name. @public */
export const MOST_ENTITIES_OF_A_SET = 200;

/** `POST /entities/query` @public */
export interface EntitySetQuery {
  /** At most {@link MOST_ENTITIES_OF_A_SET}. */
  entityRefs: string[];
  scorecard?: string;
}

/** `POST /entities/trends` @public */
export interface EntityTrendsQuery extends EntitySetQuery {
  /** ISO 8601; a year ago at most. */
  since: string;
}

/** How an entity stood at a time, and since then. @public */
export interface EntityTrend {
  entityRef: string;
  /** Absent where nothing was known of it then. */
  levelAtStart?: Level;
  /** Score at the end of each day since then, `null` where none was known. */
  days: { on: string; scoreLow: number | null }[];
}

/** Answer of `POST /entities/trends`; entities that the viewer sees. @public */
export interface EntityTrends {
  items: EntityTrend[];
}

/** A check, and the entities on which it fails. @public */
export interface CheckGap {
  checkId: string;
  title: string;
  /** Why it fails is shown to few. */
  isSensitive: boolean;
  failing: { entityRef: string; ownerRef?: string }[];
}

/** As many failures one page of `GET /checks/gaps` has. @public */
export const MOST_FAILURES_OF_A_PAGE = 1_000;

/**
 * Answer of `GET /checks/gaps`, for plugins of the portal. Pages go by entity,
 * so that a check may stand on several of them.
 *
 * @public
 */
export interface CheckGaps {
  items: CheckGap[];
  pageInfo: { nextCursor?: string };
  asOf: string;
}

/**
 * Asks scorecards about sets of entities.
 *
 * @public
 */
export class EntitySetsClient {
  readonly #options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#options = options;
  }

  /** `POST /entities/query` */
  getScores(query: EntitySetQuery): Promise<EntityScoresPage> {
    return this.#call('/entities/query', query);
  }

  /** `POST /entities/trends` */
  getTrends(query: EntityTrendsQuery): Promise<EntityTrends> {
    return this.#call('/entities/trends', query);
  }

  /** `GET /checks/gaps`, one page of it. */
  getGaps(scorecard: string, cursor?: string): Promise<CheckGaps> {
    const query = { scorecard, ...(cursor !== undefined && { cursor }) };
    return this.#call(`/checks/gaps?${new URLSearchParams(query)}`);
  }

  async #call<T>(path: string, body?: object): Promise<T> {
    const { discoveryApi, fetchApi } = this.#options;
    const baseUrl = await discoveryApi.getBaseUrl('scorecards');
    const response = await fetchApi.fetch(`${baseUrl}${path}`, {
      ...(body && {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
