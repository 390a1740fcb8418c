import fc from 'fast-check';
import { SEVERITIES } from '@synchrony/backstage-plugin-ingestion-common';
import { TrendChange, workOutTrend } from './workOutTrend';

const NONE = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
const UNTIL = 20_000;

/** Findings as a list of first day and, where it is closed, last day. */
const findings = fc.array(
  fc.record({
    severity: fc.nat(SEVERITIES.length - 1),
    from: fc.integer({ min: UNTIL - 20, max: UNTIL }),
    days: fc.option(fc.nat(20)),
  }),
);

describe('the trend of open findings', () => {
  it('says for each day what was open at its end', () => {
    fc.assert(
      fc.property(findings, all => {
        const closing = all.map(({ days, from, severity }) => ({
          severity,
          from,
          to: days === null || from + days > UNTIL ? undefined : from + days,
        }));
        const openAt = (day: number) => {
          const open = { ...NONE };
          for (const { from, severity, to } of closing) {
            if (from <= day && (to === undefined || to > day)) {
              open[SEVERITIES[severity]] += 1;
            }
          }
          return open;
        };
        const changes = closing.flatMap(({ from, severity, to }) => [
          { day: from, severity, opened: 1, closed: 0 },
          ...(to === undefined
            ? []
            : [{ day: to, severity, opened: 0, closed: 1 }]),
        ]) satisfies TrendChange[];
        const days = workOutTrend({
          since: UNTIL - 25,
          until: UNTIL,
          firstScan: UNTIL - 25,
          open: openAt(UNTIL),
          changes,
        });
        expect(days.map(({ open }) => open)).toEqual(
          days.map((_, index) => openAt(UNTIL - 25 + index)),
        );
      }),
    );
  });

  it('does not take what nobody looked at for nothing open', () => {
    const input = { since: 0, until: 2, open: NONE, changes: [] };
    expect(workOutTrend({ ...input, firstScan: 2 })).toEqual([
      { day: '1970-01-01' },
      { day: '1970-01-02' },
      { day: '1970-01-03', open: NONE },
    ]);
    expect(workOutTrend(input).some(({ open }) => open)).toBe(false);
  });
});
