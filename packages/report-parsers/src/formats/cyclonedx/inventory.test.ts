import { parseReport } from '../../parseReport';

function inventoryOf(bom: object | string) {
  const body =
    typeof bom === 'string'
      ? `<bom xmlns="http://cyclonedx.org/schema/bom/1.6">${bom}</bom>`
      : JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.7', ...bom });
  return parseReport(body).runs[0].inventory;
}

/** As Trivy writes it: a lock file stands between the subject and its packages. */
const TRIVY = {
  metadata: {
    tools: { components: [{ type: 'application', name: 'trivy' }] },
    component: { 'bom-ref': 'root', type: 'application', name: 'shop' },
  },
  components: [
    { 'bom-ref': 'lock', type: 'application', name: 'package-lock.json' },
    {
      'bom-ref': 'pkg:npm/a@1.0.0',
      type: 'library',
      name: 'a',
      version: '1.0.0',
      purl: 'pkg:npm/a@1.0.0',
      licenses: [{ license: { id: 'MIT' } }, { expression: 'A OR B' }],
      components: [
        { type: 'library', name: 'inner', version: '2', scope: 'excluded' },
        { type: 'file', name: 'x.jar', version: '1' },
      ],
    },
    {
      'bom-ref': 'b',
      group: 'org.example',
      name: 'b',
      version: '3',
      purl: 'pkg:maven/org.example/b@3',
    },
  ],
  services: [{ name: 'mail', version: '1' }],
  dependencies: [
    { ref: 'root', dependsOn: ['lock'] },
    { ref: 'lock', dependsOn: ['pkg:npm/a@1.0.0'] },
    { ref: 'pkg:npm/a@1.0.0', dependsOn: ['b'] },
  ],
};

describe('the inventory of a CycloneDX document', () => {
  it('has all packages, nested ones too, and which are direct', () => {
    const inventory = inventoryOf(TRIVY);
    expect(inventory?.subject).toEqual({ name: 'shop', version: undefined });
    expect(
      inventory?.components
        .toSorted((a, b) => a.name.localeCompare(b.name))
        .map(({ direct, displayName, licences, scope, version }) => [
          displayName,
          version,
          direct,
          scope,
          licences,
        ]),
    ).toEqual([
      ['a', '1.0.0', true, undefined, ['MIT', 'A OR B']],
      ['org.example:b', '3', false, undefined, []],
      ['inner', '2', undefined, 'excluded', []],
    ]);
  });

  it('is the same in XML', () => {
    const inventory = inventoryOf(`
      <metadata><component type="application" bom-ref="root"><name>shop</name></component></metadata>
      <components>
        <component type="library" bom-ref="a"><name>a</name><version>1.0.0</version>
          <licenses><license><id>MIT</id></license><expression>A OR B</expression></licenses>
          <purl>pkg:npm/a@1.0.0</purl>
          <pedigree><ancestors><component type="library"><name>old</name><version>0</version></component></ancestors></pedigree>
          <components><component type="library"><name>inner</name><version>2</version><scope>excluded</scope></component></components>
        </component>
        <component type="library" bom-ref="b"><group>org.example</group><name>b</name><version>3</version><purl>pkg:maven/org.example/b@3</purl></component>
      </components>
      <dependencies><dependency ref="root"><dependency ref="a"/></dependency><dependency ref="a"><dependency ref="b"/></dependency></dependencies>`);
    expect(inventory).toMatchObject({
      subject: { name: 'shop' },
      components: [
        { displayName: 'a', direct: true, licences: ['MIT', 'A OR B'] },
        { displayName: 'inner', direct: false, scope: 'excluded' },
        { displayName: 'org.example:b', direct: false },
      ],
    });
  });

  it('stands beside findings, and never without a package', () => {
    const both = parseReport(
      JSON.stringify({
        bomFormat: 'CycloneDX',
        components: [{ 'bom-ref': 'a', name: 'a', version: '1' }],
        vulnerabilities: [{ id: 'CVE-2026-1', affects: [{ ref: 'a' }] }],
      }),
    ).runs[0];
    expect(both).toMatchObject({ evidence: 'scan', findings: [{}] });
    expect(both.inventory?.components).toHaveLength(1);
    for (const bom of [{}, { components: [] }, { components: [{}] }]) {
      expect(inventoryOf(bom)).toBeUndefined();
    }
  });

  it('is read in the time that its length takes, also around a circle', () => {
    const count = 20_000;
    const ref = (index: number) => `r${index % count}`;
    const inventory = inventoryOf({
      metadata: { component: { 'bom-ref': 'root', name: 'x' } },
      components: Array.from({ length: count }, (_, index) => ({
        'bom-ref': ref(index),
        name: 'lock',
        ...(index % 2 && { version: '1' }),
      })),
      dependencies: [
        { ref: 'root', dependsOn: [ref(0), 'root', 'gone'] },
        ...Array.from({ length: count }, (_, index) => ({
          ref: ref(index),
          dependsOn: [ref(index + 2), ref(index + 1)],
        })),
      ],
    });
    expect(inventory?.components).toHaveLength(count / 2);
  });
});
