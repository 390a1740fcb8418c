import { DemoComponent, isDeployable, Organisation } from '../../organisation';
import { Random } from '../../random';
import { reaches } from '../plan/levels';
import { DemoHistory } from '../plan/planHistory';
import { Advisory, storyAdvisory } from '../weaknesses/advisories';
import {
  Ecosystem,
  ECOSYSTEM_OF_STACK,
  PACKAGES,
} from '../weaknesses/packages';

/** A package in an SBOM. */
export interface InventoryPart {
  ecosystem: Ecosystem;
  name: string;
  version: string;
  direct: boolean;
  licence: string;
}

/** The SBOM of a component. */
export interface DemoInventory {
  component: DemoComponent;
  /** In days. */
  age: number;
  format: 'cyclonedx' | 'spdx';
  parts: InventoryPart[];
  /** A flaw that the tool which made the SBOM found as well. */
  flaw?: Advisory;
}

const LOG4J = 'org.apache.logging.log4j:log4j-core';
const LOG4J_VERSIONS = ['2.13.3', '2.14.1', '2.16.0', '2.17.1', '2.20.0'];
/** Versions before 2.17, as the advisory of the story has it. */
const LOG4J_BEFORE_2_17 = new Set(LOG4J_VERSIONS.slice(0, 3));

const SHARE_WITH_SBOM = 0.505;
const SHARE_OF_MAVEN_WITH_LOG4J = 0.6;
const SHARE_OLD = 0.095;

const LICENCES: Record<Ecosystem, string> = {
  maven: 'Apache-2.0',
  npm: 'MIT',
  golang: 'BSD-3-Clause',
  pypi: 'MIT',
  nuget: 'MIT',
  deb: 'GPL-2.0-only',
};

/** Whether an SBOM lists what `log4j-core < 2.17` looks for. */
export function hasOldLog4j({ parts }: DemoInventory): boolean {
  return parts.some(
    ({ name, version }) => name === LOG4J && LOG4J_BEFORE_2_17.has(version),
  );
}

/**
 * Components whose finding of log4j-core is accepted: they have a current scan
 * of dependencies anyway, so that another one changes no coverage.
 */
function acceptedComponents({ scopes }: DemoHistory): Set<string> {
  const scanned = scopes.filter(
    ({ component, controlType, scans }) =>
      controlType === 'sca' &&
      component.team === 'instant-payments' &&
      component.stack === 'java' &&
      scans[scans.length - 1] < 5,
  );
  const names = new Set([
    'instant-payments-api',
    ...scanned.map(({ component }) => component.name),
  ]);
  return new Set([...names].slice(0, 2));
}

/**
 * SBOMs of what is deployed and has reached Silver, and of a part of the other
 * components that scanners look at. The others have none: nobody can say what
 * they consist of.
 */
export function planInventories(
  organisation: Organisation,
  history: DemoHistory,
): DemoInventory[] {
  const scanned = new Set(
    history.scopes.map(({ component }) => component.name),
  );
  const accepted = acceptedComponents(history);
  return organisation.components
    .filter(({ name }) => scanned.has(name))
    .flatMap(component => {
      const random = new Random(`sbom ${component.name}`);
      const isAsked =
        isDeployable(component) &&
        reaches(history.standings.get(component.name)!, 'silver');
      const hasSbom = random.chance(SHARE_WITH_SBOM) || isAsked;
      const isOld = random.chance(SHARE_OLD) && !isAsked;
      const flaw = accepted.has(component.name)
        ? storyAdvisory('DEMO-2026-0051')
        : undefined;
      if (!hasSbom && !flaw) {
        return [];
      }
      return [
        {
          component,
          age:
            (isOld && !flaw ? 34 : 0.08) + random.next() * 6 * (flaw ? 0 : 1),
          format: random.chance(0.25) && !flaw ? 'spdx' : 'cyclonedx',
          parts: partsOf(component, random, flaw),
          flaw,
        } satisfies DemoInventory,
      ];
    });
}

function partsOf(
  component: DemoComponent,
  random: Random,
  flaw: Advisory | undefined,
): InventoryPart[] {
  const { ecosystem } = ECOSYSTEM_OF_STACK[component.stack];
  const licence = LICENCES[ecosystem];
  const parts = PACKAGES.filter(each => each.ecosystem === ecosystem).map(
    ({ name, version }) => ({
      ecosystem,
      name,
      version,
      direct: random.chance(0.5),
      licence,
    }),
  );
  const hasLog4j =
    ecosystem === 'maven' && random.chance(SHARE_OF_MAVEN_WITH_LOG4J);
  if (flaw || hasLog4j) {
    parts.push({
      ecosystem: 'maven',
      name: LOG4J,
      version: flaw?.version ?? random.pick(LOG4J_VERSIONS),
      direct: random.chance(0.3),
      licence: LICENCES.maven,
    });
  }
  return parts;
}
