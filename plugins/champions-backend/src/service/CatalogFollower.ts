import { EntityChange } from '@synchrony/backstage-plugin-scorecards-node';
import { COVERED_KINDS, kindOf } from '../coverage/scopesOf';
import { ProgrammeSource } from '../programme/ProgrammeSource';
import { AssignmentStore } from '../store/AssignmentStore';
import { DeclarationStore } from '../store/DeclarationStore';
import { AssignmentChanges } from './AssignmentChanges';
import {
  DeclarationFollower,
  DeclarationFollowerOptions,
} from './DeclarationFollower';
import { PeopleFollower, PeopleFollowerOptions } from './PeopleFollower';
import { ScopePlacer, ScopePlacerOptions } from './ScopePlacer';
import { timeChanges } from './timeChanges';

export interface CatalogFollowerOptions
  extends
    DeclarationFollowerOptions,
    PeopleFollowerOptions,
    ScopePlacerOptions {
  assignments: AssignmentStore;
  changes: AssignmentChanges;
  declarations: DeclarationStore;
  programme: ProgrammeSource;
}

/** Takes in what the catalog says: scopes, declarations, and who is gone. */
export class CatalogFollower {
  readonly #options: CatalogFollowerOptions;
  readonly #declarations: DeclarationFollower;
  readonly #people: PeopleFollower;
  readonly #placer: ScopePlacer;

  constructor(options: CatalogFollowerOptions) {
    this.#options = options;
    this.#declarations = new DeclarationFollower(options);
    this.#people = new PeopleFollower(options);
    this.#placer = new ScopePlacer(options);
  }

  async take(change: EntityChange): Promise<void> {
    const gone = change.removed.filter(ref =>
      COVERED_KINDS.includes(kindOf(ref)),
    );
    if (gone.length > 0) {
      await this.#endAt(gone);
      await this.#placer.forget(gone);
    }
    await this.#placer.place(change);
    await this.#people.take(change);
    await this.#declarations.take(change);
  }

  /** Nobody is champion for what is not there. */
  async #endAt(scopeRefs: string[]): Promise<void> {
    const { assignments, changes, clock, declarations, programme } =
      this.#options;
    const at = clock().getTime();
    const terms = programme.current().settings;
    await changes.commit(async tx => {
      await declarations.removeAll(tx, scopeRefs);
      return timeChanges(
        await assignments.live(tx, { scopeRefs }),
        'undeclare',
        { at, terms, reason: 'scope_gone' },
      );
    });
  }
}
