import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  championAuditPermission,
  PostHolders,
} from '@synchrony/backstage-plugin-champions-common';
import {
  CatalogVisibility,
  EvidenceRecords,
  EvidenceRecordsRequest,
} from '@synchrony/backstage-plugin-scorecards-node';
import {
  PolicyPermissionOptions,
  requirePolicyPermission,
} from '../access/requirePolicyPermission';
import { HeldPost, heldPosts } from '../posts/standingAt';
import { toRecord } from '../posts/toRecord';
import { PostStore } from '../store/PostStore';

const MOST_RECORDS = 10_000;

export interface PostsServiceOptions extends PolicyPermissionOptions {
  catalog: CatalogVisibility;
  store: PostStore;
  clock: () => Date;
}

/** Who was champion of what in the past, for those who audit. */
export class PostsService {
  readonly #options: PostsServiceOptions;

  constructor(options: PostsServiceOptions) {
    this.#options = options;
  }

  /** Of the entities that the caller may see in the catalog. */
  async asOf(
    credentials: BackstageCredentials,
    request: EvidenceRecordsRequest,
  ): Promise<PostHolders> {
    const { posts } = await this.#read(credentials, request);
    return {
      at: new Date(request.at).toISOString(),
      items: posts.map(({ entityRef, role, scopeRef, since, userRef }) => ({
        entityRef,
        scopeRef,
        role,
        userRef,
        since: new Date(since).toISOString(),
      })),
    };
  }

  /** The same as records of an evidence pack. */
  async records(
    credentials: BackstageCredentials,
    request: EvidenceRecordsRequest,
  ): Promise<EvidenceRecords> {
    const { posts, withheld } = await this.#read(credentials, request);
    return { records: posts.map(toRecord), withheld };
  }

  async #read(
    credentials: BackstageCredentials,
    { at, entityRefs }: EvidenceRecordsRequest,
  ): Promise<{ posts: HeldPost[]; withheld: boolean }> {
    const { catalog, clock, store } = this.#options;
    await requirePolicyPermission(
      this.#options,
      credentials,
      championAuditPermission,
    );
    const time = Date.parse(at);
    if (time > clock().getTime()) {
      throw new InputError('"at" lies in the future');
    }
    const asked = [...new Set(entityRefs)];
    const visible = await catalog.filter(credentials, asked);
    const records = await store.at([...visible], time, MOST_RECORDS + 1);
    if (records.length > MOST_RECORDS) {
      throw new InputError(
        `More than ${MOST_RECORDS} posts; ask for fewer entities`,
      );
    }
    return { posts: heldPosts(records), withheld: visible.size < asked.length };
  }
}
