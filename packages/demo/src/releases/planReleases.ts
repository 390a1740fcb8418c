import { GateVerdict } from '@synchrony/backstage-plugin-ingestion-common';
import { DemoComponent, isDeployable, Organisation } from '../organisation';
import { Random } from '../random';
import { commitOf } from '../reports/formats/scan';
import { DemoInventory } from '../reports/inventories/planInventories';
import { reaches, Standing } from '../reports/plan/levels';
import { DemoHistory } from '../reports/plan/planHistory';
import { DemoRelease } from './types';

/** How many releases of a component are told. */
const RELEASES = 4;
/** From when an SBOM is made to when its build is in production, in days. */
const BUILD_TO_RELEASE = 0.04;

/** Components that stories are about: there is something to show. */
const TOLD = new Set(['instant-payments-api', 'payments-gateway']);

/** How many of those that have not reached Silver use the new template. */
const SHARE_TOLD: Partial<Record<Standing, number>> = {
  bronze: 0.75,
  overdue: 0.6,
  secret: 0.6,
  gap: 0.4,
  unclassified: 0.4,
};

function tells(
  { name }: DemoComponent,
  standing: Standing,
  random: Random,
): boolean {
  return (
    random.chance(SHARE_TOLD[standing] ?? 0) ||
    reaches(standing, 'silver') ||
    TOLD.has(name)
  );
}

/** What the gate says; undefined where the pipeline does not ask. */
function verdictOf(
  standing: Standing,
  random: Random,
): GateVerdict | undefined {
  if (reaches(standing, 'silver')) {
    return random.chance(0.85) ? 'pass' : 'warn';
  }
  if (random.chance(0.4)) {
    return undefined;
  }
  return standing === 'overdue' || standing === 'secret' ? 'block' : 'warn';
}

function releasesOf(
  component: DemoComponent,
  standing: Standing,
  inventory: DemoInventory | undefined,
): DemoRelease[] {
  const random = new Random(`releases ${component.name}`);
  if (!isDeployable(component) || !tells(component, standing, random)) {
    return [];
  }
  const verdict = verdictOf(standing, random);
  const days = random.between(4, 15);
  const minor = random.between(RELEASES, 40);
  const builtAgo = inventory?.age ?? 0.1 + random.next() * days;
  return Array.from({ length: RELEASES }, (_, before) => {
    const age = builtAgo + before * days;
    return {
      component,
      standing,
      age: age - BUILD_TO_RELEASE,
      commit: commitOf(component, age),
      version: `2.${minor - before}.0`,
      digest: `sha256:${random.hex(64)}`,
      verdict,
    };
  }).reverse();
}

/**
 * The last releases of what is deployed by a pipeline that tells the portal:
 * the oldest of a component first. What nothing is known of tells nothing.
 */
export function planReleases(
  organisation: Organisation,
  { standings }: DemoHistory,
  inventories: DemoInventory[],
): DemoRelease[] {
  const inventoryOf = new Map(
    inventories.map(each => [each.component.name, each]),
  );
  return organisation.components.flatMap(component =>
    releasesOf(
      component,
      standings.get(component.name)!,
      inventoryOf.get(component.name),
    ),
  );
}
