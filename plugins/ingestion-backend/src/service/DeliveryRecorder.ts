import { ConflictError } from '@backstage/errors';
import {
  DeliveryAnswer,
  IngestionFacts,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  EntityRow,
  FactFeed,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { DeliveryRequest, DeliveryRow, newestStates } from '../deliveries';
import { defaultRefOf } from '../scope/defaultRef';
import { DueTables, slaClassOf } from '../sla';
import { DeliveryStore } from '../store/DeliveryStore';
import { EntityState, EntityStateStore } from '../store/EntityStateStore';
import { ChangeAnnouncer } from './ChangeAnnouncer';
import { FactsService } from './FactsService';

/** How often it is tried anew when reports change an entity in between. */
const MOST_TRIES = 20;

export interface DeliveryRecorderOptions {
  database: Knex;
  states: EntityStateStore;
  facts: FactsService;
  feed: Pick<FactFeed<IngestionFacts>, 'announce'>;
  announcer: ChangeAnnouncer;
  dueTables: DueTables;
  defaultRef: string;
  clock: () => Date;
}

/** What to record, of entities that exist. */
export interface DeliveryOrder<
  Request extends DeliveryRequest,
  Row extends DeliveryRow,
> {
  store: DeliveryStore<Request, Row>;
  submitter: string;
  requests: Request[];
  entities: Map<string, EntityRow>;
}

/**
 * Writes deployments and pipeline runs with their history and the facts that
 * follow from them, all or nothing, in one transaction.
 */
export class DeliveryRecorder {
  readonly #options: DeliveryRecorderOptions;

  constructor(options: DeliveryRecorderOptions) {
    this.#options = options;
  }

  async record<Request extends DeliveryRequest, Row extends DeliveryRow>(
    order: DeliveryOrder<Request, Row>,
  ): Promise<DeliveryAnswer> {
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

  async #try<Request extends DeliveryRequest, Row extends DeliveryRow>({
    entities,
    requests,
    store,
    submitter,
  }: DeliveryOrder<Request, Row>): Promise<DeliveryAnswer> {
    const { announcer, clock, database, facts, feed, states } = this.#options;
    const receivedAt = clock().getTime();
    const rows = requests.map(request =>
      store.kind.toRow(request, { submitter, receivedAt }),
    );
    const newest = newestStates(rows);
    const known = await states.get([...entities.keys()]);
    const changed: EntityState[] = [];
    const applied = await database.transaction(async tx => {
      await store.keepStates(tx, rows, requests);
      const ids = await store.upsert(tx, newest);
      const byEntity = Map.groupBy(
        newest.filter(({ id }) => ids.has(id)),
        row => row.entity_ref,
      );
      for (const entityRef of [...byEntity.keys()].sort()) {
        const state = this.#nextState(
          entities.get(entityRef)!,
          known.get(entityRef),
          byEntity.get(entityRef)!,
        );
        await states.advance(tx, state);
        changed.push(state);
      }
      for (const { entityRef, observedAt } of changed) {
        await facts.publish(tx, entityRef, observedAt);
      }
      return ids;
    });
    for (const { entityRef, version } of changed) {
      announcer.changed(entityRef, version);
    }
    if (changed.length > 0) {
      await feed.announce();
    }
    return { items: toItems(rows, newest, applied) };
  }

  /** History that is loaded later must not make facts newer than they are. */
  #nextState(
    entity: EntityRow,
    state: EntityState | undefined,
    rows: DeliveryRow[],
  ): EntityState {
    const { clock, defaultRef, dueTables } = this.#options;
    const newest = Math.max(
      ...rows.flatMap(row => [Number(row.updated_at), Number(row.finished_at)]),
    );
    const slaClass = state?.slaClass ?? slaClassOf(entity.annotations);
    return {
      entityRef: entity.entityRef,
      version: (state?.version ?? 0) + 1,
      defaultRef:
        state?.defaultRef ?? defaultRefOf(entity.annotations, defaultRef),
      slaClass,
      dueKey: state?.dueKey ?? dueTables.of(slaClass).key,
      observedAt: Math.min(
        Math.max(state?.observedAt ?? 0, newest),
        clock().getTime(),
      ),
      vanished: false,
    };
  }
}

function toItems(
  rows: DeliveryRow[],
  newest: DeliveryRow[],
  applied: Set<string>,
): DeliveryAnswer['items'] {
  const latest = new Map(newest.map(row => [row.id, Number(row.updated_at)]));
  return rows.map(({ id, updated_at: updatedAt }) =>
    applied.has(id) && latest.get(id) === Number(updatedAt)
      ? { applied: true }
      : { applied: false, reason: 'older' },
  );
}
