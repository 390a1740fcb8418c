import fc from 'fast-check';
import { DEFAULT_SETTINGS } from '../programme/defaultSettings';
import { routeQuestion } from './routeQuestion';
import { QuestionHolder, QuestionScope } from './types';

const CAPTAINS = 'group:default/appsec';

function holder(
  personId: number,
  more: Partial<QuestionHolder> = {},
): QuestionHolder {
  return {
    personId,
    role: 'primary',
    status: 'active',
    specialisms: [],
    ...more,
  };
}

const deputy = (personId: number, more: Partial<QuestionHolder> = {}) =>
  holder(personId, { role: 'deputy', ...more });

function route(
  scopes: QuestionHolder[][],
  subject: Parameters<typeof routeQuestion>[0]['subject'] = { kind: 'entity' },
  askedBy?: number,
) {
  return routeQuestion({
    scopes: scopes.map((holders, index) => ({
      scopeRef: `group:default/scope-${index}`,
      holders,
    })),
    subject,
    specialisms: DEFAULT_SETTINGS.specialisms,
    captains: CAPTAINS,
    askedBy,
  });
}

describe('whom a question goes to', () => {
  it('is who has the specialism, at the nearest scope', () => {
    const scopes = [
      [holder(1), deputy(2, { specialisms: ['supply-chain'] })],
      [holder(3, { specialisms: ['supply-chain'] })],
    ];
    expect(route(scopes, { kind: 'finding', id: 'f', area: 'sca' })).toEqual({
      personId: 2,
      because: 'Deputy of group:default/scope-0, and strong in: Supply chain',
    });
    expect(
      route(scopes, { kind: 'check', id: 'c', area: 'build' }),
    ).toMatchObject({ personId: 2 });
    expect(
      route(scopes, { kind: 'finding', id: 'f', area: 'dast' }),
    ).toMatchObject({
      personId: 1,
      because: 'Champion of group:default/scope-0',
    });
  });

  it('is a deputy before who steps down, and that one before another scope', () => {
    const leaving = holder(1, { status: 'stepping_down' });
    expect(route([[leaving, deputy(2)], [holder(3)]])).toMatchObject({
      personId: 2,
    });
    expect(route([[leaving], [holder(3)]])).toMatchObject({ personId: 1 });
    expect(route([[], [holder(3)]])).toMatchObject({ personId: 3 });
  });

  it('is the group of the captains where nobody is left', () => {
    expect(route([])).toMatchObject({ groupRef: CAPTAINS });
    expect(route([[holder(1)]], { kind: 'entity' }, 1)).toMatchObject({
      groupRef: CAPTAINS,
    });
  });

  it('never is who asks, nor anybody further away than needed', () => {
    const someone = fc.record({
      personId: fc.integer({ min: 1, max: 5 }),
      role: fc.constantFrom('primary' as const, 'deputy' as const),
      status: fc.constantFrom('active' as const, 'stepping_down' as const),
      specialisms: fc.subarray(['supply-chain', 'cloud']),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(someone, { maxLength: 4 }), { maxLength: 4 }),
        fc.integer({ min: 1, max: 5 }),
        (scopes, askedBy) => {
          const target = route(
            scopes,
            { kind: 'finding', id: 'f', area: 'sca' },
            askedBy,
          );
          const able = scopes.map(holders =>
            holders.filter(({ personId }) => personId !== askedBy),
          );
          const nearest = able.find(holders => holders.length > 0);
          const chosen = 'personId' in target ? target.personId : undefined;
          expect(
            nearest
              ? nearest.some(({ personId }) => personId === chosen)
              : chosen === undefined,
          ).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('does not depend on the order of the people', () => {
    const scope: QuestionScope['holders'] = [deputy(3), deputy(2), holder(5)];
    expect(route([scope])).toEqual(route([scope.toReversed()]));
  });
});
