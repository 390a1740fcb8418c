import fc from 'fast-check';
import { firstHour, HOUR_MS, QueueGroups, toQueueHours } from './queueHours';

const SINCE = Date.parse('2026-11-24T00:00:00Z');
const NONE: QueueGroups = { received: [], finished: [], queued: [] };

describe('queueHours', () => {
  it('shows the current hour last', () => {
    const now = Date.parse('2026-11-24T23:59:59Z');
    expect(firstHour(now)).toBe(SINCE);
    const hours = toQueueHours(NONE, { since: SINCE, limit: 10 });
    expect(hours).toHaveLength(24);
    expect(hours[0]).toEqual({
      from: '2026-11-24T00:00:00.000Z',
      received: 0,
      finished: 0,
      waiting: 0,
    });
    expect(hours[23].from).toBe('2026-11-24T23:00:00.000Z');
  });

  it('leaves out hours that were not read to their end', () => {
    const hours = toQueueHours(
      {
        ...NONE,
        received: [
          { hour: 20, reports: 4 },
          { hour: 22, reports: 6 },
        ],
        finished: [{ hour: 23, reports: 9, longestWaitMs: 5 }],
      },
      { since: SINCE, limit: 10 },
    );
    expect(hours[20]).toEqual({
      from: expect.any(String),
      finished: 0,
      waiting: 0,
    });
    expect(hours[21]).toMatchObject({ received: 0 });
    expect(hours[22]).toMatchObject({ received: 6 });
    expect(hours[23]).toMatchObject({ finished: 9, longestWaitMs: 5 });
  });

  it('does not say how many waited when the queue was not read to its end', () => {
    const hours = toQueueHours(
      { ...NONE, queued: [{ queuedHour: 2, reports: 10 }] },
      { since: SINCE, limit: 10 },
    );
    expect(hours.every(({ waiting }) => waiting === undefined)).toBe(true);
  });

  it('counts each report as waiting at the end of the hours between', () => {
    const reportArbitrary = fc.record({
      queued: fc.integer({ min: -5, max: 24 * 60 - 1 }),
      wait: fc.nat(300),
      work: fc.nat(60),
    });
    const hourOf = (minute: number) => Math.max(-1, Math.floor(minute / 60));
    fc.assert(
      fc.property(fc.array(reportArbitrary, { maxLength: 40 }), reports => {
        const end = 24 * 60;
        const groups: QueueGroups = { received: [], finished: [], queued: [] };
        for (const { queued, wait, work } of reports) {
          const claimed = queued + wait;
          const final = claimed + work;
          if (final < end && final >= 0) {
            groups.finished.push({
              hour: hourOf(final),
              queuedHour: hourOf(queued),
              claimedHour: hourOf(claimed),
              reports: 1,
            });
          } else if (final >= end) {
            groups.queued.push({
              queuedHour: hourOf(queued),
              claimedHour: claimed < end ? hourOf(claimed) : undefined,
              reports: 1,
            });
          }
        }
        const hours = toQueueHours(groups, { since: SINCE, limit: 1000 });
        hours.forEach(({ from, waiting }, index) => {
          expect(Date.parse(from)).toBe(SINCE + index * HOUR_MS);
          const at = (index + 1) * 60;
          expect(waiting).toBe(
            reports.filter(
              ({ queued, wait }) => queued < at && queued + wait >= at,
            ).length,
          );
        });
      }),
    );
  });
});
