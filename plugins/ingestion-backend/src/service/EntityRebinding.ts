import { randomUUID } from 'node:crypto';
import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  findingReadPermission,
  IngestionFacts,
  RebindAnswer,
  RebindRequest,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  EntityAccess,
  EntityProjection,
  EntityRow,
  FactFeed,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { defaultRefOf } from '../scope/defaultRef';
import { DueTables, slaClassOf } from '../sla';
import { DeliveryStores } from '../store/createStores';
import { EntityState, EntityStateStore } from '../store/EntityStateStore';
import { RebindStore } from '../store/RebindStore';
import { AdminAccess } from './AdminAccess';
import { ChangeAnnouncer } from './ChangeAnnouncer';
import { EntityAlignment } from './EntityAlignment';
import { FactsService } from './FactsService';
import { RequestError } from './RequestError';

export interface EntityRebindingOptions {
  database: Knex;
  rebinds: RebindStore;
  deliveryStores: DeliveryStores;
  states: EntityStateStore;
  alignment: EntityAlignment;
  entities: Pick<EntityProjection, 'get'>;
  admins: AdminAccess;
  access: EntityAccess;
  facts: FactsService;
  feed: Pick<FactFeed<IngestionFacts>, 'announce'>;
  announcer: ChangeAnnouncer;
  dueTables: DueTables;
  defaultRef: string;
  onReleased: () => void;
  clock: () => Date;
}

/** What is known of both ends of a move. */
interface Ends extends RebindRequest {
  entity: EntityRow;
  source?: EntityState;
  target?: EntityState;
}

/**
 * Moves what waits for, and what is known of, an entity that the catalog does
 * not have to one that it has. The bindings of the submitters are not asked
 * again: that an administrator says which entity was meant is the authority.
 */
export class EntityRebinding {
  readonly #options: EntityRebindingOptions;

  constructor(options: EntityRebindingOptions) {
    this.#options = options;
  }

  async rebind(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
    request: RebindRequest,
  ): Promise<RebindAnswer> {
    const { access, admins, announcer, clock, database, feed } = this.#options;
    await admins.require(credentials);
    const ends = await this.#look(request);
    const { from, to } = request;
    const now = clock().getTime();
    const next = ends.source && this.#join(ends.source, ends);
    const answer = await database.transaction(async tx => {
      const { facts, rebinds } = this.#options;
      await this.#assertFree(tx, from);
      const reports = await rebinds.requeue(tx, from, to, now);
      if (reports === 0 && !next) {
        throw new NotFoundError(`Nothing is known of ${from}`);
      }
      const moved = next
        ? await this.#move(tx, ends, next, now)
        : { findings: 0, scopes: 0 };
      await rebinds.record(tx, {
        id: randomUUID(),
        from,
        to,
        actor: credentials.principal.userEntityRef,
        at: now,
        reports,
        findings: moved.findings,
      });
      if (next) {
        await facts.withdraw(tx, from, now);
        await facts.publish(tx, to, now);
      }
      return { from, to, reports, ...moved };
    });
    this.#options.onReleased();
    if (next) {
      announcer.changed(to, next.version);
      announcer.changed(from, next.version);
      await feed.announce();
    }
    const mayCount = await access.can(credentials, findingReadPermission, to);
    return mayCount ? answer : { ...answer, findings: undefined };
  }

  async #look({ from, to }: RebindRequest): Promise<Ends> {
    const { entities, states } = this.#options;
    if (from === to) {
      throw new RequestError(400, 'to must be another entity', 'body.to');
    }
    const found = await entities.get([from, to]);
    const entity = found.get(to);
    if (!entity) {
      throw new RequestError(400, `${to} is not in the catalog`, 'body.to');
    }
    if (found.get(from)) {
      throw new ConflictError(
        `${from} is in the catalog: what is known of it stays with it`,
      );
    }
    const known = await states.get([from, to]);
    return {
      from,
      to,
      entity,
      source: known.get(from),
      target: known.get(to),
    };
  }

  async #assertFree(tx: Knex.Transaction, from: string): Promise<void> {
    if (await this.#options.rebinds.isBusy(tx, from)) {
      throw new ConflictError(
        `Reports of ${from} are being processed; try again in a minute`,
      );
    }
  }

  /** The state of the target once it has the evidence of both. */
  #join(source: EntityState, { entity, target, to }: Ends): EntityState {
    const slaClass = slaClassOf(entity.annotations);
    return {
      entityRef: to,
      version: (target?.version ?? 0) + 1,
      defaultRef: defaultRefOf(entity.annotations, this.#options.defaultRef),
      slaClass,
      dueKey: this.#options.dueTables.of(slaClass).key,
      observedAt: Math.max(source.observedAt, target?.observedAt ?? 0),
      vanished: false,
      sourceLocation: entity.annotations['backstage.io/source-location'],
    };
  }

  async #move(
    tx: Knex.Transaction,
    { from, source, to }: Ends,
    next: EntityState,
    now: number,
  ): Promise<{ findings: number; scopes: number }> {
    const { alignment, deliveryStores, rebinds, states } = this.#options;
    await states.advance(tx, next);
    if (!(await rebinds.takeState(tx, from, source?.version ?? 0))) {
      throw new ConflictError(`${from} changed in the meantime`);
    }
    await this.#assertDisjoint(tx, from, to);
    const { findings, scopes } = await rebinds.move(tx, from, to);
    for (const store of Object.values(deliveryStores)) {
      await store.move(tx, from, to);
    }
    await alignment.align(tx, next, now);
    return { findings, scopes };
  }

  /**
   * Where both have evidence of a control, nobody knows which findings are the
   * same: moving them would count some twice.
   */
  async #assertDisjoint(
    tx: Knex.Transaction,
    from: string,
    to: string,
  ): Promise<void> {
    const { rebinds } = this.#options;
    const shared = await rebinds.listSharedControls(tx, from, to);
    if (shared.length > 0) {
      throw new ConflictError(
        `${to} has evidence of its own (${shared.join(', ')}): with that of ${from}, the same findings would count twice`,
      );
    }
    if (await rebinds.shareSource(tx, from, to)) {
      throw new ConflictError(
        `${to} has scans, lists of components or VEX documents of the same source as ${from}: they would count twice`,
      );
    }
  }
}
