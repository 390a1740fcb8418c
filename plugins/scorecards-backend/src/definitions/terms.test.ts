import fc from 'fast-check';
import { checkTerms, scorecardTerms } from './terms';
import { ScorecardDefinition } from './types';

function scorecard(id: string, version: number, checks: string[]) {
  const definition: ScorecardDefinition = {
    kind: 'scorecard',
    id,
    version,
    title: id,
    appliesTo: { kind: ['Component'] },
    targetByTier: {},
    checks: checks.map(check => ({ check })),
  };
  return definition;
}

const time = (day: number) => `1970-01-01T00:00:0${day}.000Z`;

describe('terms', () => {
  const terms = [
    { definition: scorecard('b', 1, ['x@1', 'y@1']), since: 3000 },
    { definition: scorecard('a', 2, ['x@2']), since: 2000 },
    { definition: scorecard('a', 1, ['x@1']), since: 1000, until: 2000 },
  ];

  it('of a check are those of the scorecards that have it', () => {
    expect(checkTerms(terms, 'x')).toEqual([
      { version: 2, since: time(2) },
      { version: 1, since: time(1) },
    ]);
    expect(checkTerms(terms.slice(1), 'x')[1].until).toBe(time(2));
    expect(checkTerms(terms, 'z')).toEqual([]);
    expect(scorecardTerms(terms, 'a').map(({ version }) => version)).toEqual([
      2, 1,
    ]);
  });

  it('of a check hold as long as any scorecard with it does', () => {
    const term = fc.record({
      definition: fc
        .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x@1', 'x@2'))
        .map(([id, check]) => scorecard(id, 1, [check])),
      since: fc.integer({ min: 0, max: 1000 }),
      until: fc.option(fc.integer({ min: 1000, max: 2000 }), {
        nil: undefined,
      }),
    });
    fc.assert(
      fc.property(fc.array(term, { maxLength: 8 }), given => {
        for (const { version, since, until } of checkTerms(given, 'x')) {
          const own = given.filter(({ definition: { checks } }) =>
            checks.some(({ check }) => check === `x@${version}`),
          );
          const isOpen = own.some(each => each.until === undefined);
          expect(until === undefined).toBe(isOpen);
          expect(Date.parse(since)).toBe(
            Math.min(...own.map(each => each.since)),
          );
          expect(isOpen ? undefined : Date.parse(until!)).toBe(
            isOpen ? undefined : Math.max(...own.map(each => each.until!)),
          );
        }
      }),
    );
  });
});
