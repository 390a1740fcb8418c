import {
  coreServices,
  createBackendModule,
  DatabaseService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { OWNER_REF, USER_REF } from './signIn';

const PLATFORMS = 10;
const TEAMS_OF_PLATFORM = 10;
// SQLite joins no more rows to one insert.
const ROWS = 500;
const AVAILABILITIES = ['free', 'limited', 'none', 'not_stated'];

function entity(
  kind: string,
  name: string,
  type: string,
  relations: [type: string, targetRef: string][],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', uid: `${kind}-${name}` },
    spec: { type },
    relations: relations.map(([relation, targetRef]) => ({
      type: relation,
      targetRef,
    })),
  };
}

const platformOf = (team: number) => `platform-${team % PLATFORMS}`;
const teamOf = (person: number) => person % (PLATFORMS * TEAMS_OF_PLATFORM);

/** Platforms, teams below them, and people in the teams. */
export function peopleOf(count: number): Entity[] {
  return [
    entity('Group', 'owners', 'team', []),
    entity('User', USER_REF.split('/')[1], 'user', [
      ['memberOf', OWNER_REF],
      ['memberOf', 'group:default/team-1'],
    ]),
    ...Array.from({ length: PLATFORMS }, (_, at) =>
      entity('Group', platformOf(at), 'platform', []),
    ),
    ...Array.from({ length: PLATFORMS * TEAMS_OF_PLATFORM }, (_, team) =>
      entity('Group', `team-${team}`, 'team', [
        ['childOf', `group:default/${platformOf(team)}`],
      ]),
    ),
    ...Array.from({ length: count }, (_, person) =>
      entity('User', `person-${person}`, 'user', [
        ['memberOf', `group:default/team-${teamOf(person)}`],
      ]),
    ),
  ];
}

/** Who finds a person: seven of ten everyone, two their groups, one nobody. */
function visibilityOf(person: number): string {
  const at = Math.floor(person / 7) % 10;
  if (at < 7) {
    return 'everyone';
  }
  return at < 9 ? 'my_groups' : 'nobody';
}

/** Writes people with skills as if they had declared them. */
export function createExpertiseFiller() {
  let service: DatabaseService | undefined;
  const feature = createBackendModule({
    pluginId: 'virtual-teams',
    moduleId: 'benchmarks-fill',
    register(env) {
      env.registerInit({
        deps: { database: coreServices.database },
        async init({ database }) {
          service = database;
        },
      });
    },
  });
  return {
    feature,
    async fill(count: number, skillsEach: number, skillIds: string[]) {
      const database = await service!.getClient();
      const people = Array.from({ length: count }, (_, person) => person);
      await database.batchInsert(
        'people',
        people.map(person => ({ user_ref: `user:default/person-${person}` })),
        ROWS,
      );
      const rows = await database('people')
        .where('user_ref', 'like', 'user:default/person-%')
        .select('id', 'user_ref');
      const known = rows.map(row => ({
        id: Number(row.id),
        person: Number(row.user_ref.split('person-')[1]),
      }));
      await database.batchInsert(
        'profiles',
        known.map(({ id, person }) => ({
          person_id: id,
          visibility: visibilityOf(person),
          availability: AVAILABILITIES[person % AVAILABILITIES.length],
          home_group_ref: `group:default/team-${teamOf(person)}`,
          platform_ref: `group:default/${platformOf(teamOf(person))}`,
          updated_at: 1,
        })),
        ROWS,
      );
      await database.batchInsert(
        'profile_groups',
        known.map(({ id, person }) => ({
          person_id: id,
          group_ref: `group:default/team-${teamOf(person)}`,
        })),
        ROWS,
      );
      const now = Date.now();
      await database.batchInsert(
        'expertise',
        known.flatMap(({ id, person }) =>
          Array.from({ length: skillsEach }, (_, at) => ({
            person_id: id,
            // A step that has no factor in common with the number of skills.
            skill_id: skillIds[(person * 11 + at * 3) % skillIds.length],
            level: (person + at) % 4,
            is_mentor: (person + at) % 3 === 0,
            is_joining: (person + at) % 4 === 0,
            is_reviewing: (person + at) % 5 === 0,
            is_talking: (person + at) % 7 === 0,
            evidence_links: '[]',
            shown_to: visibilityOf(person),
            confirmed_at: now,
            endorsement_count: 0,
          })),
        ),
        ROWS,
      );
      if (database.client.config.client === 'pg') {
        // As it does by itself within minutes where people came one by one.
        await database.raw('VACUUM ANALYZE');
      }
    },
  };
}
