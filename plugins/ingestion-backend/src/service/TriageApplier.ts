import { ConflictError } from '@backstage/errors';
import { IngestionFacts } from '@synchrony/backstage-plugin-ingestion-common';
import { FactFeed } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { EntityState, EntityStateStore } from '../store/EntityStateStore';
import { QueueStore } from '../store/QueueStore';
import { DueTables } from '../sla';
import { EntityChangeStore } from '../store/EntityChangeStore';
import { TriageStore } from '../store/TriageStore';
import { severityIn, TriageChange, TriagedFinding } from '../triage';
import { ChangeAnnouncer } from './ChangeAnnouncer';
import { FactsService } from './FactsService';
import { StatementFollower } from './StatementFollower';

/** How often a change is decided anew when reports come in between. */
const MOST_TRIES = 20;

export interface TriageApplierOptions {
  database: Knex;
  states: EntityStateStore;
  triage: TriageStore;
  changes: EntityChangeStore;
  dueTables: DueTables;
  follower: StatementFollower;
  queue: QueueStore;
  facts: FactsService;
  feed: Pick<FactFeed<IngestionFacts>, 'announce'>;
  announcer: ChangeAnnouncer;
  clock: () => Date;
}

/** A change of findings of one entity. */
export interface TriageOrder {
  entityRef: string;
  ids: string[];
  actor: string;
  /** Says what changes; asked again when the entity changed in between. */
  decide(findings: TriagedFinding[]): Promise<TriageChange[]>;
  /** Writes what belongs to the change, in its transaction. */
  record(
    tx: Knex.Transaction,
    changes: TriageChange[],
    now: number,
  ): Promise<void>;
}

/**
 * Writes what a person changes of an entity's findings, with history and
 * facts, in one transaction.
 */
export class TriageApplier {
  readonly #options: TriageApplierOptions;

  constructor(options: TriageApplierOptions) {
    this.#options = options;
  }

  async apply(order: TriageOrder): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await this.#try(order);
        return;
      } catch (error) {
        if (!ConflictError.is(error) || tries === MOST_TRIES) {
          throw error;
        }
      }
    }
  }

  async #try(order: TriageOrder): Promise<void> {
    const {
      announcer,
      changes: dues,
      clock,
      database,
      dueTables,
      facts,
      feed,
      follower,
      queue,
      states,
      triage,
    } = this.#options;
    const { entityRef } = order;
    // Read before the findings: whoever changes these later makes it old.
    const state = (await states.get([entityRef])).get(entityRef);
    const changes = await order.decide(await triage.list(order.ids));
    if (!state || changes.length === 0) {
      return;
    }
    const now = clock().getTime();
    const waiting = await queue.waitingAmong([entityRef]);
    const next: EntityState = { ...state, version: state.version + 1 };
    await database.transaction(async tx => {
      await states.advance(tx, next);
      for (const change of changes) {
        await triage.update(tx, change);
      }
      if (changes.some(changesSeverity)) {
        const table = dueTables.of(state.slaClass);
        await dues.recomputeDue(tx, entityRef, { table, now });
      }
      await triage.insertEvents(tx, changes, { actor: order.actor, at: now });
      await order.record(tx, changes, now);
      const undecided = changes.filter(
        change => leavesUndecided(change) || changesSeverity(change),
      );
      if (undecided.length > 0) {
        await follower.follow(tx, {
          entityRef,
          at: now,
          now,
          touched: [
            { kind: 'some', ids: undecided.map(({ finding }) => finding.id) },
          ],
        });
      }
      // History that is still being loaded must not be overtaken.
      const asOf = waiting.has(entityRef) ? state.observedAt : now;
      await facts.publish(tx, entityRef, asOf);
    });
    announcer.changed(entityRef, next.version);
    await feed.announce();
  }
}

/** Whether it ended what a person had decided or asked for, so that sources have a say again. */
function leavesUndecided({ finding, next }: TriageChange): boolean {
  const { request, verdict } = finding.state;
  return (
    next.verdict === null &&
    (verdict !== null || (request !== null && next.request === null))
  );
}

function changesSeverity({ finding, next }: TriageChange): boolean {
  return severityIn(finding, next) !== finding.severity;
}
