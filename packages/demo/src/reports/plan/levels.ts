import { DemoComponent } from '../../organisation';
import { Random } from '../../random';

/**
 * Where a component stands in the scorecard "Essentials" today, and why: this
 * decides which scanners run and what they find.
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
  | 'bronze'
  | 'silver';

export type ExpectedLevel = 'unrated' | 'none' | 'bronze' | 'silver';

/** The level that a standing leads to. */
export function levelOf(standing: Standing): ExpectedLevel {
  switch (standing) {
    case 'silent':
    case 'barely-known':
    case 'went-quiet':
      return 'unrated';
    case 'bronze':
    case 'silver':
      return standing;
    default:
      return 'none';
  }
}

const QUOTAS: Record<string, Record<ExpectedLevel, number>> = {
  'retail-payments': { unrated: 4, none: 11, bronze: 22, silver: 25 },
  'cards-and-lending': { unrated: 4, none: 13, bronze: 20, silver: 18 },
  'digital-channels': { unrated: 2, none: 10, bronze: 22, silver: 24 },
  'identity-and-access': { unrated: 1, none: 1, bronze: 8, silver: 28 },
  'data-and-analytics': { unrated: 20, none: 13, bronze: 7, silver: 2 },
  'cloud-and-developer-platform': {
    unrated: 2,
    none: 9,
    bronze: 17,
    silver: 17,
  },
};

/** Components whose standing a story tells. */
const TOLD: Record<string, Standing> = {
  'instant-payments-api': 'bronze',
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

/** The standing of each component, by its name. */
export function planStandings(
  components: DemoComponent[],
): Map<string, Standing> {
  const standings = new Map<string, Standing>();
  let fault = 0;
  for (const [platform, quota] of Object.entries(QUOTAS)) {
    const own = components.filter(component => component.platform === platform);
    const left = { ...quota };
    const take = (component: DemoComponent, standing: Standing) => {
      standings.set(component.name, standing);
      left[levelOf(standing)] -= 1;
    };
    for (const component of own) {
      const told = TOLD[component.name];
      if (told) {
        take(component, told);
      }
    }
    const open = own
      .filter(component => !standings.has(component.name))
      .sort((one, other) => neglect(other) - neglect(one));
    // Without a classification there is no level at best.
    const byNeed = [
      ...open.filter(({ dataClassification }) => !dataClassification),
      ...open.filter(({ dataClassification }) => dataClassification),
    ];
    for (const component of byNeed) {
      if (
        !component.dataClassification &&
        left.none > 0 &&
        component.tier !== 'tier-4'
      ) {
        take(component, 'unclassified');
      } else if (left.unrated > 0) {
        take(component, 'silent');
      } else if (!component.dataClassification) {
        take(component, 'unclassified');
      } else if (left.none > 0) {
        take(component, FAULTS[fault % FAULTS.length]);
        fault += 1;
      } else if (left.bronze > 0) {
        take(component, 'bronze');
      } else {
        take(component, 'silver');
      }
    }
  }
  return standings;
}
