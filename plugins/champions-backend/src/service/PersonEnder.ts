import { Knex } from 'knex';
import { applyAction } from '../assignments/applyStep';
import { AssignmentEnder } from '../privacy/AssignmentEnding';
import { ProgrammeSource } from '../programme/ProgrammeSource';
import { AssignmentStore } from '../store/AssignmentStore';
import { DeclarationStore } from '../store/DeclarationStore';
import { ErasedPeopleStore } from '../store/ErasedPeopleStore';
import { NoticeStore } from '../store/NoticeStore';
import { AssignmentChanges } from './AssignmentChanges';

export interface PersonEnderOptions {
  assignments: AssignmentStore;
  changes: AssignmentChanges;
  declarations: DeclarationStore;
  erasedPeople: ErasedPeopleStore;
  notices: NoticeStore;
  programme: ProgrammeSource;
  clock: () => Date;
}

/** Ends what a person stands for who is to be erased, and tells nobody of it. */
export class PersonEnder implements AssignmentEnder {
  readonly #options: PersonEnderOptions;

  constructor(options: PersonEnderOptions) {
    this.#options = options;
  }

  async endAllOf(tx: Knex.Transaction, personId: number): Promise<string[]> {
    const { assignments, changes, clock, declarations } = this.#options;
    const { erasedPeople, notices, programme } = this.#options;
    const { settings } = programme.current();
    const at = clock().getTime();
    await declarations.handTo(tx, personId, await erasedPeople.somebody(tx));
    const ended = await changes.write(tx, async () => {
      const live = await assignments.live(tx, { personIds: [personId] });
      return live.map(before => ({
        before,
        after: applyAction(
          before,
          'withdraw',
          before.status === 'nominated' ? 'closed' : 'ended',
          { at },
          settings,
        ),
        event: { name: 'withdraw', at },
      }));
    });
    await notices.removeOf(tx, personId);
    return [...new Set(ended.map(({ after }) => after.scopeRef))];
  }
}
