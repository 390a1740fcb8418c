import { randomUUID } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ChampionFacts } from '@synchrony/backstage-plugin-champions-common';
import {
  chunks,
  EntityChange,
  EntityRow,
  FactFeed,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { applyTimeStep } from '../assignments/applyStep';
import { DeclaredChampion, declaredOf } from '../assignments/declaredOf';
import { AssignmentTerms, StoredAssignment } from '../assignments/types';
import {
  COVERED_KINDS,
  kindOf,
  SCOPE_KINDS,
  scopesOf,
} from '../coverage/scopesOf';
import { ProgrammeSource } from '../programme/ProgrammeSource';
import { AssignmentStore } from '../store/AssignmentStore';
import { CoverageStore, StoredCoverage } from '../store/CoverageStore';
import { Declaration, DeclarationStore } from '../store/DeclarationStore';
import { holdChampions } from '../store/hold';
import { PeopleStore } from '../store/PeopleStore';
import { ScopeStore } from '../store/ScopeStore';
import { AssignmentChange, AssignmentChanges } from './AssignmentChanges';
import { withDue } from './AssignmentsService';
import { CoverageWriter } from './CoverageWriter';
import { ScopeDirectory } from './ScopeDirectory';

export interface CatalogFollowerOptions {
  database: Knex;
  logger: LoggerService;
  assignments: AssignmentStore;
  changes: AssignmentChanges;
  coverage: CoverageStore;
  declarations: DeclarationStore;
  directory: ScopeDirectory;
  feed: FactFeed<ChampionFacts>;
  people: PeopleStore;
  programme: ProgrammeSource;
  scopes: ScopeStore;
  writer: CoverageWriter;
  clock: () => Date;
}

const PARENT_KINDS = ['group', 'system', 'domain'];
const ENTITIES_AT_A_TIME = 500;
const CRITICALITY = 'synchrony.io/criticality';

/** Takes in what the catalog says: scopes, declarations, and who is gone. */
export class CatalogFollower {
  readonly #options: CatalogFollowerOptions;

  constructor(options: CatalogFollowerOptions) {
    this.#options = options;
  }

  async take(change: EntityChange): Promise<void> {
    const removed = change.removed.filter(ref =>
      COVERED_KINDS.includes(kindOf(ref)),
    );
    if (removed.length > 0) {
      await this.#forget(removed);
    }
    await this.#place(change);
    await this.#followPeople(change);
    await this.#followDeclarations(change);
  }

  /** Where champions of entities can stand now, and the coverage by it. */
  async #place({ changed, removed }: EntityChange): Promise<void> {
    const { database, directory, feed, scopes } = this.#options;
    const covered = changed.filter(({ kind }) => COVERED_KINDS.includes(kind));
    const moved = [...changed.map(row => row.entityRef), ...removed].filter(
      ref => PARENT_KINDS.includes(kindOf(ref)),
    );
    const own = new Set(covered.map(row => row.entityRef));
    const below = (await scopes.under(database, moved)).filter(
      ref => !own.has(ref) && !removed.includes(ref),
    );
    if (covered.length > 0) {
      await this.#placeRows(covered);
    }
    for (const refs of chunks(below, ENTITIES_AT_A_TIME)) {
      const rows = await directory.get(refs);
      await this.#placeRows(
        [...rows.values()].filter(row => row !== undefined),
      );
    }
    if (covered.length + below.length > 0) {
      await feed.announce();
    }
  }

  async #placeRows(rows: EntityRow[]): Promise<void> {
    const { clock, coverage, database, directory, scopes, writer } =
      this.#options;
    const known = await directory.withParents(rows);
    const chains = new Map(
      rows.map(row => [row.entityRef, scopesOf(row, known)]),
    );
    const now = clock().getTime();
    await database.transaction(async tx => {
      await holdChampions(tx);
      await scopes.replace(tx, chains);
      const stored = await coverage.get(tx, [...chains.keys()]);
      const before = new Map(stored.map(each => [each.entityRef, each]));
      await coverage.put(
        tx,
        rows.map(row => ({
          ...(before.get(row.entityRef) ?? unjudged(row, now)),
          ...catalogPartOf(row),
        })),
      );
      await writer.recompute(tx, [...chains.keys()]);
    });
  }

  async #forget(refs: string[]): Promise<void> {
    const { assignments, changes, clock, coverage, declarations } =
      this.#options;
    const { database, feed, programme, scopes } = this.#options;
    const at = clock().getTime();
    const { settings } = programme.current();
    await changes.commit(async tx => {
      const standing = await assignments.live(tx, { scopeRefs: refs });
      for (const declaration of await declarations.list(tx, refs)) {
        await declarations.remove(tx, declaration);
      }
      return stepsOf(standing, before =>
        applyTimeStep(before, 'undeclare', at, settings, 'scope_gone'),
      ).map(change => ({ ...change, event: { name: 'undeclare', at } }));
    });
    await database.transaction(async tx => {
      await holdChampions(tx);
      await scopes.remove(tx, refs);
      await coverage.remove(tx, refs);
      await feed.publish(
        tx,
        refs.map(entityRef => ({
          entityRef,
          facts: null,
          observedAt: new Date(at).toISOString(),
        })),
      );
    });
  }

  /** Assignments of people who left the catalog or the group of the scope. */
  async #followPeople({ changed, removed }: EntityChange): Promise<void> {
    const { assignments, changes, clock, database, directory, people } =
      this.#options;
    const { settings } = this.#options.programme.current();
    const at = clock().getTime();
    const users = changed.filter(({ kind }) => kind === 'user');
    const gone = removed.filter(ref => kindOf(ref) === 'user');
    const found = await people.known(database, [
      ...users.map(({ entityRef }) => entityRef),
      ...gone,
    ]);
    if (found.size === 0) {
      return;
    }
    const groups = new Map<number, Set<string>>();
    for (const user of users) {
      const id = found.get(user.entityRef);
      if (id !== undefined) {
        groups.set(id, await directory.groupsOf(user));
      }
    }
    const goneIds = new Set(gone.map(ref => found.get(ref)));
    await changes.commit(async tx => {
      const live = await assignments.live(tx, {
        personIds: [...found.values()],
      });
      const inGroup = ({ personId, scopeRef }: StoredAssignment) =>
        groups.get(personId)?.has(scopeRef) ?? false;
      const ofGroups = live.filter(
        each => kindOf(each.scopeRef) === 'group' && groups.has(each.personId),
      );
      const left = stepsOf(
        ofGroups.filter(each => each.isMember && !inGroup(each)),
        before => applyTimeStep(before, 'lapse', at, settings, 'left_group'),
      ).map(({ after, before }) => ({
        before,
        after: { ...after, isMember: false },
        event: { name: 'lapse', at },
      }));
      const changedIds = (isMember: boolean) =>
        ofGroups
          .filter(
            each =>
              each.isMember !== isMember &&
              inGroup(each) === isMember &&
              !left.some(({ after }) => after.id === each.id),
          )
          .map(({ id }) => id);
      await assignments.setMembers(tx, changedIds(true), true);
      await assignments.setMembers(tx, changedIds(false), false);
      const ofGone = live.filter(({ personId }) => goneIds.has(personId));
      return [...left, ...leavingSteps(ofGone, at, settings)];
    });
  }

  async #followDeclarations({ changed }: EntityChange): Promise<void> {
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
    const { changes, declarations, directory, logger, people } = this.#options;
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
      const ids = await people.idsOf(
        tx,
        wanted.map(({ userRef }) => userRef),
      );
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
            isKnownUser: users.get(champion.userRef) !== undefined,
            isMember: members.has(champion.userRef),
          })),
        );
      }
      return steps;
    });
    await this.#judge(scope.entityRef);
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
    return stepsOf(live?.source === 'catalog' ? [live] : [], before =>
      applyTimeStep(before, 'undeclare', at, programme.current().settings),
    ).map(change => ({ ...change, event: { name: 'undeclare', at } }));
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
      return live.source === 'catalog' && live.role !== role
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

function stepsOf(
  assignments: StoredAssignment[],
  step: (before: StoredAssignment) => StoredAssignment | undefined,
): Pick<AssignmentChange, 'after' | 'before'>[] {
  return assignments.flatMap(before => {
    const after = step(before);
    return after ? [{ before, after }] : [];
  });
}

/** What becomes of assignments of people whom the catalog does not know. */
function leavingSteps(
  assignments: StoredAssignment[],
  at: number,
  terms: AssignmentTerms,
): AssignmentChange[] {
  return (['lapse', 'leave'] as const).flatMap(name =>
    stepsOf(assignments, before =>
      applyTimeStep(before, name, at, terms, 'left_catalog'),
    ).map(change => ({ ...change, event: { name, at } })),
  );
}

function catalogPartOf(row: EntityRow) {
  return {
    kind: row.kind,
    ownerRef: row.ownerRef,
    tier: row.annotations[CRITICALITY]?.slice(0, 16),
    isProduction: row.lifecycle === 'production',
  };
}

function unjudged(row: EntityRow, now: number): StoredCoverage {
  return {
    entityRef: row.entityRef,
    state: 'uncovered',
    reasons: ['nobody'],
    isDeclaredOnly: false,
    since: now,
    ...catalogPartOf(row),
  };
}
