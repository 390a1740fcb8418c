import { randomUUID } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ChampionFacts,
  ChampionRole,
} from '@synchrony/backstage-plugin-champions-common';
import {
  EntityChange,
  EntityRow,
  FactFeed,
  PeopleStore,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { withDue } from '../assignments/applyStep';
import { DeclaredChampion, declaredOf } from '../assignments/declaredOf';
import { StoredAssignment } from '../assignments/types';
import { SCOPE_KINDS } from '../coverage/scopesOf';
import { ProgrammeSource } from '../programme/ProgrammeSource';
import { AssignmentStore } from '../store/AssignmentStore';
import { Declaration, DeclarationStore } from '../store/DeclarationStore';
import { ErasedPeopleStore } from '../store/ErasedPeopleStore';
import { holdChampions } from '../store/hold';
import { ScopeStore } from '../store/ScopeStore';
import { AssignmentChange, AssignmentChanges } from './AssignmentChanges';
import { CoverageWriter } from './CoverageWriter';
import { ScopeDirectory } from './ScopeDirectory';
import { timeChanges } from './timeChanges';

export interface DeclarationFollowerOptions {
  database: Knex;
  logger: LoggerService;
  assignments: AssignmentStore;
  changes: AssignmentChanges;
  declarations: DeclarationStore;
  directory: ScopeDirectory;
  feed: FactFeed<ChampionFacts>;
  erasedPeople: ErasedPeopleStore;
  people: PeopleStore;
  programme: ProgrammeSource;
  scopes: ScopeStore;
  writer: CoverageWriter;
  clock: () => Date;
}

/** Makes assignments follow the annotations of scopes. */
export class DeclarationFollower {
  readonly #options: DeclarationFollowerOptions;

  constructor(options: DeclarationFollowerOptions) {
    this.#options = options;
  }

  async take({ changed }: EntityChange): Promise<void> {
    const { database, declarations, directory } = this.#options;
    const scopes = changed.filter(({ kind }) => SCOPE_KINDS.includes(kind));
    const newUsers = changed
      .filter(({ kind }) => kind === 'user')
      .map(({ entityRef }) => entityRef);
    const known = await declarations.list(
      database,
      scopes.map(({ entityRef }) => entityRef),
    );
    const withKnown = new Set(known.map(({ scopeRef }) => scopeRef));
    const touched = scopes.filter(
      row => withKnown.has(row.entityRef) || declaredOf(row).length > 0,
    );
    const waiting =
      newUsers.length === 0
        ? []
        : await declarations.waiting(database, newUsers);
    const others = await directory.get(
      waiting.filter(ref => !touched.some(row => row.entityRef === ref)),
    );
    for (const row of [...touched, ...others.values()]) {
      if (row) {
        await this.#declare(row);
      }
    }
  }

  /** Makes the assignments of a scope follow its annotation. */
  async #declare(scope: EntityRow): Promise<void> {
    const { changes, declarations, directory, erasedPeople, logger } =
      this.#options;
    const wanted = declaredOf(scope);
    const users = await directory.get(wanted.map(({ userRef }) => userRef));
    const missing = wanted.filter(({ userRef }) => !users.get(userRef));
    if (missing.length > 0) {
      logger.info(
        `${scope.entityRef} declares ${missing.length} champions that the catalog does not know (yet)`,
      );
    }
    const members = new Set<string>();
    for (const { userRef } of wanted) {
      if (await directory.isMember(userRef, scope.entityRef)) {
        members.add(userRef);
      }
    }
    await changes.commit(async tx => {
      const erased = await erasedPeople.among(
        tx,
        wanted.map(({ userRef }) => userRef),
      );
      const ids = await this.#idsOf(tx, scope.entityRef, wanted, erased);
      const before = await declarations.list(tx, [scope.entityRef]);
      const kept = new Set(ids.values());
      const dropped = before.filter(({ personId }) => !kept.has(personId));
      const steps: AssignmentChange[] = [];
      for (const declaration of dropped) {
        steps.push(...(await this.#undeclare(tx, declaration)));
      }
      for (const champion of wanted) {
        const personId = ids.get(champion.userRef)!;
        steps.push(
          ...(await this.#follow(tx, scope.entityRef, personId, champion, {
            known: before.find(each => each.personId === personId),
            isKnownUser:
              users.get(champion.userRef) !== undefined &&
              !erased.has(champion.userRef),
            isMember: members.has(champion.userRef),
          })),
        );
      }
      return steps;
    });
    await this.#judge(scope.entityRef);
  }

  /**
   * The numbers of those who are declared. An annotation does not bring back
   * who was erased: unless the person stands there by their own new yes,
   * somebody without a name is declared instead.
   */
  async #idsOf(
    tx: Knex,
    scopeRef: string,
    wanted: DeclaredChampion[],
    erased: ReadonlySet<string>,
  ): Promise<Map<string, number>> {
    const { assignments, erasedPeople, people } = this.#options;
    const refs = wanted.map(({ userRef }) => userRef);
    const ids = await people.idsOf(
      tx,
      refs.filter(ref => !erased.has(ref)),
    );
    const back = await people.known(tx, [...erased]);
    for (const ref of erased) {
      const id = back.get(ref);
      const live = id && (await assignments.findLive(tx, id, scopeRef));
      ids.set(ref, live ? id : await erasedPeople.somebody(tx));
    }
    return ids;
  }

  async #undeclare(
    tx: Knex,
    declaration: Declaration,
  ): Promise<AssignmentChange[]> {
    const { assignments, clock, declarations, programme } = this.#options;
    const at = clock().getTime();
    await declarations.remove(tx, declaration);
    const live = await assignments.findLive(
      tx,
      declaration.personId,
      declaration.scopeRef,
    );
    return timeChanges(live?.source === 'catalog' ? [live] : [], 'undeclare', {
      at,
      terms: programme.current().settings,
    });
  }

  async #follow(
    tx: Knex,
    scopeRef: string,
    personId: number,
    { role }: DeclaredChampion,
    state: { known?: Declaration; isKnownUser: boolean; isMember: boolean },
  ): Promise<AssignmentChange[]> {
    const { assignments, clock, declarations, programme } = this.#options;
    const { settings } = programme.current();
    const at = clock().getTime();
    const live = await assignments.findLive(tx, personId, scopeRef);
    const isDone = state.known?.assignmentId !== undefined;
    if (live) {
      const assignmentId = live.id;
      await declarations.put(tx, { scopeRef, personId, role, assignmentId });
      return live.source === 'catalog' && takesRole(live, role)
        ? [
            {
              before: live,
              after: { ...live, role, version: live.version + 1 },
              event: { name: 'changeRole', at },
            },
          ]
        : [];
    }
    if (isDone || !state.isKnownUser) {
      const assignmentId = state.known?.assignmentId;
      await declarations.put(tx, { scopeRef, personId, role, assignmentId });
      return [];
    }
    const nomination = withDue(
      {
        id: randomUUID(),
        personId,
        scopeRef,
        role,
        source: 'catalog',
        status: 'nominated',
        specialisms: [],
        nominatedAt: at,
        isMember: state.isMember,
        version: 1,
      },
      settings,
    );
    await declarations.put(tx, {
      scopeRef,
      personId,
      role,
      assignmentId: nomination.id,
    });
    const after = settings.trustCatalogChampions
      ? trusted(nomination, at, settings.confirmationDays * 86_400_000)
      : nomination;
    return [{ after, event: { name: 'declare', at } }];
  }

  /** Coverage also says whether somebody is only declared. */
  async #judge(scopeRef: string): Promise<void> {
    const { database, scopes, writer } = this.#options;
    await database.transaction(async tx => {
      await holdChampions(tx);
      await writer.recompute(tx, await scopes.under(tx, [scopeRef]));
    });
    await this.#options.feed.announce();
  }
}

/**
 * Whether the role of the annotation is taken now. Who has said yes to be
 * deputy becomes primary only once active; {@link AssignmentChanges} does it.
 */
function takesRole(live: StoredAssignment, role: ChampionRole): boolean {
  return (
    live.role !== role &&
    (role === 'deputy' || ['nominated', 'active'].includes(live.status))
  );
}

/** Where the adopter trusts the catalog, who is declared counts at once. */
function trusted(
  nomination: StoredAssignment,
  at: number,
  confirmationMs: number,
): StoredAssignment {
  return {
    ...nomination,
    status: 'active',
    startedAt: at,
    confirmedAt: at,
    nextConfirmAt: at + confirmationMs,
    dueAt: at + confirmationMs,
  };
}
