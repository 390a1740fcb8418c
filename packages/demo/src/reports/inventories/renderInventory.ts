import { purlOf } from '../formats/purl';
import { DemoInventory, InventoryPart } from './planInventories';

/** The SBOM as a tool writes it. */
export function renderInventory(inventory: DemoInventory, at: Date): string {
  return JSON.stringify(
    inventory.format === 'spdx'
      ? spdx(inventory, at)
      : cyclonedx(inventory, at),
  );
}

function refOf({ ecosystem, name, version }: InventoryPart): string {
  return purlOf(ecosystem, name, version);
}

/** CycloneDX 1.6; with vulnerabilities where the tool looked for some. */
function cyclonedx({ component, flaw, parts }: DemoInventory, at: Date) {
  const direct = parts.filter(part => part.direct).map(refOf);
  const transitive = parts.filter(part => !part.direct).map(refOf);
  const [firstDirect] = direct;
  const affected = parts.filter(({ name }) => name === flaw?.package);
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      timestamp: at.toISOString(),
      tools: {
        components: [
          flaw
            ? { type: 'application', name: 'grype', version: '0.84.0' }
            : { type: 'application', name: 'syft', version: '1.38.0' },
        ],
      },
      component: {
        type: 'application',
        'bom-ref': component.name,
        name: component.name,
      },
    },
    components: parts.map(part => ({
      type: 'library',
      'bom-ref': refOf(part),
      ...nameOf(part),
      version: part.version,
      purl: refOf(part),
      licenses: [{ license: { id: part.licence } }],
    })),
    dependencies: [
      { ref: component.name, dependsOn: direct },
      ...(firstDirect ? [{ ref: firstDirect, dependsOn: transitive }] : []),
    ],
    ...(flaw && {
      vulnerabilities: [
        {
          id: flaw.id,
          ratings: [
            { score: flaw.score, severity: flaw.severity, method: 'CVSSv31' },
          ],
          cwes: [flaw.cwe],
          description: flaw.title,
          recommendation: `Update ${flaw.package} to ${flaw.fixedVersion}.`,
          affects: affected.map(part => ({
            ref: refOf(part),
            versions: [
              { version: part.version, status: 'affected' },
              { version: flaw.fixedVersion, status: 'unaffected' },
            ],
          })),
        },
      ],
    }),
  };
}

function nameOf({ name }: InventoryPart): { group?: string; name: string } {
  const [group, own] = name.split(':');
  return own ? { group, name: own } : { name };
}

/** SPDX 2.3, as GitHub and others export it. */
function spdx({ component, parts }: DemoInventory, at: Date) {
  const idOf = (index: number) => `SPDXRef-Package-${index}`;
  const root = 'SPDXRef-Root';
  return {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: component.name,
    documentNamespace: `https://sbom.larkhill.example/${component.name}`,
    creationInfo: {
      created: `${at.toISOString().slice(0, 19)}Z`,
      creators: ['Tool: syft-1.38.0'],
    },
    packages: [
      {
        SPDXID: root,
        name: component.name,
        downloadLocation: 'NOASSERTION',
        primaryPackagePurpose: 'APPLICATION',
      },
      ...parts.map((part, index) => ({
        SPDXID: idOf(index),
        name: part.name,
        versionInfo: part.version,
        downloadLocation: 'NOASSERTION',
        licenseDeclared: part.licence,
        externalRefs: [
          {
            referenceCategory: 'PACKAGE-MANAGER',
            referenceType: 'purl',
            referenceLocator: refOf(part),
          },
        ],
      })),
    ],
    relationships: [
      {
        spdxElementId: 'SPDXRef-DOCUMENT',
        relationshipType: 'DESCRIBES',
        relatedSpdxElement: root,
      },
      ...parts.map((_, index) => ({
        spdxElementId: root,
        relationshipType: 'CONTAINS',
        relatedSpdxElement: idOf(index),
      })),
    ],
  };
}
