import { Random } from '../../random';
import { Advisory, installedVersion } from '../weaknesses/advisories';
import { ECOSYSTEM_OF_STACK, PACKAGES } from '../weaknesses/packages';
import { purlOf } from './purl';
import { DemoScan, updatesOf } from './scan';

interface Part {
  ref: string;
  name: string;
  group?: string;
  version: string;
}

function toPart(ref: string, fullName: string, version: string): Part {
  const [group, name] = fullName.split(':');
  return name
    ? { ref, group, name, version }
    : { ref, name: fullName, version };
}

function partOf(advisory: Advisory, scan: DemoScan): Part {
  const { ecosystem, package: name } = advisory;
  const version = installedVersion(advisory, updatesOf(name, scan.index));
  return toPart(purlOf(ecosystem, name, version), name, version);
}

function contents(scan: DemoScan) {
  const parts = new Map<string, Part>();
  const { ecosystem } = ECOSYSTEM_OF_STACK[scan.component.stack];
  for (const { name, version } of PACKAGES.filter(
    each => each.ecosystem === ecosystem,
  )) {
    const part = toPart(purlOf(ecosystem, name, version), name, version);
    parts.set(part.ref, part);
  }
  const advisories: { advisory: Advisory; part: Part }[] = [];
  for (const { weakness } of scan.findings) {
    if (weakness.kind === 'package') {
      const part = partOf(weakness.advisory, scan);
      parts.set(part.ref, part);
      advisories.push({ advisory: weakness.advisory, part });
    }
  }
  return { parts: [...parts.values()], advisories };
}

function serialNumber(scan: DemoScan): string {
  const digits = new Random(
    `serial ${scan.component.name} ${scan.scope.scanner} ${scan.index}`,
  ).hex(32);
  return `urn:uuid:${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`;
}

function adviceOf(advisory: Advisory): string {
  return advisory.fixedVersion
    ? `Update ${advisory.package} to ${advisory.fixedVersion}.`
    : 'There is no fixed version yet.';
}

/** CycloneDX 1.6 with vulnerabilities, as JSON. */
export function cyclonedxJson(scan: DemoScan): string {
  const { parts, advisories } = contents(scan);
  return JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialNumber(scan),
    version: 1,
    metadata: {
      timestamp: scan.at.toISOString(),
      tools: {
        components: [
          {
            type: 'application',
            author: 'anchore',
            name: 'grype',
            version: '0.84.0',
          },
        ],
      },
      component: {
        type: 'application',
        'bom-ref': scan.component.name,
        name: scan.component.name,
      },
    },
    components: parts.map(({ ref, ...part }) => ({
      type: 'library',
      'bom-ref': ref,
      ...part,
      purl: ref,
    })),
    vulnerabilities: advisories.map(({ advisory, part }) => ({
      id: advisory.id,
      source: {
        name: 'larkhill',
        url: `https://advisories.larkhill.example/${advisory.id}`,
      },
      ratings: [
        {
          score: advisory.score,
          severity: advisory.severity,
          method: 'CVSSv31',
        },
      ],
      cwes: [advisory.cwe],
      description: advisory.title,
      recommendation: adviceOf(advisory),
      affects: [
        {
          ref: part.ref,
          versions: [
            { version: part.version, status: 'affected' },
            ...(advisory.fixedVersion
              ? [{ version: advisory.fixedVersion, status: 'unaffected' }]
              : []),
          ],
        },
      ],
    })),
  });
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');
}

/** CycloneDX 1.5 with vulnerabilities, as XML. */
export function cyclonedxXml(scan: DemoScan): string {
  const { parts, advisories } = contents(scan);
  const components = parts.map(
    ({ ref, group, name, version }) =>
      `<component type="library" bom-ref="${escape(ref)}">${
        group ? `<group>${escape(group)}</group>` : ''
      }<name>${escape(name)}</name><version>${escape(version)}</version><purl>${escape(ref)}</purl></component>`,
  );
  const vulnerabilities = advisories.map(
    ({ advisory, part }) =>
      `<vulnerability><id>${advisory.id}</id>` +
      `<source><name>larkhill</name><url>https://advisories.larkhill.example/${advisory.id}</url></source>` +
      `<ratings><rating><score>${advisory.score}</score><severity>${advisory.severity}</severity><method>CVSSv31</method></rating></ratings>` +
      `<cwes><cwe>${advisory.cwe}</cwe></cwes>` +
      `<description>${escape(advisory.title)}</description>` +
      `<recommendation>${escape(adviceOf(advisory))}</recommendation>` +
      `<affects><target><ref>${escape(part.ref)}</ref></target></affects></vulnerability>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<bom xmlns="http://cyclonedx.org/schema/bom/1.5" serialNumber="${serialNumber(scan)}" version="1">`,
    `<metadata><timestamp>${scan.at.toISOString()}</timestamp>`,
    '<tools><tool><vendor>OWASP</vendor><name>Dependency-Track</name><version>4.12.1</version></tool></tools>',
    `<component type="application" bom-ref="${scan.component.name}"><name>${scan.component.name}</name></component></metadata>`,
    `<components>${components.join('')}</components>`,
    `<vulnerabilities>${vulnerabilities.join('')}</vulnerabilities>`,
    '</bom>',
  ].join('\n');
}
