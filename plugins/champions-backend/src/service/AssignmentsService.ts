import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  AssignmentAction,
  AssignmentActionInput,
  ChampionAssignment,
  decideAssignmentAction,
} from '@synchrony/backstage-plugin-champions-common';
import {
  normalizeEntityRef,
  PeopleStore,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { applyAction } from '../assignments/applyStep';
import { requireWithinCapacity } from '../assignments/capacity';
import { guardsOf, isDateAhead } from '../assignments/guardsOf';
import { requireActionInput } from '../assignments/requireActionInput';
import { StoredAssignment } from '../assignments/types';
import { ProgrammeSource } from '../programme/ProgrammeSource';
import { AssignmentStore } from '../store/AssignmentStore';
import { LevelReader } from '../training/LevelReader';
import { AssignmentChange, AssignmentChanges } from './AssignmentChanges';
import { AssignmentReader } from './AssignmentReader';
import { AssignmentViews } from './AssignmentViews';
import { ChampionRights, KnownReader } from './ChampionRights';
import { refusal } from './refusal';
import { ScopeDirectory } from './ScopeDirectory';
import { timeChanges } from './timeChanges';

export interface AssignmentsServiceOptions {
  database: Knex;
  assignments: AssignmentStore;
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

/** With these a person answers all who asked for the same scope. */
const ANSWERS: readonly AssignmentAction[] = ['accept', 'decline', 'reconfirm'];

/** What people do with assignments, and what follows at once. */
export class AssignmentsService {
  readonly #options: AssignmentsServiceOptions;

  constructor(options: AssignmentsServiceOptions) {
    this.#options = options;
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
    requireActionInput(input, settings.capacity.maxPct);
    await this.#requireSuccessorKnown(reader, input);
    const at = clock().getTime();
    const endsAt = input.endsAt ? Date.parse(input.endsAt) : undefined;
    const written = await changes.commit(async tx => {
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
      const others = (
        await assignments.liveAt(tx, before.personId, before.scopeRef)
      ).filter(each => each.id !== id);
      if (action === 'agreeCapacity') {
        requireWithinCapacity(
          (await assignments.live(tx, { personIds: [before.personId] })).filter(
            each => each.id !== id,
          ),
          { capacityPct, isConfirmed: input.confirmOverCapacity ?? false },
          settings.capacity.maxPct,
        );
      }
      if (action === 'accept') {
        requireNoPost(others);
      }
      return [
        ...(ANSWERS.includes(action)
          ? timeChanges(others, 'settle', {
              at,
              terms: settings,
              ...(action === 'decline' && { reason: 'declined' }),
            })
          : []),
        taken,
        ...(action === 'handOver' && successor
          ? promotionOf(before, successor, at, actorId)
          : []),
      ];
    });
    if (written.some(({ status }) => status === 'onboarding')) {
      await this.activateReady([seen.personId]);
    }
    const [view] = await this.#options.views.of(
      await rights.require(credentials),
      [(await assignments.get(this.#options.database, id)) ?? seen],
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
      const ready = newest.filter(
        ({ personId, scopeRef, status }) =>
          status === 'onboarding' &&
          (levelsOf.get(personId) ?? 0) >= settings.activeFromLevel &&
          rows.get(names.get(personId) ?? '') !== undefined &&
          rows.get(scopeRef) !== undefined,
      );
      return timeChanges(ready, 'activate', { at, terms: settings });
    });
  }

  async #requireSuccessorKnown(
    reader: KnownReader,
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

  /** Who is to follow, if they are active for the same scope. */
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
    return found?.status === 'active' ? found : undefined;
  }
}

/** @throws ConflictError where the person has lapsed, and may go on instead */
function requireNoPost(others: StoredAssignment[]): void {
  if (others.some(({ status }) => status !== 'nominated')) {
    throw new ConflictError(
      'You stand for this scope already; confirm that, or withdraw first',
    );
  }
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
