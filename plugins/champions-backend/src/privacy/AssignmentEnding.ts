import { Knex } from 'knex';

/** Ends assignments of a person who is to be erased. */
export interface AssignmentEnder {
  /**
   * Ends all of a person's assignments that live as `withdrawn`, closes the
   * nominations, and recomputes coverage and facts, within the transaction.
   * Answers the scopes at which something changed; nobody is told yet.
   */
  endAllOf(tx: Knex.Transaction, personId: number): Promise<string[]>;
}

/** The ender, which the part that keeps assignments provides at its start. */
export class AssignmentEnding implements AssignmentEnder {
  #ender?: AssignmentEnder;

  provide(ender: AssignmentEnder): void {
    this.#ender = ender;
  }

  async endAllOf(tx: Knex.Transaction, personId: number): Promise<string[]> {
    if (!this.#ender) {
      throw new Error('No part of the plugin ends assignments');
    }
    return this.#ender.endAllOf(tx, personId);
  }
}
