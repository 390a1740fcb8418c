import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, stringifyError } from '@backstage/errors';
import { ChampionFacts } from '@synchrony/backstage-plugin-champions-common';
import { FactFeed } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { noticesOf } from '../assignments/noticesOf';
import { StoredAssignment } from '../assignments/types';
import { ScopeChanges } from '../context';
import { AssignmentStore } from '../store/AssignmentStore';
import { DeclarationStore } from '../store/DeclarationStore';
import { EventStore } from '../store/EventStore';
import { holdChampions } from '../store/hold';
import { NoticeStore } from '../store/NoticeStore';
import { AssignmentSignals } from './AssignmentSignals';
import { CoverageWriter } from './CoverageWriter';

/** A step of an assignment that is to be written. */
export interface AssignmentChange {
  /** Absent for a new one. */
  before?: StoredAssignment;
  after: StoredAssignment;
  event: { name: string; at: number; actorId?: number; note?: string };
}

export interface AssignmentChangesOptions {
  database: Knex;
  logger: LoggerService;
  assignments: AssignmentStore;
  declarations: DeclarationStore;
  events: EventStore;
  notices: NoticeStore;
  coverage: CoverageWriter;
  feed: FactFeed<ChampionFacts>;
  scopeChanges: ScopeChanges;
  signals: AssignmentSignals;
}

/** The one way in which assignments change. */
export class AssignmentChanges {
  readonly #options: AssignmentChangesOptions;

  constructor(options: AssignmentChangesOptions) {
    this.#options = options;
  }

  /**
   * Decides on changes and writes them with their history, the coverage that
   * follows and the notices, all or nothing. Then tells who wants to know.
   *
   * @param decide - sees the newest state; nothing else changes meanwhile
   * @throws ConflictError when an assignment is not of the version before
   */
  async commit(
    decide: (tx: Knex.Transaction) => Promise<AssignmentChange[]>,
  ): Promise<StoredAssignment[]> {
    const changes = await this.#options.database.transaction(tx =>
      this.write(tx, decide),
    );
    if (changes.length > 0) {
      await this.#tell(changes);
    }
    return changes.map(({ after }) => after);
  }

  /**
   * The same within a transaction of somebody else, who tells of it after the
   * commit.
   */
  async write(
    tx: Knex.Transaction,
    decide: (tx: Knex.Transaction) => Promise<AssignmentChange[]>,
  ): Promise<AssignmentChange[]> {
    const { coverage } = this.#options;
    await holdChampions(tx);
    const decided = await this.#withDeclaredRoles(tx, await decide(tx));
    for (const change of decided) {
      await this.#write(tx, change);
    }
    if (decided.length > 0) {
      await coverage.recompute(
        tx,
        await coverage.affectedBy(
          tx,
          decided.map(({ after }) => after),
        ),
      );
    }
    return decided;
  }

  /** Who becomes active takes the role that the catalog gave meanwhile. */
  async #withDeclaredRoles(
    tx: Knex.Transaction,
    changes: AssignmentChange[],
  ): Promise<AssignmentChange[]> {
    const activated = changes.filter(
      ({ after, before }) =>
        after.source === 'catalog' &&
        after.status === 'active' &&
        before !== undefined &&
        before.status !== 'active',
    );
    if (activated.length === 0) {
      return changes;
    }
    const roles = await this.#options.declarations.rolesOf(
      tx,
      activated.map(({ after }) => after.id),
    );
    return [
      ...changes,
      ...activated.flatMap(({ after, event }) => {
        const role = roles.get(after.id) ?? after.role;
        return role === after.role
          ? []
          : [
              {
                before: after,
                after: { ...after, role, version: after.version + 1 },
                event: { name: 'changeRole', at: event.at },
              },
            ];
      }),
    ];
  }

  async #write(
    tx: Knex.Transaction,
    { after, before, event }: AssignmentChange,
  ): Promise<void> {
    const { assignments, events, notices } = this.#options;
    if (!before) {
      await assignments.insert(tx, after);
    } else if (!(await assignments.update(tx, after))) {
      throw new ConflictError(
        'Somebody else changed the assignment in the meantime; load it again',
      );
    }
    await events.insert(tx, {
      ...event,
      assignmentId: after.id,
      from: before?.status,
      to: after.status,
    });
    const planned = noticesOf(before, after, event.at);
    if (planned.length > 0) {
      await notices.add(
        tx,
        planned.map(each => ({ ...each, assignmentId: after.id })),
      );
    }
  }

  async #tell(changes: AssignmentChange[]): Promise<void> {
    const { feed, logger, scopeChanges, signals } = this.#options;
    await feed.announce();
    await signals.changed(changes);
    try {
      await scopeChanges.tell(scopesOfChanges(changes));
    } catch (error) {
      logger.warn(
        `Other parts learn of a changed assignment later: ${stringifyError(error)}`,
      );
    }
  }
}

function scopesOfChanges(changes: AssignmentChange[]): string[] {
  return [...new Set(changes.map(({ after }) => after.scopeRef))];
}
