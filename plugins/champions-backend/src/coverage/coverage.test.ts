import { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';
import fc from 'fast-check';
import {
  CountedAssignment,
  judgeCoverage,
  overloadedPeople,
} from './judgeCoverage';
import { resolveCoverage } from './resolveCoverage';
import { KnownEntities, scopesOf } from './scopesOf';

const NONE = new Set<number>();

function row(entityRef: string, relations: [string, string][]): EntityRow {
  const [kind, rest] = entityRef.split(':');
  return {
    entityRef,
    kind,
    namespace: 'default',
    name: rest.split('/')[1],
    ownerRef: relations.find(([type]) => type === 'ownedBy')?.[1],
    annotations: {},
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
    asOf: '2026-11-26T00:00:00.000Z',
  };
}

function known(...rows: EntityRow[]): KnownEntities {
  return new Map(rows.map(each => [each.entityRef, each]));
}

describe('scopes of an entity', () => {
  const retail = row('group:default/retail', []);
  const team = row('group:default/team', [['childOf', 'group:default/retail']]);
  const bank = row('domain:default/bank', []);
  const money = row('domain:default/money', [
    ['partOf', 'domain:default/bank'],
  ]);
  const system = row('system:default/checkout', [
    ['partOf', 'domain:default/money'],
    ['ownedBy', 'group:default/other'],
  ]);
  const all = known(retail, team, bank, money, system);

  it('go from itself over system and domains to the groups', () => {
    const api = row('component:default/api', [
      ['partOf', 'system:default/checkout'],
      ['ownedBy', 'group:default/team'],
    ]);
    expect(scopesOf(api, all)).toEqual([
      'component:default/api',
      'system:default/checkout',
      'domain:default/money',
      'domain:default/bank',
      'group:default/team',
      'group:default/retail',
    ]);
    expect(scopesOf({ ...api, kind: 'api' }, all)[0]).toBe(
      'system:default/checkout',
    );
    expect(scopesOf(team, all)).toEqual([
      'group:default/team',
      'group:default/retail',
    ]);
  });

  it('end where groups are each other’s parents', () => {
    const a = row('group:default/a', [['childOf', 'group:default/b']]);
    const b = row('group:default/b', [['childOf', 'group:default/a']]);
    expect(scopesOf(a, known(a, b))).toEqual([
      'group:default/a',
      'group:default/b',
    ]);
  });

  it('keep a group that the catalog does not know yet', () => {
    const orphan = row('component:default/x', [
      ['ownedBy', 'group:default/late'],
    ]);
    expect(scopesOf(orphan, known())).toEqual([
      'component:default/x',
      'group:default/late',
    ]);
  });
});

const assignment = fc.record<CountedAssignment>({
  scopeRef: fc.constantFrom('component:a', 'system:b', 'group:c'),
  personId: fc.integer({ min: 1, max: 4 }),
  role: fc.constantFrom('primary', 'deputy'),
  status: fc.constantFrom(
    'nominated',
    'accepted',
    'onboarding',
    'active',
    'stepping_down',
    'lapsed',
    'ended',
    'closed',
  ),
});
const CHAIN = ['component:a', 'system:b', 'group:c'];
const ORDER = ['uncovered', 'at_risk', 'covered_thin', 'covered'];

function at(scopeRef: string, list: CountedAssignment[]) {
  return list.filter(each => each.scopeRef === scopeRef);
}

describe('coverage', () => {
  it.each<
    [string, string, string[], Pick<CountedAssignment, 'role' | 'status'>[]]
  >([
    ['nobody', 'uncovered', ['nobody'], []],
    [
      'who has only accepted',
      'uncovered',
      ['nobody'],
      [{ role: 'primary', status: 'onboarding' }],
    ],
    [
      'a primary alone',
      'covered_thin',
      ['no_deputy'],
      [{ role: 'primary', status: 'active' }],
    ],
    [
      'a primary with a deputy',
      'covered',
      [],
      [
        { role: 'primary', status: 'active' },
        { role: 'deputy', status: 'active' },
      ],
    ],
    [
      'a deputy alone',
      'at_risk',
      ['no_primary'],
      [{ role: 'deputy', status: 'active' }],
    ],
    [
      'who steps down, with a deputy',
      'at_risk',
      ['stepping_down'],
      [
        { role: 'primary', status: 'stepping_down' },
        { role: 'deputy', status: 'active' },
      ],
    ],
    [
      'who has lapsed',
      'at_risk',
      ['lapsed'],
      [{ role: 'primary', status: 'lapsed' }],
    ],
  ])('by %s is %s', (_, state, reasons, people) => {
    const list = people.map((each, personId) => ({
      ...each,
      personId,
      scopeRef: 'group:c',
    }));
    expect(judgeCoverage(list, NONE)).toEqual({ state, reasons });
  });

  it('is decided by the nearest scope at which somebody stands', () => {
    fc.assert(
      fc.property(fc.array(assignment, { maxLength: 12 }), list => {
        const byScope = new Map(CHAIN.map(ref => [ref, at(ref, list)]));
        const resolved = resolveCoverage(CHAIN, byScope, NONE);
        const nearest = CHAIN.find(ref =>
          at(ref, list).some(({ status }) =>
            ['active', 'stepping_down', 'lapsed'].includes(status),
          ),
        );
        expect(resolved.scopeRef).toBe(nearest);
        expect(resolved.state === 'uncovered').toBe(nearest === undefined);
        expect(resolved.reasons.length === 0).toBe(
          resolved.state === 'covered',
        );
      }),
    );
  });

  it('does not depend on the order, and one more deputy never harms', () => {
    fc.assert(
      fc.property(fc.array(assignment, { maxLength: 8 }), list => {
        const before = judgeCoverage(list, NONE);
        expect(judgeCoverage([...list].reverse(), NONE)).toEqual(before);
        const after = judgeCoverage(
          [
            ...list,
            {
              scopeRef: 'group:c',
              personId: 9,
              role: 'deputy',
              status: 'active',
            },
          ],
          NONE,
        );
        expect(ORDER.indexOf(after.state)).toBeGreaterThanOrEqual(
          ORDER.indexOf(before.state),
        );
      }),
    );
  });

  it('is thin by a person for too many scopes', () => {
    const list = CHAIN.map(scopeRef => ({
      scopeRef,
      personId: 1,
      role: 'primary' as const,
      status: 'active' as const,
    }));
    expect(overloadedPeople(list, 3)).toEqual(new Set());
    expect(overloadedPeople(list, 2)).toEqual(new Set([1]));
    expect(judgeCoverage(at('group:c', list), new Set([1])).reasons).toContain(
      'too_many_scopes',
    );
  });
});
