import {
  CoverageReason,
  CoverageState,
} from '@synchrony/backstage-plugin-champions-common';
import {
  chunks,
  whereAmong,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';

/** Coverage of an entity, with what lists of it filter by. */
export interface StoredCoverage {
  entityRef: string;
  state: CoverageState;
  reasons: CoverageReason[];
  scopeRef?: string;
  isDeclaredOnly: boolean;
  kind: string;
  ownerRef?: string;
  tier?: string;
  isProduction: boolean;
  /** Since when the state is so. */
  since: number;
}

interface CoverageRow {
  entity_ref: string;
  state: CoverageState;
  reasons: string;
  scope_ref: string | null;
  is_declared_only: boolean | number;
  kind: string;
  owner_ref: string | null;
  tier: string | null;
  is_production: boolean | number;
  since: number | string;
}

const TABLE = 'coverage';
const ROWS_A_STATEMENT = 300;

function toRow(coverage: StoredCoverage): CoverageRow {
  return {
    entity_ref: coverage.entityRef,
    state: coverage.state,
    reasons: JSON.stringify(coverage.reasons),
    scope_ref: coverage.scopeRef ?? null,
    is_declared_only: coverage.isDeclaredOnly,
    kind: coverage.kind,
    owner_ref: coverage.ownerRef ?? null,
    tier: coverage.tier ?? null,
    is_production: coverage.isProduction,
    since: coverage.since,
  };
}

function fromRow(row: CoverageRow): StoredCoverage {
  return {
    entityRef: row.entity_ref,
    state: row.state,
    reasons: JSON.parse(row.reasons),
    scopeRef: row.scope_ref ?? undefined,
    isDeclaredOnly: Boolean(row.is_declared_only),
    kind: row.kind,
    ownerRef: row.owner_ref ?? undefined,
    tier: row.tier ?? undefined,
    isProduction: Boolean(row.is_production),
    since: Number(row.since),
  };
}

/** How well each entity is looked after. */
export class CoverageStore {
  async get(tx: Knex, entityRefs: string[]): Promise<StoredCoverage[]> {
    const rows = await tx<CoverageRow>(TABLE).where(each =>
      whereAmong(each, 'entity_ref', entityRefs),
    );
    return rows.map(fromRow);
  }

  /** Of everything, a page at a time. */
  async refs(tx: Knex, after: string, limit: number): Promise<string[]> {
    const rows = await tx<CoverageRow>(TABLE)
      .select('entity_ref')
      .where('entity_ref', '>', after)
      .orderBy('entity_ref')
      .limit(limit);
    return rows.map(row => row.entity_ref);
  }

  async put(tx: Knex, coverage: StoredCoverage[]): Promise<void> {
    for (const chunk of chunks(coverage.map(toRow), ROWS_A_STATEMENT)) {
      await tx<CoverageRow>(TABLE)
        .insert(chunk)
        .onConflict('entity_ref')
        .merge();
    }
  }

  async remove(tx: Knex, entityRefs: string[]): Promise<void> {
    await tx<CoverageRow>(TABLE)
      .where(each => whereAmong(each, 'entity_ref', entityRefs))
      .delete();
  }
}
