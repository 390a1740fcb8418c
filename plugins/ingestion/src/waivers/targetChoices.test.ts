import { ENTITY_REF, finding } from '../__testUtils__/fixtures';
import { targetChoices } from './targetChoices';

const OWNERS = new Map([
  [ENTITY_REF, 'group:default/payments'],
  ['component:default/other', 'group:default/payments'],
]);

const code = finding({
  id: 'f2',
  component: undefined,
  ruleId: 'sqli',
  tools: ['CodeQL'],
  advisoryIds: [],
});

const targetsOf = (...args: Parameters<typeof targetChoices>) =>
  targetChoices(...args).map(({ target }) => target);

describe('what a waiver can be for', () => {
  it('goes from a finding in a package to the CVE in the group', () => {
    const netty = finding({
      component: {
        name: 'netty',
        purl: 'pkg:maven/io.netty/netty-codec-http2@4.1.94?type=jar',
      },
    });
    const name = 'pkg:maven/io.netty/netty-codec-http2';
    expect(targetsOf([netty], OWNERS)).toEqual([
      { kind: 'finding', entityRef: ENTITY_REF, findingIds: ['f1'] },
      {
        kind: 'rule',
        entityRef: ENTITY_REF,
        package: name,
        ruleId: 'CVE-2026-12345',
      },
      { kind: 'rule', entityRef: ENTITY_REF, package: name },
      {
        kind: 'advisory',
        groupRef: 'group:default/payments',
        advisoryId: 'CVE-2026-12345',
      },
    ]);
  });

  it('keeps the scope of a package name', () => {
    const scoped = finding({
      component: { name: 'core', purl: 'pkg:npm/%40scope/core@1.0.0' },
    });
    expect(targetsOf([scoped], new Map())).toContainEqual(
      expect.objectContaining({ package: 'pkg:npm/%40scope/core' }),
    );
  });

  it('names the rule with its tool for code', () => {
    expect(targetsOf([code], OWNERS)).toEqual([
      { kind: 'finding', entityRef: ENTITY_REF, findingIds: ['f2'] },
      { kind: 'rule', entityRef: ENTITY_REF, tool: 'CodeQL', ruleId: 'sqli' },
    ]);
  });

  it('offers across components only what they share', () => {
    const other = finding({ id: 'f3', entityRef: 'component:default/other' });
    expect(targetsOf([finding(), other], OWNERS).map(t => t.kind)).toEqual([
      'advisory',
    ]);
    expect(targetsOf([code, other], OWNERS)).toEqual([]);
  });

  it('offers no advisory of a rule that stands for several', () => {
    const several = finding({
      ruleId: 'pack',
      advisoryIds: ['CVE-2026-1111', 'CVE-2026-2222'],
    });
    expect(targetsOf([several], OWNERS).map(t => t.kind)).not.toContain(
      'advisory',
    );
  });
});
