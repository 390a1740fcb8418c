import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  IngestionFacts,
  RetireScopeAnswer,
} from '@synchrony/backstage-plugin-ingestion-common';
import { FactFeed } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { Cadence } from '../coverage/cadence';
import { followActivity } from '../coverage/followActivity';
import { retireCoverage } from '../coverage/retireCoverage';
import { CoverageStore } from '../store/CoverageStore';
import { EntityState, EntityStateStore } from '../store/EntityStateStore';
import { QueueStore } from '../store/QueueStore';
import { RetirementStore } from '../store/RetirementStore';
import { ScopeStore, StoredScope } from '../store/ScopeStore';
import { actorOf } from './actorOf';
import { ChangeAnnouncer } from './ChangeAnnouncer';
import { EntityScopes } from './EntityScopes';
import { FactsService } from './FactsService';
import { RequestError } from './RequestError';
import { StatementFollower } from './StatementFollower';
import { TriageAccess } from './TriageAccess';

/** How often it is tried anew when reports come in between. */
const MOST_TRIES = 20;

export interface ScopeRetirementOptions {
  database: Knex;
  auth: AuthService;
  triageAccess: TriageAccess;
  entityScopes: EntityScopes;
  states: EntityStateStore;
  scopes: ScopeStore;
  retirements: RetirementStore;
  coverage: CoverageStore;
  cadence: Cadence;
  follower: StatementFollower;
  queue: QueueStore;
  facts: FactsService;
  feed: Pick<FactFeed<IngestionFacts>, 'announce'>;
  announcer: ChangeAnnouncer;
  clock: () => Date;
}

/** Which scope a person ends, and why. */
interface Order {
  entityRef: string;
  scopeId: number;
  actor: string;
  reason: string;
}

/**
 * Ends a scope that will never report again, since else its findings would stay
 * open for ever. Its next report undoes it.
 */
export class ScopeRetirement {
  readonly #options: ScopeRetirementOptions;

  constructor(options: ScopeRetirementOptions) {
    this.#options = options;
  }

  async retire(
    credentials: BackstageCredentials,
    entityRef: string,
    scopeId: number,
    reason: string,
  ): Promise<RetireScopeAnswer> {
    const { auth, entityScopes, triageAccess } = this.#options;
    const actor = actorOf(auth, credentials);
    const rights = await triageAccess.rights(credentials, [entityRef]);
    if (!rights.read.has(entityRef)) {
      throw new NotFoundError(`There is no scan ${scopeId} of ${entityRef}`);
    }
    if (!rights.triage.has(entityRef)) {
      throw new NotAllowedError(`You may not retire scans of ${entityRef}`);
    }
    const order = { entityRef, scopeId, actor, reason };
    const resolved = await this.#untilDone(order);
    const [scope] = await entityScopes.read(entityRef, [scopeId]);
    return { resolved, scope };
  }

  async #untilDone(order: Order): Promise<number> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#try(order);
      } catch (error) {
        if (!ConflictError.is(error) || tries === MOST_TRIES) {
          throw error;
        }
      }
    }
  }

  async #try({ actor, entityRef, reason, scopeId }: Order): Promise<number> {
    const { announcer, clock, database, facts, feed, follower, queue } =
      this.#options;
    const { retirements, scopes, states } = this.#options;
    // Read before the scopes: whoever changes these later makes it old.
    const state = (await states.get([entityRef])).get(entityRef);
    const known = await scopes.list(entityRef);
    const scope = known.find(({ id }) => id === scopeId);
    if (!state || !scope) {
      throw new NotFoundError(`There is no scan ${scopeId} of ${entityRef}`);
    }
    if (scope.retired) {
      throw new RequestError(422, `Scan ${scopeId} is retired already`);
    }
    const now = clock().getTime();
    const waiting = await queue.waitingAmong([entityRef]);
    const next: EntityState = { ...state, version: state.version + 1 };
    const resolved = await database.transaction(async tx => {
      await states.advance(tx, next);
      const count = await retirements.retire(tx, {
        scope,
        actor,
        reason,
        at: now,
      });
      await this.#uncover(tx, entityRef, scope, known);
      await follower.follow(tx, { entityRef, at: now, now, touched: [] });
      // History that is still being loaded must not be overtaken.
      const asOf = waiting.has(entityRef) ? state.observedAt : now;
      await facts.publish(tx, entityRef, asOf);
      return count;
    });
    announcer.changed(entityRef, next.version);
    await feed.announce();
    return resolved;
  }

  /** Findings that are gone with their scan must not look like mended ones. */
  async #uncover(
    tx: Knex.Transaction,
    entityRef: string,
    scope: StoredScope,
    known: StoredScope[],
  ): Promise<void> {
    const { cadence, coverage, scopes } = this.#options;
    const remaining = known.filter(({ id }) => id !== scope.id);
    await coverage.put(
      tx,
      entityRef,
      retireCoverage(
        await coverage.list(tx, entityRef),
        scope,
        remaining,
        cadence,
      ),
    );
    await coverage.put(
      tx,
      entityRef,
      followActivity(
        await coverage.list(tx, entityRef),
        await scopes.listCommits(tx, entityRef),
        cadence,
      ),
    );
  }
}
