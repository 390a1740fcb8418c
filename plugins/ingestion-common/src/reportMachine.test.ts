import {
  REPORT_EVENTS,
  REPORT_TRANSITIONS,
  reportTransition,
} from './reportMachine';
import { FINAL_REPORT_STATUSES, REPORT_STATUSES } from './types';

describe('the table of what becomes of reports', () => {
  it('has one step for each event, between statuses that exist', () => {
    expect(REPORT_TRANSITIONS.map(({ event }) => event)).toEqual([
      ...REPORT_EVENTS,
    ]);
    for (const { from, to } of REPORT_TRANSITIONS) {
      expect(REPORT_STATUSES).toEqual(expect.arrayContaining([...from, to]));
    }
  });

  it('leads from every status to a final one, and never out of that', () => {
    const ends = (status: string, seen: string[] = []): boolean =>
      FINAL_REPORT_STATUSES.some(final => final === status) ||
      REPORT_TRANSITIONS.some(
        ({ from, to }) =>
          from.some(name => name === status) &&
          !seen.includes(to) &&
          ends(to, [...seen, status]),
      );
    for (const status of REPORT_STATUSES) {
      const isFinal = FINAL_REPORT_STATUSES.includes(status);
      const ways = REPORT_TRANSITIONS.filter(({ from }) =>
        from.includes(status),
      );
      expect(ways.length === 0).toBe(isFinal);
      expect(ends(status)).toBe(true);
    }
  });

  it('begins where a report arrives, and reaches every status', () => {
    const reached = new Set(
      REPORT_TRANSITIONS.filter(({ from }) => from.length === 0).map(
        ({ to }) => to,
      ),
    );
    for (const status of reached) {
      REPORT_TRANSITIONS.filter(({ from }) => from.includes(status)).forEach(
        ({ to }) => reached.add(to),
      );
    }
    expect(reached).toEqual(new Set(REPORT_STATUSES));
    expect(reportTransition('hold').to).toBe('quarantined');
  });
});
