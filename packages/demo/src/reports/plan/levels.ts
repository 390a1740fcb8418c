import { coveredTeams, resilientTeams } from '../../champions/programme';
import { DemoComponent, isDeployable } from '../../organisation';
import { Random } from '../../random';

/**
 * Where a component stands in the scorecard "Secure delivery lifecycle" today,
 * and why: this decides which scanners run and what they find, how it is
 * released and what is attested of it.
 */
export type Standing =
  /** Never sent a report. */
  | 'silent'
  /** Sends one kind of report only, too little to judge. */
  | 'barely-known'
  /** All pipelines stopped weeks ago. */
  | 'went-quiet'
  /** No level: risk is not classified. */
  | 'unclassified'
  /** No level: a secret is in the code. */
  | 'secret'
  /** No level: dependency findings are overdue. */
  | 'overdue'
  /** No level: one of the required scans is stale or missing. */
  | 'gap'
  /** Static analysis does not run, whatever else does. */
  | 'bronze'
  | 'silver'
  | 'gold'
  | 'platinum';

/** Levels from the lowest on. */
export const EXPECTED_LEVELS = [
  'unrated',
  'none',
  'bronze',
  'silver',
  'gold',
  'platinum',
] as const;

export type ExpectedLevel = (typeof EXPECTED_LEVELS)[number];

/** The level that a standing leads to in "Secure delivery lifecycle". */
export function levelOf(standing: Standing): ExpectedLevel {
  switch (standing) {
    case 'silent':
    case 'barely-known':
    case 'went-quiet':
      return 'unrated';
    case 'bronze':
    case 'silver':
    case 'gold':
    case 'platinum':
      return standing;
    default:
      return 'none';
  }
}

/** Whether all is done that is asked for from a level on. */
export function reaches(standing: Standing, level: ExpectedLevel): boolean {
  return (
    EXPECTED_LEVELS.indexOf(levelOf(standing)) >= EXPECTED_LEVELS.indexOf(level)
  );
}

/** The level that a standing leads to in "Essentials", which ends at Silver. */
export function essentialsLevelOf(standing: Standing): ExpectedLevel {
  return reaches(standing, 'silver') ? 'silver' : levelOf(standing);
}

/** Of unrated, none, Bronze, Silver, Gold and Platinum. */
const QUOTAS: Record<string, [number, number, number, number, number, number]> =
  {
    'retail-payments': [4, 11, 22, 16, 5, 4],
    'cards-and-lending': [4, 13, 20, 12, 5, 1],
    'digital-channels': [2, 10, 22, 16, 7, 1],
    'identity-and-access': [1, 1, 8, 22, 6, 0],
    'data-and-analytics': [20, 13, 7, 2, 0, 0],
    'cloud-and-developer-platform': [2, 9, 17, 10, 7, 0],
  };

type Quota = Record<ExpectedLevel, number>;

function quotaOf(platform: string): Quota {
  return Object.fromEntries(
    EXPECTED_LEVELS.map((level, index) => [level, QUOTAS[platform][index]]),
  ) as Quota;
}

/** Components whose standing a story tells. */
const TOLD: Record<string, Standing> = {
  'instant-payments-api': 'bronze',
  'settlement-engine': 'bronze',
  'fraud-scoring': 'bronze',
  'mobile-bff': 'bronze',
  'payee-confirmation': 'bronze',
  'card-dispute-portal': 'bronze',
  'payments-core-ledger': 'silver',
  'customer-auth': 'silver',
  'passkey-registry': 'silver',
  'consent-api': 'silver',
  'web-login': 'silver',
  'developer-portal': 'silver',
  'pipeline-templates': 'silver',
  'payments-gateway': 'overdue',
  'card-auth-switch': 'overdue',
  'rates-widget': 'overdue',
  'legacy-soap-proxy': 'overdue',
  'gateway-legacy': 'overdue',
  'feature-store-sync': 'gap',
  'payments-mock-switch': 'went-quiet',
  'customer-profile-store': 'barely-known',
  'device-trust': 'silent',
};

/** In turns, for components without a level that are classified. */
const FAULTS: Standing[] = [
  'overdue',
  'secret',
  'overdue',
  'gap',
  'overdue',
  'secret',
  'gap',
];

/** Higher comes first when the worst places are given away. */
function neglect(component: DemoComponent): number {
  const tier = Number(component.tier.slice(-1));
  const old = component.lifecycle === 'deprecated' ? 4 : 0;
  const jitter = new Random(`neglect ${component.name}`).next() * 3.5;
  return tier + old + jitter;
}

/** Gold asks those who matter most for a champion with a deputy. */
function canBeGold({ team, tier }: DemoComponent): boolean {
  return resilientTeams().has(team) || tier === 'tier-3' || tier === 'tier-4';
}

/** Only what is critical and deployed is asked for anything beyond Gold. */
function canBePlatinum(component: DemoComponent): boolean {
  return (
    canBeGold(component) &&
    component.tier === 'tier-1' &&
    isDeployable(component)
  );
}

/** Standings of one platform, given away until its quota is used up. */
class Places {
  readonly standings = new Map<string, Standing>();
  private readonly left: Quota;

  constructor(platform: string) {
    this.left = quotaOf(platform);
  }

  has(level: ExpectedLevel): boolean {
    return this.left[level] > 0;
  }

  take({ name }: DemoComponent, standing: Standing): void {
    this.standings.set(name, standing);
    this.left[levelOf(standing)] -= 1;
  }

  /** Gives away the places of a level to the first that may have them. */
  fill(
    level: 'bronze' | 'silver' | 'gold' | 'platinum',
    candidates: DemoComponent[],
  ): void {
    for (const component of candidates) {
      if (this.has(level) && !this.standings.has(component.name)) {
        this.take(component, level);
      }
    }
  }
}

/** Gives away the better places, the most neglected component first. */
function climb(components: DemoComponent[], places: Places): void {
  const covered = coveredTeams();
  // Silver asks for an active champion.
  places.fill('bronze', [
    ...components.filter(({ team }) => !covered.has(team)),
    ...components,
  ]);
  const best = components.toReversed();
  places.fill('platinum', best.filter(canBePlatinum));
  places.fill('gold', best.filter(canBeGold));
  places.fill('silver', best);
}

/** The standing of each component, by its name. */
export function planStandings(
  components: DemoComponent[],
): Map<string, Standing> {
  const standings = new Map<string, Standing>();
  let fault = 0;
  for (const platform of Object.keys(QUOTAS)) {
    const own = components.filter(component => component.platform === platform);
    const places = new Places(platform);
    for (const component of own) {
      const told = TOLD[component.name];
      if (told) {
        places.take(component, told);
      }
    }
    const open = own
      .filter(({ name }) => !places.standings.has(name))
      .sort((one, other) => neglect(other) - neglect(one));
    // Without a classification there is no level at best.
    const byNeed = [
      ...open.filter(({ dataClassification }) => !dataClassification),
      ...open.filter(({ dataClassification }) => dataClassification),
    ];
    const rest: DemoComponent[] = [];
    for (const component of byNeed) {
      if (
        !component.dataClassification &&
        places.has('none') &&
        component.tier !== 'tier-4'
      ) {
        places.take(component, 'unclassified');
      } else if (places.has('unrated')) {
        places.take(component, 'silent');
      } else if (!component.dataClassification) {
        places.take(component, 'unclassified');
      } else if (places.has('none')) {
        places.take(component, FAULTS[fault % FAULTS.length]);
        fault += 1;
      } else {
        rest.push(component);
      }
    }
    climb(rest, places);
    for (const [name, standing] of places.standings) {
      standings.set(name, standing);
    }
  }
  return standings;
}
