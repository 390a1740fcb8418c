import {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  FactPushResult,
  factsWritePermission,
} from '@synchrony/backstage-plugin-scorecards-common';
import { EntityProjection } from '@synchrony/backstage-plugin-scorecards-node';
import { Push, readPush } from '../facts/readPush';
import { PushedItem } from '../facts/types';
import { PushedFactStore, PushedRow } from '../store/PushedFactStore';
import { PushedSource, SourceRegistry } from './SourceRegistry';

/** Who may push: a token, or a person who is named. */
export type PushCredentials = BackstageCredentials<
  BackstageServicePrincipal | BackstageUserPrincipal
>;

export interface FactPushServiceOptions {
  permissions: PermissionsService;
  registry: SourceRegistry;
  entities: Pick<EntityProjection, 'get'>;
  store: PushedFactStore;
  /** Told after something has changed. */
  onPushed: (source: string) => Promise<void>;
  clock: () => Date;
}

/** Takes facts that other systems push. */
export class FactPushService {
  readonly #options: FactPushServiceOptions;

  constructor(options: FactPushServiceOptions) {
    this.#options = options;
  }

  /**
   * Stores a batch, all or nothing.
   *
   * @throws NotAllowedError, NotFoundError when the source is not turned on,
   * RejectedPushError
   */
  async push(
    credentials: PushCredentials,
    sourceId: string,
    push: Push,
  ): Promise<FactPushResult> {
    const { clock, entities, onPushed, store } = this.#options;
    const source = await this.#authorized(credentials, sourceId);
    const now = clock();
    const items = readPush(source.definition, source.validator, push, now);
    const known = await entities.get(items.map(({ entityRef }) => entityRef));
    const { changed, older, unchanged } = await store.put(
      sourceId,
      items.map(item => toRow(item, source)),
      now,
    );
    if (changed.length > 0) {
      await onPushed(sourceId);
    }
    return {
      source: sourceId,
      received: items.length,
      changed: changed.length,
      unchanged: unchanged.length,
      older: older.map(({ entityRef, newestObservedAt }) => ({
        entityRef,
        newestObservedAt: new Date(newestObservedAt).toISOString(),
      })),
      unknownEntities: items
        .map(({ entityRef }) => entityRef)
        .filter(entityRef => !known.get(entityRef)),
    };
  }

  /** The permission comes first: which sources there are is told to none else. */
  async #authorized(
    credentials: PushCredentials,
    sourceId: string,
  ): Promise<PushedSource> {
    const { permissions, registry } = this.#options;
    const [decision] = await permissions.authorize(
      [{ permission: factsWritePermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`${factsWritePermission.name} is not granted`);
    }
    const source = registry.pushed(sourceId);
    if (!source) {
      throw new NotFoundError(
        `No source ${sourceId} takes facts here; scorecards.pushedSources turns it on`,
      );
    }
    if (!mayPush(source, credentials)) {
      throw new NotAllowedError(
        `${subjectOf(credentials)} may not push facts of ${sourceId}`,
      );
    }
    return source;
  }
}

function subjectOf({ principal }: PushCredentials): string {
  return principal.type === 'user'
    ? principal.userEntityRef
    : principal.subject;
}

/** A person has to be named, a token only where names are given at all. */
function mayPush(
  { subjects }: PushedSource,
  credentials: PushCredentials,
): boolean {
  return subjects
    ? subjects.includes(subjectOf(credentials))
    : credentials.principal.type === 'service';
}

function toRow(
  { entityRef, facts, observedAt }: PushedItem,
  { validForMs }: PushedSource,
): PushedRow {
  const observed = Date.parse(observedAt);
  const validUntil = observed + validForMs;
  return {
    entityRef,
    observedAt: observed,
    validUntil,
    facts: facts && {
      ...facts,
      observedAt: new Date(observed).toISOString(),
      validUntil: new Date(validUntil).toISOString(),
    },
  };
}
