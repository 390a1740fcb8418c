import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  CONTROL_TYPES,
  IngestionFacts,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  EntityChange,
  EntityProjection,
  EntityRow,
  FactFeed,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { defaultRefOf } from '../scope/defaultRef';
import { DueTables, slaClassOf } from '../sla';
import { EntityState, EntityStateStore } from '../store/EntityStateStore';
import {
  EntityExpectations,
  ExpectationStore,
} from '../store/ExpectationStore';
import { ChangeAnnouncer } from './ChangeAnnouncer';
import { EntityAlignment } from './EntityAlignment';
import { expectationsOf } from '../coverage/expectations';
import { parentOf } from '../coverage/parentOf';
import { FactsService } from './FactsService';
import { Quarantine } from './Quarantine';

export interface EntityChangesOptions {
  database: Knex;
  states: EntityStateStore;
  alignment: EntityAlignment;
  expectations: ExpectationStore;
  entities: Pick<EntityProjection, 'get'>;
  facts: FactsService;
  feed: Pick<FactFeed<IngestionFacts>, 'announce'>;
  quarantine: Quarantine;
  announcer: ChangeAnnouncer;
  dueTables: DueTables;
  defaultRef: string;
  logger: LoggerService;
  clock: () => Date;
}

const COMPONENT = 'component';

/** Kinds that say something about coverage. */
const FOLLOWED = [COMPONENT, 'system', 'group'];
const BATCH = 500;

/** Follows the catalog: new, changed and vanished entities. */
export class EntityChanges {
  readonly #options: EntityChangesOptions;
  #stopped = false;

  constructor(options: EntityChangesOptions) {
    this.#options = options;
  }

  async take({ changed, removed }: EntityChange): Promise<void> {
    const { expectations, feed, quarantine, states } = this.#options;
    const refs = changed.map(row => row.entityRef);
    const known = await states.get([...refs, ...removed]);
    await this.#followParents(changed);
    const expected = await this.#expectedOtherwise(changed);
    await expectations.put(
      this.#options.database,
      [...expected.values()].filter(({ entityRef }) => !known.has(entityRef)),
    );
    for (const row of changed) {
      const state = known.get(row.entityRef);
      if (state) {
        await this.#update(state, row, expected.get(row.entityRef));
      }
    }
    await expectations.delete(removed);
    for (const entityRef of removed) {
      const state = known.get(entityRef);
      if (state && !state.vanished) {
        await this.#withdraw(state);
      }
    }
    await quarantine.release(refs);
    if (known.size > 0) {
      await feed.announce();
    }
  }

  /** Takes in what the catalog said before this version of the plugin listened. */
  async catchUp(): Promise<void> {
    const { entities, expectations } = this.#options;
    let after: string | undefined;
    while (!this.#stopped) {
      const refs = await expectations.listEntities(FOLLOWED, after, BATCH);
      if (refs.length === 0) {
        break;
      }
      const found = await entities.get(refs);
      const changed = [...found.values()].filter(row => row !== undefined);
      try {
        await this.take({ changed, removed: [] });
        after = refs.at(-1);
      } catch (error) {
        // A report changed one of them meanwhile: compare them again.
        if (!ConflictError.is(error)) {
          throw error;
        }
      }
    }
  }

  stop(): void {
    this.#stopped = true;
  }

  async #followParents(changed: EntityRow[]): Promise<void> {
    const { expectations } = this.#options;
    const rows = changed.filter(({ kind }) => kind !== COMPONENT);
    const parents = rows.map(row => ({
      entityRef: row.entityRef,
      parentRef: parentOf(row),
    }));
    await expectations.putParents(
      parents.flatMap(({ entityRef, parentRef }) =>
        parentRef === undefined ? [] : [{ entityRef, parentRef }],
      ),
    );
    await expectations.deleteParents(
      parents
        .filter(({ parentRef }) => parentRef === undefined)
        .map(({ entityRef }) => entityRef),
    );
  }

  /** Components of which the catalog says something else than before. */
  async #expectedOtherwise(
    changed: EntityRow[],
  ): Promise<Map<string, EntityExpectations>> {
    const rows = changed.filter(({ kind }) => kind === COMPONENT);
    const known = await this.#options.expectations.get(
      rows.map(({ entityRef }) => entityRef),
    );
    const otherwise = new Map<string, EntityExpectations>();
    for (const row of rows) {
      const expectations = expectationsOf(row);
      const before = known.get(row.entityRef);
      const differs = CONTROL_TYPES.some(
        type => before?.[type] !== expectations[type],
      );
      if (differs) {
        const { entityRef } = row;
        otherwise.set(entityRef, { entityRef, expectations });
      }
    }
    return otherwise;
  }

  /** Another default branch or another tier changes what counts and until when. */
  async #update(
    state: EntityState,
    row: EntityRow,
    expected: EntityExpectations | undefined,
  ): Promise<void> {
    const { alignment, announcer, database, expectations, facts, states } =
      this.#options;
    const slaClass = slaClassOf(row.annotations);
    const table = this.#options.dueTables.of(slaClass);
    const next: EntityState = {
      ...state,
      version: state.version + 1,
      defaultRef: defaultRefOf(row.annotations, this.#options.defaultRef),
      slaClass,
      dueKey: table.key,
      vanished: false,
      sourceLocation: row.annotations['backstage.io/source-location'],
    };
    const otherRef = next.defaultRef !== state.defaultRef;
    const otherClass = next.slaClass !== state.slaClass;
    const otherSource = next.sourceLocation !== state.sourceLocation;
    const isSame = !otherRef && !otherClass && !otherSource;
    if (isSame && !expected && !state.vanished) {
      return;
    }
    const now = this.#options.clock().getTime();
    await database.transaction(async tx => {
      await states.advance(tx, next);
      if (expected) {
        await expectations.put(tx, [expected]);
      }
      await alignment.align(tx, next, now);
      await facts.publish(tx, state.entityRef, now);
    });
    announcer.changed(next.entityRef, next.version);
  }

  async #withdraw(state: EntityState): Promise<void> {
    const { announcer, clock, database, facts, states } = this.#options;
    const next = { ...state, version: state.version + 1, vanished: true };
    await database.transaction(async tx => {
      await states.advance(tx, next);
      await facts.withdraw(tx, state.entityRef, clock().getTime());
    });
    announcer.changed(next.entityRef, next.version);
  }
}
