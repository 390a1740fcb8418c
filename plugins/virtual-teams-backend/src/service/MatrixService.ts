import {
  MatrixCell,
  SkillMatrix,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { Reader } from '../access/requireReader';
import { Skills } from '../expertise/Skills';
import { PeopleFinder } from '../store/PeopleFinder';
import { PublicTeams } from '../store/PublicTeams';
import { PlatformNames } from './PlatformNames';
import { ProfileService } from './ProfileService';

export interface MatrixServiceOptions {
  skillIndex: Skills;
  finder: PeopleFinder;
  teams: PublicTeams;
  profiles: ProfileService;
  platformNames: PlatformNames;
  clock: () => Date;
}

function keyOf(platformRef: string, skillId: string): string {
  return `${platformRef} ${skillId}`;
}

/** Which skills are known and sought where. */
export class MatrixService {
  readonly #options: MatrixServiceOptions;

  constructor(options: MatrixServiceOptions) {
    this.#options = options;
  }

  /** Seats are left out for readers who do not read teams. */
  async matrix(reader: Reader, mayReadTeams: boolean): Promise<SkillMatrix> {
    const { clock, finder, platformNames, profiles, skillIndex, teams } =
      this.#options;
    const viewer = await profiles.viewerOf(reader);
    const index = skillIndex.index();
    const counts = await finder.matrix(viewer, index);
    const people = await finder.countByPlatform(viewer);
    const roles = mayReadTeams
      ? (await teams.openRoles()).filter(role => role.seatsLeft > 0)
      : [];
    const known = new Map(
      counts.map(each => [keyOf(each.platformRef, each.skillId), each.people]),
    );
    const seats = new Map<string, number>();
    const skillIds = new Set(counts.map(({ skillId }) => skillId));
    const platformRefs = new Set(people.keys());
    for (const { platformRef, seatsLeft, skillId } of roles) {
      if (skillId !== undefined) {
        skillIds.add(index.current(skillId));
      }
      if (platformRef !== undefined) {
        platformRefs.add(platformRef);
      }
      if (skillId !== undefined && platformRef !== undefined) {
        const key = keyOf(platformRef, index.current(skillId));
        seats.set(key, (seats.get(key) ?? 0) + seatsLeft);
      }
    }
    const platforms = (await platformNames.of([...platformRefs].sort())).map(
      ({ names, ref }) => ({
        platformRef: ref,
        title: names[0],
        people: people.get(ref) ?? 0,
      }),
    );
    const skills = [...skillIds]
      .map(skillId => ({ skillId, name: index.nameOf(skillId) }))
      .sort((a, b) => a.name.localeCompare(b.name));
    return {
      asOf: clock().toISOString(),
      platforms,
      skills,
      cells: platforms.flatMap(platform =>
        skills.map<MatrixCell>(({ skillId }) => {
          const key = keyOf(platform.platformRef, skillId);
          return {
            skillId,
            platformRef: platform.platformRef,
            people: platform.people === 0 ? null : (known.get(key) ?? 0),
            openSeats: seats.get(key) ?? 0,
          };
        }),
      ),
    };
  }
}
