import { Random } from '../random';
import { FUNCTIONS } from './functions';
import { DemoPerson } from './model';
import { FAMILY_NAMES, FIRST_NAMES } from './names';
import { PlatformTable, Stack } from './platforms';

const ROLE_OF_STACK: Record<Stack, string> = {
  java: 'Java engineer',
  kotlin: 'Kotlin engineer',
  node: 'Node engineer',
  react: 'Front-end engineer',
  go: 'Go engineer',
  python: 'Python engineer',
  dotnet: '.NET engineer',
  terraform: 'Infrastructure engineer',
};

const OTHER_ROLES = [
  'Product owner',
  'Test engineer',
  'Site reliability engineer',
];

/** The name that a person has in the catalog. */
export function nameOf(displayName: string): string {
  return displayName.toLowerCase().replaceAll(' ', '.');
}

class Directory {
  readonly people: DemoPerson[] = [];
  private readonly taken = new Set<string>();
  private readonly random = new Random('people');

  constructor(reserved: string[]) {
    for (const displayName of reserved) {
      this.taken.add(displayName);
    }
  }

  add(person: { displayName?: string; role: string; groups: string[] }) {
    const displayName = person.displayName ?? this.invent();
    this.people.push({
      name: nameOf(displayName),
      displayName,
      groups: person.groups,
      role: person.role,
    });
  }

  private invent(): string {
    for (;;) {
      const invented = `${this.random.pick(FIRST_NAMES)} ${this.random.pick(FAMILY_NAMES)}`;
      if (!this.taken.has(invented)) {
        this.taken.add(invented);
        return invented;
      }
    }
  }
}

/** Everybody who works at Larkhill Bank, invented. */
export function buildPeople(platforms: PlatformTable[]): DemoPerson[] {
  const directory = new Directory([
    ...platforms.map(platform => platform.head),
    ...platforms.flatMap(({ teams }) => teams.flatMap(({ people }) => people)),
  ]);

  for (const platform of platforms) {
    directory.add({
      displayName: platform.head,
      role: `Head of ${platform.title}`,
      groups: [platform.name],
    });
    for (const team of platform.teams) {
      const random = new Random(`team ${team.name}`);
      for (let index = 0; index < team.size; index += 1) {
        const displayName = team.people.at(index);
        const generalist = !displayName && random.chance(0.3);
        directory.add({
          displayName,
          role: generalist
            ? random.pick(OTHER_ROLES)
            : ROLE_OF_STACK[team.stack],
          groups: [team.name],
        });
      }
    }
  }

  for (const { group, people } of FUNCTIONS) {
    for (const { displayName, role, alsoIn = [] } of people) {
      directory.add({ displayName, role, groups: [group.name, ...alsoIn] });
    }
  }
  return directory.people;
}
