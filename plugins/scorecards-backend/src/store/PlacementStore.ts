import {
  chunks,
  EntityChange,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import {
  hasPlacements,
  placeEntity,
  Placement,
  RecordedPlacements,
  removeEntity,
} from '../evidence/placements';

const TABLE = 'entity_placements';
const ROWS_A_STATEMENT = 150;

/** What held at a time, or was recorded first and later. */
const COUNTS_AT = `((since <= ? and (ended_at is null or ended_at > ?))
  or (since > ? and is_first = 1))`;

function toPlacement(row: Placement): Placement {
  return {
    child_ref: row.child_ref,
    kind: row.kind,
    parent_ref: row.parent_ref,
    since: Number(row.since),
    ended_at: row.ended_at === null ? null : Number(row.ended_at),
    is_first: row.is_first,
  };
}

/** What was part of what, and who owned it, at any time. */
export class PlacementStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Records what the catalog says now. */
  async apply({ changed, removed }: EntityChange, now: Date): Promise<void> {
    const rows = changed.filter(row => hasPlacements(row.entityRef));
    const gone = removed.filter(hasPlacements);
    await this.#database.transaction(async tx => {
      const recordedOf = await recorded(tx, [
        ...rows.map(row => row.entityRef),
        ...gone,
      ]);
      const changes = [
        ...rows.map(row => placeEntity(row, recordedOf(row.entityRef))),
        ...gone.map(ref => removeEntity(recordedOf(ref), now.getTime())),
      ];
      const written = changes.flatMap(({ closed, opened }) => [
        ...closed,
        ...opened,
      ]);
      for (const chunk of chunks(written, ROWS_A_STATEMENT)) {
        await tx<Placement>(TABLE)
          .insert(chunk)
          .onConflict(['child_ref', 'kind', 'parent_ref', 'since'])
          .merge(['ended_at']);
      }
    });
  }

  /** Whether an entity was ever in the catalog, as far as is recorded. */
  async knows(entityRef: string): Promise<boolean> {
    const row = await this.#database<Placement>(TABLE)
      .where({ child_ref: entityRef, kind: 'present' })
      .first();
    return row !== undefined;
  }

  /**
   * Refs of an entity and of all that was part of it at a time. Of what was
   * recorded only later, the first record counts: it may have been so before.
   */
  async within(
    entityRef: string,
    time: number,
    limit: number,
  ): Promise<string[]> {
    const result = await this.#database.raw(
      `with recursive below(ref) as (
         select cast(? as text)
         union
         select cast(child_ref as text) from ${TABLE}
         join below on parent_ref = below.ref
         where kind = 'partOf' and ${COUNTS_AT}
       ) select ref from below order by ref limit ?`,
      [entityRef, time, time, time, limit],
    );
    const rows: { ref: string }[] = result.rows ?? result;
    return rows.map(({ ref }) => ref);
  }

  /** Places that count at a time, by the entity. */
  async at(
    entityRefs: string[],
    time: number,
  ): Promise<Map<string, Placement[]>> {
    const found: Placement[] = [];
    for (const chunk of chunks(entityRefs, ROWS_A_STATEMENT)) {
      found.push(
        ...(await this.#database<Placement>(TABLE)
          .whereIn('child_ref', chunk)
          .andWhereRaw(COUNTS_AT, [time, time, time])),
      );
    }
    return Map.groupBy(found.map(toPlacement), row => row.child_ref);
  }
}

async function recorded(
  tx: Knex.Transaction,
  entityRefs: string[],
): Promise<(entityRef: string) => RecordedPlacements> {
  const open: Placement[] = [];
  const known = new Set<string>();
  for (const chunk of chunks(entityRefs, ROWS_A_STATEMENT)) {
    open.push(
      ...(await tx<Placement>(TABLE)
        .whereIn('child_ref', chunk)
        .whereNull('ended_at')),
    );
    const refs = await tx<Placement>(TABLE)
      .distinct('child_ref')
      .whereIn('child_ref', chunk);
    refs.forEach(row => known.add(row.child_ref));
  }
  const byChild = Map.groupBy(open.map(toPlacement), row => row.child_ref);
  return ref => ({ open: byChild.get(ref) ?? [], isKnown: known.has(ref) });
}
