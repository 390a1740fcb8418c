import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';

/** A need that has ended by itself. */
export interface EndedNeed {
  id: string;
  title: string;
  postedBy?: number;
}

/** Ends needs that no team has; each in one statement, so that none ends twice. */
export class NeedStore {
  /** Those whose day has passed, or that were posted too long ago. */
  async endPast(
    tx: Knex,
    today: string,
    postedBefore: number,
  ): Promise<EndedNeed[]> {
    const rows = await this.#open(tx)
      .where(past =>
        past
          .where('until_on', '<', today)
          .orWhere('posted_at', '<', postedBefore),
      )
      .update({ status: 'closed' })
      .returning(['id', 'title', 'posted_by']);
    return rows.map(
      (row: { id: string; title: string; posted_by: number | null }) => ({
        id: row.id,
        title: row.title,
        postedBy: row.posted_by ?? undefined,
      }),
    );
  }

  async endOf(tx: Knex, personIds: readonly number[]): Promise<void> {
    await this.#open(tx)
      .where(each => whereAmong(each, 'posted_by', personIds))
      .update({ status: 'closed' });
  }

  #open(tx: Knex): Knex.QueryBuilder {
    return tx('open_roles').where({ status: 'open' }).whereNull('team_id');
  }
}
