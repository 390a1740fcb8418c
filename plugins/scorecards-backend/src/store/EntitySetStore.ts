import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Level } from '@synchrony/backstage-plugin-scorecards-common';
import { Knex } from 'knex';

/** How an entity stood from a time on. */
export interface StandingSince {
  entity_ref: string;
  since: number;
  level: Level;
  score_low: number | null;
}

/** An entity on which a check fails. */
export interface FailingEntity {
  check_id: string;
  entity_ref: string;
  owner_ref: string | null;
}

/** What is known of sets of entities, each asked in one statement. */
export class EntitySetStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Changes of entities until now, oldest first, with the last one before a time. */
  async standings(
    entityRefs: readonly string[],
    scorecard: string,
    after: Date,
  ): Promise<StandingSince[]> {
    const of = () =>
      this.#database('entity_score_history as history')
        .where('history.scorecard_id', scorecard)
        .where(each => whereAmong(each, 'history.entity_ref', entityRefs));
    const before = of()
      .where('history.since', '<=', after.getTime())
      .groupBy('history.entity_ref')
      .select('history.entity_ref')
      .max({ since: 'history.since' });
    const columns = ['entity_ref', 'since', 'level', 'score_low'].map(
      column => `history.${column}`,
    );
    const rows: StandingSince[] = await this.#database
      .from(
        of()
          .where('history.since', '>', after.getTime())
          .select(columns)
          .unionAll([
            of()
              .join(before.as('last'), join =>
                join
                  .on('last.entity_ref', 'history.entity_ref')
                  .andOn('last.since', 'history.since'),
              )
              .select(columns),
          ])
          .as('found'),
      )
      .orderBy(['entity_ref', 'since']);
    return rows.map(row => ({ ...row, since: Number(row.since) }));
  }

  /** Entities of a scorecard on which checks fail now, by entity and check. */
  async failing(
    scorecard: string,
    checkIds: readonly string[],
    {
      after,
      limit,
    }: { after?: { entityRef: string; checkId: string }; limit: number },
  ): Promise<FailingEntity[]> {
    const query = this.#database('check_standings as result')
      .join('entity_scores as score', 'score.entity_ref', 'result.entity_ref')
      .where({ 'score.scorecard_id': scorecard, 'result.outcome': 'fail' })
      .where(each => whereAmong(each, 'result.check_id', checkIds))
      .select('result.check_id', 'result.entity_ref', 'score.owner_ref')
      .orderBy(['result.entity_ref', 'result.check_id'])
      .limit(limit);
    if (after) {
      query.whereRaw('(result.entity_ref, result.check_id) > (?, ?)', [
        after.entityRef,
        after.checkId,
      ]);
    }
    return query;
  }
}
