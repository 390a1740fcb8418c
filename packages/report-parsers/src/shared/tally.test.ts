import fc from 'fast-check';
import { ParsedFinding } from '../types';
import { Tally } from './tally';

function findingAt(place: string): ParsedFinding {
  return {
    type: 'sca',
    ruleId: 'CVE-2026-1111',
    title: 'A flaw',
    severity: 'low',
    cwes: [],
    advisoryIds: [],
    locations: [{ path: place }],
    links: [],
    fingerprints: {},
    partialFingerprints: {},
  };
}

describe('Tally', () => {
  it('keeps every place once, and counts all that it was given', () => {
    const entry = fc.tuple(
      fc.constantFrom('one', 'two', undefined),
      fc.constantFrom('a', 'b', 'c'),
    );
    fc.assert(
      fc.property(fc.array(entry), fc.nat(3), (entries, ignored) => {
        const tally = new Tally('key');
        for (const [key = '', place] of entries) {
          tally.addByKey(key, findingAt(place));
        }
        tally.leaveOut('ignored', ignored);
        const { findings, counts, aggregatedBy } = tally.result();
        const left = Object.values(counts.leftOut);
        expect(counts.raw).toBe(entries.length + ignored);
        expect(left.reduce((sum, n) => sum + n, findings.length)).toBe(
          counts.raw,
        );
        expect(aggregatedBy !== undefined).toBe(
          findings.length < entries.length,
        );
        expect(findings.flatMap(finding => finding.locations)).toHaveLength(
          new Set(entries.map(pair => JSON.stringify(pair))).size,
        );
      }),
    );
  });
});
