import { randomUUID } from 'node:crypto';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import {
  ChampionAssignment,
  championNominatePermission,
  NominationInput,
} from '@synchrony/backstage-plugin-champions-common';
import {
  normalizeEntityRef,
  PeopleStore,
} from '@synchrony/backstage-plugin-scorecards-node';
import { applyAction, withDue } from '../assignments/applyStep';
import { isSeenBy } from '../assignments/isSeenBy';
import { kindOf, SCOPE_KINDS } from '../coverage/scopesOf';
import { ProgrammeSource } from '../programme/ProgrammeSource';
import { AssignmentStore } from '../store/AssignmentStore';
import { DeclarationStore } from '../store/DeclarationStore';
import { ErasedPeopleStore } from '../store/ErasedPeopleStore';
import { AssignmentChanges } from './AssignmentChanges';
import { AssignmentViews } from './AssignmentViews';
import { ChampionRights, KnownReader } from './ChampionRights';
import { ScopeDirectory } from './ScopeDirectory';

export interface NominationServiceOptions {
  assignments: AssignmentStore;
  declarations: DeclarationStore;
  erasedPeople: ErasedPeopleStore;
  people: PeopleStore;
  changes: AssignmentChanges;
  rights: ChampionRights;
  views: AssignmentViews;
  directory: ScopeDirectory;
  programme: ProgrammeSource;
  clock: () => Date;
}

/** Asking people to be champions. */
export class NominationService {
  readonly #options: NominationServiceOptions;

  constructor(options: NominationServiceOptions) {
    this.#options = options;
  }

  /**
   * Asks somebody to be champion; who nominates themself has accepted. What
   * others asked, or what has lapsed, changes nothing for those who may not
   * know of it: their nomination stands beside it.
   *
   * @throws ConflictError when the person stands there, as far as the reader
   * may know
   */
  async nominate(
    credentials: BackstageCredentials,
    input: NominationInput,
  ): Promise<ChampionAssignment> {
    const { changes, clock, people, programme, rights, views } = this.#options;
    const { assignments, declarations, directory, erasedPeople } =
      this.#options;
    const reader = await rights.require(
      credentials,
      championNominatePermission,
    );
    const userRef = normalizeEntityRef(input.userRef);
    const scopeRef = normalizeEntityRef(input.scopeRef);
    await this.#requireNominable(reader, userRef, scopeRef);
    this.#requireSpecialisms(input.specialisms ?? []);
    const leads = await rights.leadsAmong(reader, [scopeRef]);
    const isMember = await directory.isMember(userRef, scopeRef);
    const { settings } = programme.current();
    const at = clock().getTime();
    const written = await changes.commit(async tx => {
      // Who was erased comes back by an act of their own only.
      const isBack =
        reader.userRef === userRef &&
        (await erasedPeople.among(tx, [userRef])).size > 0;
      if (!isBack && (await declarations.list(tx, [scopeRef])).length > 0) {
        throw new ConflictError(
          'The catalog declares the champions of this scope; change its annotation',
        );
      }
      const personId = await people.idOf(tx, userRef);
      const nominatedBy =
        reader.userRef === undefined
          ? undefined
          : await people.idOf(tx, reader.userRef);
      const viewer = {
        personId: nominatedBy,
        isCaptain: reader.isCaptain,
        isLead: leads.has(scopeRef),
      };
      const live = await assignments.liveAt(tx, personId, scopeRef);
      if (live.some(each => isSeenBy(each, viewer))) {
        throw new ConflictError(
          'The person stands for this scope, or has been asked already',
        );
      }
      const nomination = withDue(
        {
          id: randomUUID(),
          personId,
          scopeRef,
          role: input.role,
          source: 'portal',
          status: 'nominated',
          specialisms: input.specialisms ?? [],
          ...(nominatedBy !== undefined && { nominatedBy }),
          nominatedAt: at,
          reason: input.reason,
          isMember,
          version: 1,
        },
        settings,
      );
      const actorId = nomination.nominatedBy;
      const asked = { name: 'nominate', at, actorId, note: input.reason };
      if (actorId !== personId) {
        return [{ after: nomination, event: asked }];
      }
      return [
        { after: nomination, event: asked },
        {
          before: nomination,
          after: applyAction(
            nomination,
            'accept',
            'accepted',
            { at, actorId },
            settings,
          ),
          event: { name: 'accept', at, actorId },
        },
      ];
    });
    const [view] = await views.of(
      await rights.require(credentials),
      written.slice(-1),
    );
    return view;
  }

  async #requireNominable(
    reader: KnownReader,
    userRef: string,
    scopeRef: string,
  ): Promise<void> {
    const { directory, rights } = this.#options;
    if (!SCOPE_KINDS.includes(kindOf(scopeRef))) {
      throw new InputError(
        'scopeRef: Champions stand for a group, system, domain or component',
      );
    }
    const shown = await rights.shownAmong(reader, [userRef, scopeRef]);
    const rows = await directory.get([...shown]);
    for (const [field, ref] of Object.entries({ userRef, scopeRef })) {
      if (!rows.get(ref)) {
        throw new InputError(`${field}: There is no ${ref} in the catalog`);
      }
    }
  }

  #requireSpecialisms(specialisms: string[]): void {
    const known = this.#options.programme.current().settings.specialisms;
    const unknown = specialisms.find(
      id => !known.some(specialism => specialism.id === id),
    );
    if (unknown !== undefined) {
      throw new InputError(
        `specialisms: The programme knows no specialism ${unknown}`,
      );
    }
  }
}
