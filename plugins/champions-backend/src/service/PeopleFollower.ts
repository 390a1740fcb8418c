import {
  EntityChange,
  PeopleStore,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { StoredAssignment } from '../assignments/types';
import { kindOf } from '../coverage/scopesOf';
import { ProgrammeSource } from '../programme/ProgrammeSource';
import { AssignmentStore } from '../store/AssignmentStore';
import { AssignmentChanges } from './AssignmentChanges';
import { ScopeDirectory } from './ScopeDirectory';
import { timeChanges } from './timeChanges';

export interface PeopleFollowerOptions {
  database: Knex;
  assignments: AssignmentStore;
  changes: AssignmentChanges;
  directory: ScopeDirectory;
  people: PeopleStore;
  programme: ProgrammeSource;
  clock: () => Date;
}

/** Makes assignments follow people who leave. */
export class PeopleFollower {
  readonly #options: PeopleFollowerOptions;

  constructor(options: PeopleFollowerOptions) {
    this.#options = options;
  }

  /** Assignments of people who left the catalog or the group of the scope. */
  async take({ changed, removed }: EntityChange): Promise<void> {
    const { assignments, changes, clock, database, directory, people } =
      this.#options;
    const { programme } = this.#options;
    const terms = programme.current().settings;
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
      const left = timeChanges(
        ofGroups.filter(each => each.isMember && !inGroup(each)),
        'lapse',
        { at, terms, reason: 'left_group' },
      ).map(change => ({
        ...change,
        after: { ...change.after, isMember: false },
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
      return [
        ...left,
        ...(['lapse', 'leave'] as const).flatMap(name =>
          timeChanges(ofGone, name, { at, terms, reason: 'left_catalog' }),
        ),
      ];
    });
  }
}
