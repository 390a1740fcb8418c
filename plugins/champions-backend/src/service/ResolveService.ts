import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ChampionContact,
  championNominatePermission,
  EntityChampions,
  EntityCoverage,
  ResolvedChampions,
} from '@synchrony/backstage-plugin-champions-common';
import {
  normalizeEntityRef,
  PeopleStore,
} from '@synchrony/backstage-plugin-scorecards-node';
import { PermissionsService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { StoredAssignment } from '../assignments/types';
import { SCOPE_KINDS, kindOf } from '../coverage/scopesOf';
import { AssignmentStore } from '../store/AssignmentStore';
import { CoverageStore, StoredCoverage } from '../store/CoverageStore';
import { DeclarationStore } from '../store/DeclarationStore';
import { ScopeStore } from '../store/ScopeStore';
import { ChampionRights } from './ChampionRights';

export interface ResolveServiceOptions {
  database: Knex;
  assignments: AssignmentStore;
  coverage: CoverageStore;
  declarations: DeclarationStore;
  people: PeopleStore;
  permissions: PermissionsService;
  rights: ChampionRights;
  scopes: ScopeStore;
  clock: () => Date;
}

/** Who is champion of entities. */
export class ResolveService {
  readonly #options: ResolveServiceOptions;

  constructor(options: ResolveServiceOptions) {
    this.#options = options;
  }

  /** Of the entities that the caller may see; others are left out. */
  async resolve(
    credentials: BackstageCredentials,
    entityRefs: string[],
  ): Promise<ResolvedChampions> {
    const { clock, coverage, database, rights } = this.#options;
    const reader = await rights.require(credentials);
    const refs = [...new Set(entityRefs.map(normalizeEntityRef))];
    const shown = await rights.shownAmong(reader, refs);
    const rows = await coverage.get(database, [...shown]);
    return {
      items: await this.#views(rows),
      asOf: clock().toISOString(),
    };
  }

  async entity(
    credentials: BackstageCredentials,
    ref: string,
  ): Promise<EntityChampions> {
    const { database, declarations, permissions, scopes } = this.#options;
    const entityRef = normalizeEntityRef(ref);
    const { asOf, items } = await this.resolve(credentials, [entityRef]);
    if (items.length === 0) {
      throw new NotFoundError(`No entity ${entityRef}`);
    }
    const chain = (await scopes.get(database, [entityRef])).get(entityRef);
    const declared = await declarations.list(database, [entityRef]);
    const [nominate] = await permissions.authorize(
      [{ permission: championNominatePermission }],
      { credentials },
    );
    return {
      ...items[0],
      scopes: chain ?? [],
      isDeclared: declared.length > 0,
      mayNominate:
        nominate.result === AuthorizeResult.ALLOW &&
        SCOPE_KINDS.includes(kindOf(entityRef)) &&
        declared.length === 0,
      asOf,
    };
  }

  async #views(rows: StoredCoverage[]): Promise<EntityCoverage[]> {
    const { assignments, database, people } = this.#options;
    const scopeRefs = new Set(
      rows.map(({ scopeRef }) => scopeRef).filter(ref => ref !== undefined),
    );
    const standing = await assignments.inStatus(
      database,
      ['active', 'stepping_down'],
      [...scopeRefs],
    );
    const names = await people.refsOf(
      database,
      standing.map(({ personId }) => personId),
    );
    const contacts = new Map<string, ReturnType<typeof contactsOf>>();
    for (const ref of scopeRefs) {
      contacts.set(ref, { deputies: [] });
    }
    for (const [ref, list] of grouped(standing)) {
      contacts.set(ref, contactsOf(list, names));
    }
    return rows.map(({ entityRef, reasons, scopeRef, state }) => ({
      entityRef,
      state,
      reasons,
      ...(scopeRef !== undefined && { scopeRef }),
      isInherited: scopeRef !== undefined && scopeRef !== entityRef,
      ...(contacts.get(scopeRef ?? '') ?? { deputies: [] }),
    }));
  }
}

function grouped(
  standing: StoredAssignment[],
): Map<string, StoredAssignment[]> {
  const byScope = new Map<string, StoredAssignment[]>();
  for (const assignment of standing) {
    const list = byScope.get(assignment.scopeRef) ?? [];
    list.push(assignment);
    byScope.set(assignment.scopeRef, list);
  }
  return byScope;
}

/** The first primary who stays comes before one who leaves. */
function contactsOf(
  standing: StoredAssignment[],
  names: ReadonlyMap<number, string>,
): { primary?: ChampionContact; deputies: ChampionContact[] } {
  const primaries = standing.filter(({ role }) => role === 'primary');
  const first =
    primaries.find(({ status }) => status === 'active') ?? primaries[0];
  const view = (assignment: StoredAssignment): ChampionContact => ({
    assignmentId: assignment.id,
    userRef: names.get(assignment.personId) ?? '',
    role: assignment.role,
    status: assignment.status,
    specialisms: assignment.specialisms,
    ...(assignment.startedAt !== undefined && {
      since: new Date(assignment.startedAt).toISOString(),
    }),
    ...(assignment.endsAt !== undefined && {
      endsAt: new Date(assignment.endsAt).toISOString(),
    }),
  });
  return {
    ...(first && { primary: view(first) }),
    deputies: standing.filter(each => each !== first).map(view),
  };
}
