import { ChampionFacts } from '@synchrony/backstage-plugin-champions-common';
import {
  chunks,
  EntityChange,
  EntityRow,
  FactFeed,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { COVERED_KINDS, kindOf, scopesOf } from '../coverage/scopesOf';
import { CoverageStore, StoredCoverage } from '../store/CoverageStore';
import { holdChampions } from '../store/hold';
import { ScopeStore } from '../store/ScopeStore';
import { CoverageWriter } from './CoverageWriter';
import { ScopeDirectory } from './ScopeDirectory';

export interface ScopePlacerOptions {
  database: Knex;
  coverage: CoverageStore;
  directory: ScopeDirectory;
  feed: FactFeed<ChampionFacts>;
  scopes: ScopeStore;
  writer: CoverageWriter;
  clock: () => Date;
}

const PARENT_KINDS = ['group', 'system', 'domain'];
const ENTITIES_AT_A_TIME = 500;
const CRITICALITY = 'synchrony.io/criticality';

/** Keeps where champions of each entity can stand, and the coverage by it. */
export class ScopePlacer {
  readonly #options: ScopePlacerOptions;

  constructor(options: ScopePlacerOptions) {
    this.#options = options;
  }

  /** Entities that changed, and those below what changed or went. */
  async place({ changed, removed }: EntityChange): Promise<void> {
    const { database, directory, feed, scopes } = this.#options;
    const covered = changed.filter(({ kind }) => COVERED_KINDS.includes(kind));
    const moved = [...changed.map(row => row.entityRef), ...removed].filter(
      ref => PARENT_KINDS.includes(kindOf(ref)),
    );
    const own = new Set(covered.map(row => row.entityRef));
    const below = (await scopes.under(database, moved)).filter(
      ref => !own.has(ref) && !removed.includes(ref),
    );
    if (covered.length > 0) {
      await this.#placeRows(covered);
    }
    for (const refs of chunks(below, ENTITIES_AT_A_TIME)) {
      const rows = await directory.get(refs);
      await this.#placeRows(
        [...rows.values()].filter(row => row !== undefined),
      );
    }
    if (covered.length + below.length > 0) {
      await feed.announce();
    }
  }

  async #placeRows(rows: EntityRow[]): Promise<void> {
    const { clock, coverage, database, directory, scopes, writer } =
      this.#options;
    const known = await directory.withParents(rows);
    const chains = new Map(
      rows.map(row => [row.entityRef, scopesOf(row, known)]),
    );
    const now = clock().getTime();
    await database.transaction(async tx => {
      await holdChampions(tx);
      await scopes.replace(tx, chains);
      const stored = await coverage.get(tx, [...chains.keys()]);
      const before = new Map(stored.map(each => [each.entityRef, each]));
      await coverage.put(
        tx,
        rows.map(row => ({
          ...(before.get(row.entityRef) ?? unjudged(row, now)),
          ...catalogPartOf(row),
        })),
      );
      await writer.recompute(tx, [...chains.keys()]);
    });
  }

  /** Of entities that the catalog does not know any more. */
  async forget(refs: string[]): Promise<void> {
    const { clock, coverage, database, feed, scopes } = this.#options;
    const observedAt = clock().toISOString();
    await database.transaction(async tx => {
      await holdChampions(tx);
      await scopes.remove(tx, refs);
      await coverage.remove(tx, refs);
      await feed.publish(
        tx,
        refs.map(entityRef => ({ entityRef, facts: null, observedAt })),
      );
    });
    await feed.announce();
  }
}

function catalogPartOf(row: EntityRow) {
  return {
    kind: row.kind,
    ownerRef: row.ownerRef,
    tier: row.annotations[CRITICALITY]?.slice(0, 16),
    isProduction: row.lifecycle === 'production',
  };
}

function unjudged(row: EntityRow, now: number): StoredCoverage {
  return {
    entityRef: row.entityRef,
    state: 'uncovered',
    reasons: ['nobody'],
    isDeclaredOnly: false,
    since: now,
    ...catalogPartOf(row),
  };
}
