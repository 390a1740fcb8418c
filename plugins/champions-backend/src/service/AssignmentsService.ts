import { randomUUID } from 'node:crypto';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  ASSIGNMENT_ACTION_INPUTS,
  AssignmentActionInput,
  AssignmentGuard,
  ChampionAssignment,
  championNominatePermission,
  decideAssignmentAction,
  NominationInput,
} from '@synchrony/backstage-plugin-champions-common';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import {
  applyAction,
  applyTimeStep,
  dueTimeOf,
} from '../assignments/applyStep';
import { guardsOf, isDateAhead } from '../assignments/guardsOf';
import { StoredAssignment } from '../assignments/types';
import { kindOf, SCOPE_KINDS } from '../coverage/scopesOf';
import { ProgrammeSource } from '../programme/ProgrammeSource';
import { AssignmentStore } from '../store/AssignmentStore';
import { DeclarationStore } from '../store/DeclarationStore';
import { PeopleStore } from '../store/PeopleStore';
import { LevelReader } from '../training/LevelReader';
import { AssignmentChange, AssignmentChanges } from './AssignmentChanges';
import { AssignmentReader } from './AssignmentReader';
import { AssignmentViews } from './AssignmentViews';
import { ChampionRights, Reader } from './ChampionRights';
import { ScopeDirectory } from './ScopeDirectory';

export interface AssignmentsServiceOptions {
  database: Knex;
  assignments: AssignmentStore;
  declarations: DeclarationStore;
  people: PeopleStore;
  changes: AssignmentChanges;
  reader: AssignmentReader;
  rights: ChampionRights;
  views: AssignmentViews;
  directory: ScopeDirectory;
  levels: LevelReader;
  programme: ProgrammeSource;
  clock: () => Date;
}

const REFUSALS: Record<AssignmentGuard, string> = {
  isNominee: 'Only the person can do that',
  isNominatorOrCaptain: 'Only who nominated, or who runs the programme, can',
  mayAgree:
    'Only the lead of the scope or who runs the programme can agree, and nobody on their own time',
  isCaptain: 'Only who runs the programme can do that',
  isNomineeOrCaptain: 'Only the person, or who runs the programme, can',
  isInCatalog: 'The catalog does not know the person and the scope any more',
  dateIsAhead: 'endsAt: It lies ahead, by a year at most',
  successorStands:
    'successorRef: Who follows has to have accepted the same scope',
};

/** Guards about what is said, not about who says it. */
const INPUT_GUARDS: readonly AssignmentGuard[] = [
  'dateIsAhead',
  'successorStands',
];

/** Nominating people, and what becomes of it. */
export class AssignmentsService {
  readonly #options: AssignmentsServiceOptions;

  constructor(options: AssignmentsServiceOptions) {
    this.#options = options;
  }

  /** Asks somebody to be champion; who nominates themself has accepted. */
  async nominate(
    credentials: BackstageCredentials,
    input: NominationInput,
  ): Promise<ChampionAssignment> {
    const { changes, clock, people, programme, rights, views } = this.#options;
    const { assignments, declarations, directory } = this.#options;
    const reader = await rights.require(
      credentials,
      championNominatePermission,
    );
    const userRef = normalizeEntityRef(input.userRef);
    const scopeRef = normalizeEntityRef(input.scopeRef);
    await this.#requireNominable(reader, userRef, scopeRef);
    this.#requireSpecialisms(input.specialisms ?? []);
    const isMember = await directory.isMember(userRef, scopeRef);
    const { settings } = programme.current();
    const at = clock().getTime();
    const written = await changes.commit(async tx => {
      if ((await declarations.list(tx, [scopeRef])).length > 0) {
        throw new ConflictError(
          'The catalog declares the champions of this scope; change its annotation',
        );
      }
      const personId = await people.idOf(tx, userRef);
      if (await assignments.findLive(tx, personId, scopeRef)) {
        throw new ConflictError(
          'The person stands for this scope, or has been asked already',
        );
      }
      const nominatedBy =
        reader.userRef && (await people.idOf(tx, reader.userRef));
      const nomination = withDue(
        {
          id: randomUUID(),
          personId,
          scopeRef,
          role: input.role,
          source: 'portal',
          status: 'nominated',
          specialisms: input.specialisms ?? [],
          ...(nominatedBy !== undefined &&
            nominatedBy !== '' && { nominatedBy }),
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

  /** Takes an action of the table of transitions. */
  async act(
    credentials: BackstageCredentials,
    id: string,
    input: AssignmentActionInput,
  ): Promise<ChampionAssignment> {
    const { assignments, changes, clock, people, programme, rights } =
      this.#options;
    const { action, note, version } = input;
    const reader = await rights.require(credentials);
    const seen = await this.#options.reader.require(reader, id);
    const leads = await rights.leadsAmong(reader, [seen.scopeRef]);
    const isInCatalog = await this.#isInCatalog(seen);
    const { settings } = programme.current();
    this.#requireInput(input);
    await this.#requireSuccessorKnown(reader, input);
    const at = clock().getTime();
    const endsAt = input.endsAt ? Date.parse(input.endsAt) : undefined;
    const [written] = await changes.commit(async tx => {
      const before = await assignments.get(tx, id);
      if (!before) {
        throw new NotFoundError(`No assignment ${id}`);
      }
      if (before.version !== version) {
        throw new ConflictError(
          'Somebody else changed the assignment in the meantime; load it again',
        );
      }
      const successorId = input.successorRef
        ? await people.idOf(tx, input.successorRef)
        : undefined;
      const successor = await this.#successorOf(tx, before, successorId);
      const holds = guardsOf(
        before,
        this.#options.views.viewerOf(reader, before, leads),
        {
          isInCatalog,
          dateIsAhead: isDateAhead(endsAt, at),
          successorStands: successor !== undefined,
        },
      );
      const decision = decideAssignmentAction(before.status, action, holds);
      if (decision.kind === 'refused') {
        throw refusal(before, action, decision);
      }
      const actorId =
        reader.userRef === undefined
          ? undefined
          : await people.idOf(tx, reader.userRef);
      const { capacityPct } = input;
      const step = { at, actorId, capacityPct, endsAt, successorId };
      const after = applyAction(before, action, decision.to, step, settings);
      const taken: AssignmentChange = {
        before,
        after,
        event: { name: action, at, actorId, note },
      };
      return action === 'handOver' && successor
        ? [taken, ...promotionOf(before, successor, at, actorId)]
        : [taken];
    });
    if (written.status === 'onboarding') {
      await this.activateReady([written.personId]);
    }
    const [view] = await this.#options.views.of(
      await rights.require(credentials),
      [(await assignments.get(this.#options.database, id)) ?? written],
    );
    return view;
  }

  /**
   * Makes those active who are onboarding and have the level that a champion
   * needs; of these people, or of all. To be called after training changed.
   */
  async activateReady(personIds?: number[]): Promise<void> {
    const { assignments, changes, clock, directory, levels, people } =
      this.#options;
    const { database, programme } = this.#options;
    const { settings } = programme.current();
    const waiting = (
      await assignments.inStatus(database, ['onboarding'])
    ).filter(
      ({ personId }) => personIds === undefined || personIds.includes(personId),
    );
    if (waiting.length === 0) {
      return;
    }
    const names = await people.refsOf(
      database,
      waiting.map(({ personId }) => personId),
    );
    const rows = await directory.get([
      ...[...names.values()].filter(ref => ref.startsWith('user:')),
      ...waiting.map(({ scopeRef }) => scopeRef),
    ]);
    const at = clock().getTime();
    await changes.commit(async tx => {
      const levelsOf = await levels.levelsOf(tx, [...names.keys()]);
      const newest = await assignments.live(tx, {
        personIds: [...names.keys()],
      });
      return newest
        .filter(
          ({ personId, scopeRef, status }) =>
            status === 'onboarding' &&
            (levelsOf.get(personId) ?? 0) >= settings.activeFromLevel &&
            rows.get(names.get(personId) ?? '') !== undefined &&
            rows.get(scopeRef) !== undefined,
        )
        .flatMap(before => {
          const after = applyTimeStep(before, 'activate', at, settings);
          return after
            ? [{ before, after, event: { name: 'activate', at } }]
            : [];
        });
    });
  }

  async #requireNominable(
    reader: Reader,
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

  #requireInput(input: AssignmentActionInput): void {
    const { maxPct } = this.#options.programme.current().settings.capacity;
    const given = {
      note: input.note,
      capacityPct: input.capacityPct,
      endsAt: input.endsAt,
      successor: input.successorRef,
    };
    const takes: readonly string[] = ASSIGNMENT_ACTION_INPUTS[input.action];
    for (const [name, value] of Object.entries(given)) {
      const field = name === 'successor' ? 'successorRef' : name;
      if (value === undefined && takes.includes(name)) {
        throw new InputError(`${field}: ${input.action} needs it`);
      }
      if (
        value !== undefined &&
        !takes.includes(name) &&
        !takes.includes(`${name}?`)
      ) {
        throw new InputError(`${field}: ${input.action} does not take it`);
      }
    }
    if (input.capacityPct !== undefined && input.capacityPct > maxPct) {
      throw new InputError(
        `capacityPct: The programme asks for ${maxPct} % of somebody's time at most`,
      );
    }
  }

  async #requireSuccessorKnown(
    reader: Reader,
    { successorRef }: AssignmentActionInput,
  ): Promise<void> {
    if (successorRef === undefined) {
      return;
    }
    const { directory, rights } = this.#options;
    const ref = normalizeEntityRef(successorRef);
    const shown = await rights.shownAmong(reader, [ref]);
    if (!shown.has(ref) || !(await directory.get([ref])).get(ref)) {
      throw new InputError(`successorRef: There is no ${ref} in the catalog`);
    }
  }

  async #isInCatalog({
    personId,
    scopeRef,
  }: StoredAssignment): Promise<boolean> {
    const { database, directory, people } = this.#options;
    const userRef = (await people.refsOf(database, [personId])).get(personId);
    if (!userRef?.startsWith('user:')) {
      return false;
    }
    const rows = await directory.get([userRef, scopeRef]);
    return rows.get(userRef) !== undefined && rows.get(scopeRef) !== undefined;
  }

  /** Who is to follow, if they have accepted the same scope. */
  async #successorOf(
    tx: Knex,
    { personId, scopeRef }: StoredAssignment,
    successorId: number | undefined,
  ): Promise<StoredAssignment | undefined> {
    if (successorId === undefined || successorId === personId) {
      return undefined;
    }
    const found = await this.#options.assignments.findLive(
      tx,
      successorId,
      scopeRef,
    );
    return found && ['accepted', 'onboarding', 'active'].includes(found.status)
      ? found
      : undefined;
  }
}

/** A new assignment with the time at which it changes by itself. */
export function withDue(
  assignment: Omit<StoredAssignment, 'dueAt'>,
  terms: Parameters<typeof dueTimeOf>[1],
): StoredAssignment {
  return { ...assignment, dueAt: dueTimeOf(assignment, terms) };
}

/** Who follows the primary champion becomes primary. */
function promotionOf(
  leaving: StoredAssignment,
  successor: StoredAssignment,
  at: number,
  actorId: number | undefined,
): AssignmentChange[] {
  if (leaving.role !== 'primary' || successor.role === 'primary') {
    return [];
  }
  return [
    {
      before: successor,
      after: {
        ...successor,
        role: 'primary',
        version: successor.version + 1,
      },
      event: { name: 'promote', at, actorId },
    },
  ];
}

function refusal(
  { status }: StoredAssignment,
  action: string,
  decision:
    { because: 'status' } | { because: 'guard'; guard: AssignmentGuard },
): Error {
  if (decision.because === 'status') {
    return new ConflictError(
      `An assignment that is ${status} can't take: ${action}`,
    );
  }
  const message = REFUSALS[decision.guard];
  if (INPUT_GUARDS.includes(decision.guard)) {
    return new InputError(message);
  }
  return decision.guard === 'isInCatalog'
    ? new ConflictError(message)
    : new NotAllowedError(message);
}
