import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  AssignmentDetails,
  AssignmentsPage,
  AssignmentsQuery,
  ChampionedEntities,
  ChampionRelations,
  PersonChampionship,
  PUBLIC_ASSIGNMENT_STATUSES,
} from '@synchrony/backstage-plugin-champions-common';
import {
  normalizeEntityRef,
  PeopleStore,
  readCursor,
  writeCursor,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { z } from 'zod';
import { isSeenBy } from '../assignments/isSeenBy';
import { StoredAssignment } from '../assignments/types';
import { AssignmentReach } from '../store/assignmentReach';
import { AssignmentFilter, AssignmentStore } from '../store/AssignmentStore';
import { EventStore } from '../store/EventStore';
import { ScopeStore } from '../store/ScopeStore';
import { AssignmentViews } from './AssignmentViews';
import { ChampionRights, KnownReader } from './ChampionRights';

export interface AssignmentReaderOptions {
  database: Knex;
  assignments: AssignmentStore;
  events: EventStore;
  people: PeopleStore;
  scopes: ScopeStore;
  rights: ChampionRights;
  views: AssignmentViews;
}

const DEFAULT_LIMIT = 50;
/** More than one person ever has at once or had. */
const MOST_OF_A_PERSON = 1_000;
const cursorKeys = z.tuple([z.number(), z.string()]);

/** Assignments, as far as readers may know of them. */
export class AssignmentReader {
  readonly #options: AssignmentReaderOptions;

  constructor(options: AssignmentReaderOptions) {
    this.#options = options;
  }

  async list(
    credentials: BackstageCredentials,
    query: AssignmentsQuery,
  ): Promise<AssignmentsPage> {
    const { assignments, database, rights, views } = this.#options;
    const after = readCursor(query.cursor, cursorKeys);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const reader = await rights.require(credentials);
    const filter = await this.#filterOf(query);
    if (!filter) {
      return { items: [], totalItems: 0, pageInfo: {} };
    }
    const reach = await this.#reach(reader, filter);
    const rows = await assignments.page(
      database,
      filter,
      reach,
      after && { nominatedAt: after[0], id: after[1] },
      limit + 1,
    );
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      items: await views.of(reader, page),
      totalItems: await assignments.count(database, filter, reach),
      pageInfo: {
        ...(last && { nextCursor: writeCursor([last.nominatedAt, last.id]) }),
      },
    };
  }

  async get(
    credentials: BackstageCredentials,
    id: string,
  ): Promise<AssignmentDetails> {
    const { database, events, rights, views } = this.#options;
    const reader = await rights.require(credentials);
    const assignment = await this.require(reader, id);
    const [view] = await views.of(reader, [assignment]);
    const history = await events.list(database, id);
    return {
      ...view,
      history: await views.history(reader, assignment, history),
    };
  }

  /** @throws NotFoundError for what the reader may not know of */
  async require(reader: KnownReader, id: string): Promise<StoredAssignment> {
    const { assignments, database, rights, views } = this.#options;
    const found = await assignments.get(database, id);
    if (found && (await this.#isShown(reader, found))) {
      const leads = await rights.leadsAmong(reader, [found.scopeRef]);
      if (isSeenBy(found, views.viewerOf(reader, found, leads))) {
        return found;
      }
    }
    throw new NotFoundError(`No assignment ${id}`);
  }

  /** What everybody may know of a person, and more where the reader may. */
  async person(
    credentials: BackstageCredentials,
    userRef: string,
  ): Promise<PersonChampionship> {
    const { items } = await this.list(credentials, {
      userRef,
      limit: MOST_OF_A_PERSON,
    });
    return { userRef: normalizeEntityRef(userRef), assignments: items };
  }

  /** All of the reader's own that live. */
  async own(reader: KnownReader) {
    const { assignments, database, views } = this.#options;
    const rows =
      reader.personId === undefined
        ? []
        : await assignments.live(database, { personIds: [reader.personId] });
    return views.of(reader, rows);
  }

  /** @throws NotAllowedError for others than services and the person */
  async entitiesOf(
    credentials: BackstageCredentials,
    userRef: string,
  ): Promise<ChampionedEntities> {
    const { assignments, database, people, rights, scopes } = this.#options;
    const reader = await rights.require(credentials);
    const asked = normalizeEntityRef(userRef);
    if (reader.userRef !== undefined && reader.userRef !== asked) {
      throw new NotAllowedError('These are known to the person only');
    }
    const personId = await people.find(database, asked);
    if (personId === undefined) {
      return { entityRefs: [] };
    }
    const live = await assignments.live(database, { personIds: [personId] });
    const standing = live.filter(
      ({ status }) => status === 'active' || status === 'stepping_down',
    );
    return {
      entityRefs: await scopes.under(
        database,
        standing.map(({ scopeRef }) => scopeRef),
      ),
    };
  }

  /** @throws NotAllowedError for others than services and captains */
  async relations(
    credentials: BackstageCredentials,
  ): Promise<ChampionRelations> {
    const { assignments, database, people } = this.#options;
    await this.#requireRelations(credentials);
    const version = await this.#version();
    const rows = await assignments.inStatus(
      database,
      PUBLIC_ASSIGNMENT_STATUSES,
    );
    const names = await people.refsOf(
      database,
      rows.map(({ personId }) => personId),
    );
    return {
      version,
      items: rows.flatMap(({ personId, scopeRef }) => {
        const userRef = names.get(personId);
        return userRef ? [{ entityRef: scopeRef, userRef }] : [];
      }),
    };
  }

  /** The version alone, for who knows the relations of one already. */
  async relationsVersion(credentials: BackstageCredentials): Promise<string> {
    await this.#requireRelations(credentials);
    return this.#version();
  }

  async #requireRelations(credentials: BackstageCredentials): Promise<void> {
    const reader = await this.#options.rights.require(credentials);
    if (reader.userRef !== undefined && !reader.isCaptain) {
      throw new NotAllowedError(
        'Relations are for services and for who runs the programme',
      );
    }
  }

  async #version(): Promise<string> {
    const { database, events } = this.#options;
    return String(await events.version(database));
  }

  /** Undefined where nobody fits. */
  async #filterOf({
    scopeRef,
    status,
    userRef,
  }: AssignmentsQuery): Promise<AssignmentFilter | undefined> {
    const { database, people } = this.#options;
    const personId =
      userRef === undefined ? undefined : await people.find(database, userRef);
    if (userRef !== undefined && personId === undefined) {
      return undefined;
    }
    return {
      ...(scopeRef !== undefined && { scopeRef: normalizeEntityRef(scopeRef) }),
      ...(personId !== undefined && { personId }),
      ...(status !== undefined && status.length > 0 && { status }),
    };
  }

  async #reach(
    reader: KnownReader,
    filter: AssignmentFilter,
  ): Promise<AssignmentReach> {
    const { assignments, database, rights } = this.#options;
    const { isCaptain, personId } = reader;
    const refs = await assignments.scopesOf(database, filter);
    const shown = await rights.shownAmong(reader, refs);
    return {
      personId,
      isCaptain,
      leads: isCaptain ? [] : [...(await rights.leadsAmong(reader, refs))],
      ...(shown.size < refs.length && { shown: [...shown] }),
    };
  }

  async #isShown(
    reader: KnownReader,
    { personId, scopeRef }: StoredAssignment,
  ): Promise<boolean> {
    if (reader.personId === personId) {
      return true;
    }
    const shown = await this.#options.rights.shownAmong(reader, [scopeRef]);
    return shown.has(scopeRef);
  }
}
