import { buildComponents } from './components';
import { FUNCTIONS, RELEASE_TRAINS, ROOT } from './functions';
import { DemoGroup, Organisation } from './model';
import { buildPeople, nameOf } from './people';
import {
  cardsAndLending,
  cloudAndDeveloperPlatform,
  dataAndAnalytics,
  digitalChannels,
  identityAndAccess,
  PlatformTable,
  retailPayments,
} from './platforms';

const PLATFORMS: PlatformTable[] = [
  retailPayments,
  cardsAndLending,
  digitalChannels,
  identityAndAccess,
  dataAndAnalytics,
  cloudAndDeveloperPlatform,
];

/** Declared in the catalog, and not accepted: they count for nothing yet. */
const DECLARED_CHAMPIONS: Record<string, string[]> = {
  notifications: ['elena.sato'],
};

function buildGroups(): DemoGroup[] {
  const groups: DemoGroup[] = [ROOT];
  for (const platform of PLATFORMS) {
    groups.push({
      name: platform.name,
      title: platform.title,
      description: platform.description,
      type: 'platform',
      parent: ROOT.name,
      lead: nameOf(platform.head),
    });
    for (const team of platform.teams) {
      groups.push({
        name: team.name,
        title: team.title,
        description: team.description,
        type: 'team',
        parent: platform.name,
        releaseTrain: RELEASE_TRAINS[platform.name],
        declaredChampions: DECLARED_CHAMPIONS[team.name],
      });
    }
  }
  return [...groups, ...FUNCTIONS.map(({ group }) => group)];
}

/** Larkhill Bank: the same whenever and wherever it is built. */
export function buildOrganisation(): Organisation {
  return {
    platforms: PLATFORMS.map(({ name, title, description }) => ({
      name,
      title,
      description,
    })),
    groups: buildGroups(),
    people: buildPeople(PLATFORMS),
    systems: PLATFORMS.flatMap(platform =>
      platform.teams.flatMap(team =>
        team.systems.map(system => ({
          name: system.name,
          title: system.title,
          description: system.description,
          importantBusinessService: system.importantBusinessService,
          team: team.name,
          platform: platform.name,
        })),
      ),
    ),
    components: buildComponents(PLATFORMS),
  };
}
