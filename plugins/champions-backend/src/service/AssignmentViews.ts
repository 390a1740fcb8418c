import {
  AssignmentEvent,
  ChampionAssignment,
  openAssignmentActions,
  PUBLIC_ASSIGNMENT_STATUSES,
} from '@synchrony/backstage-plugin-champions-common';
import { PeopleStore } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { AssignmentViewer, guardsOf } from '../assignments/guardsOf';
import { StoredAssignment } from '../assignments/types';
import { AssignmentStore } from '../store/AssignmentStore';
import { StoredEvent } from '../store/EventStore';
import { ChampionRights, KnownReader } from './ChampionRights';
import { ScopeDirectory } from './ScopeDirectory';

export interface AssignmentViewsOptions {
  database: Knex;
  assignments: AssignmentStore;
  people: PeopleStore;
  rights: ChampionRights;
  directory: ScopeDirectory;
}

const SUCCESSOR_STATUSES = ['active'] as const;

function iso(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(ms).toISOString();
}

/** Leaves out what is not known, so that answers hold no empty fields. */
function known<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined),
  ) as T;
}

/** Assignments as a reader may see them. */
export class AssignmentViews {
  readonly #options: AssignmentViewsOptions;

  constructor(options: AssignmentViewsOptions) {
    this.#options = options;
  }

  viewerOf(
    { isCaptain, personId }: KnownReader,
    { scopeRef }: StoredAssignment,
    leads: ReadonlySet<string>,
  ): AssignmentViewer {
    return { personId, isCaptain, isLead: leads.has(scopeRef) };
  }

  /** With the names, the rights and the catalog looked up once for all. */
  async of(
    reader: KnownReader,
    assignments: StoredAssignment[],
  ): Promise<ChampionAssignment[]> {
    const { database, directory, people, rights } = this.#options;
    const scopeRefs = [...new Set(assignments.map(each => each.scopeRef))];
    const names = await people.refsOf(
      database,
      assignments.flatMap(each =>
        [
          each.personId,
          each.agreedBy,
          each.nominatedBy,
          each.successorId,
        ].filter(id => id !== undefined),
      ),
    );
    const leads = await rights.leadsAmong(reader, scopeRefs);
    const standing = await this.#options.assignments.inStatus(
      database,
      SUCCESSOR_STATUSES,
      scopeRefs,
    );
    const userRefs = assignments.map(each => names.get(each.personId) ?? '');
    const rows = await directory.get([
      ...scopeRefs,
      ...userRefs.filter(ref => ref.startsWith('user:')),
    ]);
    return assignments.map((assignment, index) =>
      this.#view(assignment, {
        names,
        viewer: this.viewerOf(reader, assignment, leads),
        isInCatalog:
          rows.get(assignment.scopeRef) !== undefined &&
          rows.get(userRefs[index]) !== undefined,
        successorStands: standing.some(
          ({ personId, scopeRef }) =>
            scopeRef === assignment.scopeRef &&
            personId !== assignment.personId,
        ),
      }),
    );
  }

  /** What the reader may know of the past: outsiders only public steps. */
  async history(
    reader: KnownReader,
    assignment: StoredAssignment,
    events: StoredEvent[],
  ): Promise<AssignmentEvent[]> {
    const { database, people, rights } = this.#options;
    const leads = await rights.leadsAmong(reader, [assignment.scopeRef]);
    const isInside = isInsider(
      assignment,
      this.viewerOf(reader, assignment, leads),
    );
    const names = await people.refsOf(
      database,
      events.map(({ actorId }) => actorId).filter(id => id !== undefined),
    );
    return events
      .filter(
        ({ from, to }) =>
          isInside ||
          (PUBLIC_ASSIGNMENT_STATUSES.includes(to) && from !== 'lapsed'),
      )
      .map(event =>
        known<AssignmentEvent>({
          at: new Date(event.at).toISOString(),
          name: event.name,
          from: isInside || event.from !== 'nominated' ? event.from : undefined,
          to: event.to,
          ...(isInside && {
            actorRef:
              event.actorId === undefined
                ? undefined
                : names.get(event.actorId),
            note: event.note,
          }),
        }),
      );
  }

  #view(
    assignment: StoredAssignment,
    {
      isInCatalog,
      names,
      successorStands,
      viewer,
    }: {
      names: ReadonlyMap<number, string>;
      viewer: AssignmentViewer;
      isInCatalog: boolean;
      successorStands: boolean;
    },
  ): ChampionAssignment {
    const nameOf = (id: number | undefined) =>
      id === undefined ? undefined : names.get(id);
    return known<ChampionAssignment>({
      id: assignment.id,
      userRef: nameOf(assignment.personId) ?? '',
      scopeRef: assignment.scopeRef,
      role: assignment.role,
      source: assignment.source,
      status: assignment.status,
      specialisms: assignment.specialisms,
      nominatedAt: new Date(assignment.nominatedAt).toISOString(),
      acceptedAt: iso(assignment.acceptedAt),
      startedAt: iso(assignment.startedAt),
      endsAt: iso(assignment.endsAt),
      version: assignment.version,
      actions: openAssignmentActions(
        assignment.status,
        guardsOf(assignment, viewer, {
          isInCatalog,
          dateIsAhead: true,
          successorStands,
        }),
      ),
      ...(isInsider(assignment, viewer) && {
        capacityPct: assignment.capacityPct,
        offeredPct: assignment.offeredPct,
        agreedBy: nameOf(assignment.agreedBy),
        nominatedBy: nameOf(assignment.nominatedBy),
        reason: assignment.reason,
        confirmedAt: iso(assignment.confirmedAt),
        nextConfirmAt: iso(assignment.nextConfirmAt),
        successorRef: nameOf(assignment.successorId),
        endReason: assignment.endReason,
      }),
    });
  }
}

/** Who may know of capacity, reasons and dates of a person's assignment. */
function isInsider(
  { nominatedBy, personId, status }: StoredAssignment,
  viewer: AssignmentViewer,
): boolean {
  return (
    viewer.isCaptain ||
    viewer.isLead ||
    (viewer.personId !== undefined &&
      (viewer.personId === personId ||
        (status === 'nominated' && viewer.personId === nominatedBy)))
  );
}
