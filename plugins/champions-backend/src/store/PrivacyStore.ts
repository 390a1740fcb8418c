import { Knex } from 'knex';
import { ErasureCounts, PERSONAL_DATA } from '../privacy/erasureClasses';
import { knownEntities } from './programme/knownEntities';

/** Columns that say who did something for somebody else. */
const STEPS = PERSONAL_DATA.steps.columns.map(column => column.split('.'));

/** What is counted by the person's number; the rest by the ref. */
export type PersonCounts = Omit<
  ErasureCounts,
  'mentions' | 'catalog' | 'memberships'
>;

async function countOf(query: Knex.QueryBuilder): Promise<number> {
  const [{ count }] = await query.count({ count: '*' });
  return Number(count);
}

/** What is kept of one person, to be counted and erased. */
export class PrivacyStore {
  async count(tx: Knex, personId: number): Promise<PersonCounts> {
    const mine = { person_id: personId };
    const nominations = await countOf(this.#nominations(tx).where(mine));
    let steps = 0;
    for (const [table, column] of STEPS) {
      steps += await countOf(tx(table).where(column, personId));
    }
    return {
      volunteer: await countOf(tx('volunteers').where(mine)),
      training: await countOf(tx('training_records').where(mine)),
      calendar: await countOf(tx('calendars').where(mine)),
      digest: await countOf(tx('digests').where(mine)),
      nominations,
      asked: await countOf(tx('questions').where({ asked_by: personId })),
      answered: await countOf(this.#answers(tx, personId)),
      notes:
        (await countOf(tx('assignments').where(mine).whereNotNull('reason'))) +
        (await countOf(this.#notes(tx, personId))),
      assignments: (await countOf(tx('assignments').where(mine))) - nominations,
      steps,
      declarations: await countOf(tx('declarations').where(mine)),
    };
  }

  /** How often the copy of the catalog names somebody. */
  async countInCatalog(tx: Knex, userRef: string): Promise<number> {
    return countOf(
      tx('synchrony_entities')
        .where('entity_ref', userRef)
        .orWhere('annotations', 'like', `%${userRef}%`),
    );
  }

  /** In how many groups the catalog has somebody. */
  async countMemberships(tx: Knex, userRef: string): Promise<number> {
    return countOf(tx('memberships').where({ user_ref: userRef }));
  }

  /** Groups of somebody whom the catalog does not know any more. */
  async dropMemberships(tx: Knex, userRef: string): Promise<void> {
    const known = knownEntities(tx, 'user').select('entity_ref');
    await tx('memberships')
      .where({ user_ref: userRef })
      .whereNotIn('user_ref', known)
      .delete();
  }

  /** Deletes and empties; what is left then goes under a pseudonym. */
  async erase(tx: Knex, personId: number): Promise<void> {
    const mine = { person_id: personId };
    for (const table of [
      'volunteers',
      'training_records',
      'calendars',
      'digests',
    ]) {
      await tx(table).where(mine).delete();
    }
    await tx('questions').where({ asked_by: personId }).delete();
    await this.#answers(tx, personId).update({ answer: null });
    await tx('questions')
      .where({ routed_person_id: personId })
      .update({ routed_because: '' });
    await this.#notes(tx, personId).update({ note: null });
    await tx('assignments').where(mine).update({ reason: null });
    await this.dropAssignments(
      tx,
      await this.#nominations(tx).where(mine).pluck('id'),
    );
  }

  async dropAssignments(tx: Knex, ids: string[]): Promise<void> {
    await tx('notices').whereIn('assignment_id', ids).delete();
    await tx('assignment_events').whereIn('assignment_id', ids).delete();
    await tx('assignments').whereIn('id', ids).delete();
  }

  /** @throws when the pseudonym is taken, which random ones are not */
  async rename(
    tx: Knex,
    personId: number,
    pseudonym: string,
    at: number,
  ): Promise<void> {
    await tx('people')
      .where({ id: personId })
      .update({ user_ref: pseudonym, erased_at: at });
  }

  /** The number of somebody who is not erased. */
  async find(tx: Knex, userRef: string): Promise<number | undefined> {
    const row = await tx('people')
      .where('user_ref', userRef)
      .whereNull('erased_at')
      .first('id');
    return row?.id;
  }

  /** Nobody held these posts. */
  #nominations(tx: Knex): Knex.QueryBuilder {
    return tx('assignments').whereNull('accepted_at').whereNull('started_at');
  }

  #answers(tx: Knex, personId: number): Knex.QueryBuilder {
    return tx('questions')
      .where({ routed_person_id: personId })
      .whereNotNull('answer');
  }

  /** Of the person's assignments, and by the person on those of others. */
  #notes(tx: Knex, personId: number): Knex.QueryBuilder {
    return tx('assignment_events')
      .whereNotNull('note')
      .where(any =>
        any
          .where('actor_id', personId)
          .orWhereIn(
            'assignment_id',
            tx('assignments').where({ person_id: personId }).select('id'),
          ),
      );
  }
}
