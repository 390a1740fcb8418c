import {
  SearchDocuments,
  SKILL_LEVELS,
  WILLING,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { Skills } from '../expertise/Skills';
import { PublicTeams } from '../store/PublicTeams';
import { SearchedSkill, SearchStore } from '../store/SearchStore';

type Person = SearchDocuments['expertise'][number];

/** What the portal's search may hold. */
export class SearchDocumentsService {
  readonly #options: {
    store: SearchStore;
    teams: PublicTeams;
    skillIndex: Skills;
  };

  constructor(options: {
    store: SearchStore;
    teams: PublicTeams;
    skillIndex: Skills;
  }) {
    this.#options = options;
  }

  async documents(): Promise<SearchDocuments> {
    const { skillIndex, store, teams } = this.#options;
    const index = skillIndex.index();
    const people = new Map<string, Person>();
    for (const row of await store.skills()) {
      const person = people.get(row.userRef) ?? {
        userRef: row.userRef,
        version: row.version,
        ...(row.platformRef && { platformRef: row.platformRef }),
        skills: [],
        willing: [],
      };
      const skill = index.get(index.current(row.skillId));
      person.skills.push({
        name: skill?.name ?? row.skillId,
        aliases: skill?.aliases ?? [],
        level: SKILL_LEVELS[row.level],
      });
      person.willing = WILLING.filter(
        each => person.willing.includes(each) || offers(row, each),
      );
      people.set(row.userRef, person);
    }
    return {
      teams: (await teams.teams()).map(
        ({
          kind,
          outcome,
          platformRefs,
          skillIds,
          status,
          teamRef,
          title,
        }) => ({
          teamRef,
          title,
          outcome,
          kind,
          status,
          skills: skillIds.map(id => index.nameOf(id)),
          platformRefs,
        }),
      ),
      expertise: [...people.values()],
    };
  }
}

function offers(row: SearchedSkill, what: (typeof WILLING)[number]): boolean {
  return {
    mentor: row.isMentor,
    join: row.isJoining,
    review: row.isReviewing,
    talk: row.isTalking,
  }[what];
}
