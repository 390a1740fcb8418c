import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { PERSON_COLUMNS } from '../privacy/personColumns';

const LIVE = ['invited', 'requested', 'active', 'leaving'];
const BY_THE_TEAM = ['active', 'leaving'];

/** Everything of a person in every table. */
export class PrivacyStore {
  /** Rows by place, in the order of {@link PERSON_COLUMNS}. */
  async count(tx: Knex, personId: number): Promise<number[]> {
    const counts: number[] = [];
    for (const { column, table } of PERSON_COLUMNS) {
      const [{ rows }] = await tx(table)
        .where(column, personId)
        .count({ rows: '*' });
      counts.push(Number(rows));
    }
    return counts;
  }

  /** People who gain or lose endorsements with the person. */
  async endorsedBy(tx: Knex, personId: number): Promise<number[]> {
    return tx('endorsements')
      .where({ endorser_id: personId })
      .distinct()
      .pluck('person_id');
  }

  /** Ends what still runs; answers the teams. */
  async endMemberships(
    tx: Knex,
    personId: number,
    now: number,
  ): Promise<number[]> {
    const live = () =>
      tx('memberships').where({ person_id: personId }).whereIn('status', LIVE);
    const teamIds: number[] = await live().distinct().pluck('team_id');
    await live().update({
      status: tx.raw(
        `case when status in (${BY_THE_TEAM.map(() => '?').join(', ')}) then 'left' else 'closed' end`,
        BY_THE_TEAM,
      ),
      end_reason: 'left_catalog',
      ended_at: now,
      due_at: null,
      version: tx.raw('version + 1'),
    });
    return teamIds;
  }

  async erase(tx: Knex, personId: number): Promise<void> {
    for (const {
      clear,
      column,
      effect,
      onlyWithout,
      table,
    } of PERSON_COLUMNS) {
      const rows = () => tx(table).where(column, personId);
      if (effect === 'deleted') {
        await (onlyWithout ? rows().whereNull(onlyWithout) : rows()).delete();
      }
      if (onlyWithout) {
        await rows().update({ [column]: null });
      }
      if (clear) {
        await rows().update(
          Object.fromEntries(clear.map(name => [name, null])),
        );
      }
    }
  }

  async rename(
    tx: Knex,
    personId: number,
    pseudonym: string,
    now: number,
  ): Promise<void> {
    await tx('people')
      .where({ id: personId })
      .update({ user_ref: pseudonym, erased_at: now });
  }

  async rowsOf(
    tx: Knex,
    table: string,
    columns: string[],
    personId: number,
  ): Promise<Record<string, unknown>[]> {
    return tx(table).where(any =>
      columns.forEach(column => any.orWhere(column, personId)),
    );
  }

  async teamRefs(tx: Knex, ids: number[]): Promise<Map<number, string>> {
    const rows = await tx('teams')
      .where(each => whereAmong(each, 'id', ids))
      .select('id', 'team_ref');
    return new Map(rows.map(row => [row.id, row.team_ref]));
  }
}
