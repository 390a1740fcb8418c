import { Severity } from '@synchrony/backstage-plugin-ingestion-common';
import { Random } from '../../random';
import { Ecosystem, PACKAGES } from './packages';

/** An invented advisory about a package. */
export interface Advisory {
  id: string;
  ecosystem: Ecosystem;
  /** As the ecosystem writes it, `group:artifact` for Maven. */
  package: string;
  /** Installed version when the demo begins. */
  version: string;
  /** Undefined when nobody has fixed it yet. */
  fixedVersion?: string;
  title: string;
  cwe: number;
  severity: Severity;
  score: number;
}

const FLAWS: Record<
  'critical' | 'high' | 'medium' | 'low',
  [string, number][]
> = {
  critical: [
    ['Remote code execution through crafted input', 94],
    ['Authentication bypass', 287],
    ['Unsafe deserialisation of untrusted data', 502],
  ],
  high: [
    ['Denial of service by deeply nested input', 674],
    ['Path traversal when extracting archives', 22],
    ['Server-side request forgery through redirects', 918],
    ['Memory grows without limit on slow clients', 400],
    ['Certificate host name is not verified', 295],
    ['SQL injection in the order clause', 89],
  ],
  medium: [
    ['Regular expression takes exponential time', 1333],
    ['Header injection through line breaks', 113],
    ['Prototype pollution in the merge helper', 1321],
    ['Cookie is sent without the Secure attribute', 614],
    ['Open redirect in the error page', 601],
    ['Cache answers for another user', 524],
  ],
  low: [
    ['Version is disclosed in the error page', 209],
    ['Timing difference when comparing tokens', 208],
    ['Temporary file is readable by others', 377],
    ['Log lines can be forged', 117],
  ],
};

const SCORES: Record<keyof typeof FLAWS, [number, number]> = {
  critical: [9.0, 9.8],
  high: [7.0, 8.8],
  medium: [4.3, 6.8],
  low: [2.2, 3.7],
};

function bump(version: string, patches: number): string {
  const parts = version.split('.');
  const last = parts.length - 1;
  parts[last] = String(Number(parts[last]) + patches);
  return parts.join('.');
}

/** The version that is installed after so many small updates. */
export function installedVersion(advisory: Advisory, updates: number): string {
  const [base, suffix = ''] = advisory.version.split(/(?=[-+])/, 2);
  return bump(base, updates) + suffix;
}

const STORIES: Advisory[] = [
  {
    id: 'DEMO-2026-0007',
    ecosystem: 'maven',
    package: 'io.netty:netty-codec-http2',
    version: '4.1.94',
    fixedVersion: '4.1.118',
    title: 'Request smuggling over HTTP/2',
    cwe: 444,
    severity: 'critical',
    score: 9.1,
  },
  {
    id: 'DEMO-2026-0031',
    ecosystem: 'maven',
    package: 'io.netty:netty-codec-http2',
    version: '4.1.94',
    fixedVersion: '4.1.118',
    title: 'Reset flood exhausts workers',
    cwe: 400,
    severity: 'high',
    score: 7.5,
  },
  {
    id: 'DEMO-2026-0012',
    ecosystem: 'maven',
    package: 'io.netty:netty-codec-http2',
    version: '4.1.94',
    fixedVersion: '4.1.118',
    title: 'Header size not limited',
    cwe: 770,
    severity: 'medium',
    score: 5.3,
  },
  {
    id: 'DEMO-2026-0051',
    ecosystem: 'maven',
    package: 'org.apache.logging.log4j:log4j-core',
    version: '2.14.1',
    fixedVersion: '2.17.1',
    title: 'Log lines can be forged through line breaks',
    cwe: 117,
    severity: 'low',
    score: 3.1,
  },
  {
    id: 'DEMO-2026-0044',
    ecosystem: 'deb',
    package: 'openssl',
    version: '3.0.11',
    title: 'Timing leak in key exchange',
    cwe: 208,
    severity: 'high',
    score: 7.4,
  },
  {
    id: 'DEMO-2026-0040',
    ecosystem: 'deb',
    package: 'openssl',
    version: '3.0.11',
    title: 'Out-of-bounds read in parser',
    cwe: 125,
    severity: 'high',
    score: 7.1,
  },
];

function invent(): Advisory[] {
  const random = new Random('advisories');
  const advisories: Advisory[] = [];
  let number = 100;
  for (const { ecosystem, name, version } of PACKAGES) {
    const flaws = (Object.keys(FLAWS) as (keyof typeof FLAWS)[]).flatMap(
      severity =>
        random
          .sample(FLAWS[severity], severity === 'critical' ? 1 : 3)
          .map(flaw => ({ severity, flaw })),
    );
    for (const { severity, flaw } of flaws) {
      number += random.between(1, 5);
      const [lowest, highest] = SCORES[severity];
      const year = random.chance(0.75) ? 2026 : 2025;
      advisories.push({
        id: `DEMO-${year}-${String(number).padStart(4, '0')}`,
        ecosystem,
        package: name,
        version,
        fixedVersion: random.chance(0.88)
          ? bump(version.split(/[-+]/)[0], random.between(8, 20))
          : undefined,
        title: flaw[0],
        cwe: flaw[1],
        severity,
        score:
          Math.round((lowest + random.next() * (highest - lowest)) * 10) / 10,
      });
    }
  }
  return advisories;
}

const ALL = [...STORIES, ...invent()];

/** Every advisory of the demo. */
export function allAdvisories(): readonly Advisory[] {
  return ALL;
}

/** The story's advisory of that id. */
export function storyAdvisory(id: string): Advisory {
  const advisory = STORIES.find(story => story.id === id);
  if (!advisory) {
    throw new TypeError(`No story is about ${id}`);
  }
  return advisory;
}

/** Advisories about packages of an ecosystem that no story is about. */
export function advisoriesOf(
  ecosystem: Ecosystem,
  severity: Severity,
): Advisory[] {
  return ALL.filter(
    advisory =>
      advisory.ecosystem === ecosystem &&
      advisory.severity === severity &&
      !STORIES.includes(advisory),
  );
}
