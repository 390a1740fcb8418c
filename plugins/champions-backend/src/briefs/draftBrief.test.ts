import fc from 'fast-check';
import { draftBrief } from './draftBrief';
import { daysOfMonth } from './months';

const AS_OF = new Date('2026-11-26T14:02:30Z');
const SCOPE = { scopeRef: 'group:default/payments', title: 'Instant Payments' };

describe('the draft of a brief', () => {
  it('says the numbers, and as of when they are', () => {
    const text = draftBrief(
      {
        new: 11,
        fixed: 14,
        overdue: 0,
        acceptedRisk: 1,
        components: 14,
        nextLevel: {
          entityRef: 'component:default/pay-api',
          level: 'silver',
          steps: 3,
        },
      },
      SCOPE,
      '2026-11',
      AS_OF,
    );
    expect(text).toContain('# Security brief: Instant Payments, November 2026');
    expect(text).toContain('As of 2026-11-26 14:02 UTC. 14 components');
    expect(text).toContain('- New in November 2026: 11');
    expect(text).toContain('- Overdue now: 0');
    expect(text).toContain('pay-api is nearest to its next level: 3 steps');
  });

  it('never says 0 for what is not known', () => {
    const text = draftBrief({ components: 2 }, SCOPE, '2026-11', AS_OF);
    expect(text.match(/not known/g)).toHaveLength(5);
    expect(text).not.toMatch(/: 0$/m);
  });

  it('makes nothing of a title but text', () => {
    fc.assert(
      fc.property(fc.string(), title => {
        const [heading, ...rest] = draftBrief(
          { components: 1 },
          { ...SCOPE, title },
          '2026-11',
          AS_OF,
        ).split('\n');
        expect(heading).not.toMatch(/(^|[^\\])[<`[]/);
        expect(rest[0]).toBe('');
      }),
      { numRuns: 60 },
    );
  });
});

describe('the days of a month', () => {
  it('end with the first of the next', () => {
    expect(daysOfMonth('2025-12', AS_OF)).toEqual({
      from: '2025-12-01',
      to: '2026-01-01',
    });
    expect(daysOfMonth('2026-11', AS_OF).to).toBe('2026-12-01');
  });

  it.each(['2026-13', '2026-1', 'november', '2026-12'])(
    'are not of %s',
    month => expect(() => daysOfMonth(month, AS_OF)).toThrow(/month/),
  );
});
