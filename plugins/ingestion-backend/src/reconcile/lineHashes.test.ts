import { codeFinding } from '../tests/__testUtils__/arbitraries';
import { PureStore } from '../testing/PureStore';

/** A finding of which a report tells its place and a hash of its line. */
function hashed(line: number, column: number, lineHash: string, number = 1) {
  return codeFinding({ rule: 'sqli', path: 'src/a.ts', code: '' }, line, {
    locations: [{ path: 'src/a.ts', startLine: line, startColumn: column }],
    partialFingerprints: {
      primaryLocationLineHash: `${lineHash.padEnd(16, '0')}:${number}`,
    },
  });
}

/** The id of the stored finding of each. */
function idsOf(store: PureStore, findings: ReturnType<typeof hashed>[]) {
  const ids = store.identify(findings, 'CodeQL');
  return findings.map(finding => ids.get(finding));
}

describe('findings that a hash of their line tells apart', () => {
  it('stay where they are when an edit below hands their hashes on', () => {
    const store = new PureStore();
    const before = idsOf(store, [
      hashed(6, 13, 'a'),
      hashed(7, 13, 'b'),
      hashed(8, 13, 'c'),
    ]);
    expect(
      idsOf(store, [
        hashed(6, 13, 'new'),
        hashed(7, 13, 'a'),
        hashed(8, 13, 'b'),
      ]),
    ).toEqual(before);
  });

  it('follow their hashes when a line came above them', () => {
    const store = new PureStore();
    const before = idsOf(store, [hashed(6, 13, 'a'), hashed(7, 13, 'b')]);
    expect(
      idsOf(store, [
        hashed(6, 13, 'new'),
        hashed(7, 13, 'a'),
        hashed(8, 13, 'b'),
      ]).slice(1),
    ).toEqual(before);
  });

  it('move with the lines above them when hashes are handed on, too', () => {
    const store = new PureStore();
    const before = idsOf(store, [
      hashed(4, 5, 'top'),
      hashed(16, 13, 'a'),
      hashed(17, 13, 'b'),
    ]);
    expect(
      idsOf(store, [
        hashed(4, 5, 'top'),
        hashed(26, 13, 'new'),
        hashed(27, 13, 'a'),
      ]),
    ).toEqual(before);
  });

  it('stay what they are when only the number of their hash changes', () => {
    const store = new PureStore();
    const [, second, third] = idsOf(store, [
      hashed(6, 13, 'twin', 1),
      hashed(20, 13, 'twin', 2),
      hashed(40, 13, 'twin', 3),
    ]);
    expect(
      idsOf(store, [
        hashed(6, 13, 'new'),
        hashed(20, 13, 'twin', 1),
        hashed(40, 13, 'twin', 2),
      ]).slice(1),
    ).toEqual([second, third]);
  });

  it('stay apart when two of a rule stand on one line and column', () => {
    const store = new PureStore();
    const twice = (line: number) =>
      ['From a header', 'From a cookie'].map(title => ({
        ...hashed(line, 13, 'a'),
        title,
      }));
    const before = idsOf(store, twice(6));
    expect(new Set(before).size).toBe(2);
    expect(idsOf(store, twice(9))).toEqual(before);
  });

  it('are new in another file that was there before', () => {
    const store = new PureStore();
    const elsewhere = (line: number, lineHash: string) => {
      const finding = hashed(line, 5, lineHash);
      finding.locations[0].path = 'src/b.ts';
      return finding;
    };
    const known = idsOf(store, [hashed(3, 5, 'a'), elsewhere(3, 'anchor')]);
    const [anchor, come] = idsOf(store, [
      elsewhere(3, 'anchor'),
      elsewhere(9, 'a'),
    ]);
    expect(anchor).toBe(known[1]);
    expect(known).not.toContain(come);
  });

  it('are told by their columns when all their hashes change', () => {
    const store = new PureStore();
    const [anchor, one, other] = idsOf(store, [
      hashed(3, 1, 'anchor'),
      hashed(10, 5, 'a'),
      hashed(50, 9, 'b'),
    ]);
    // They change places.
    expect(
      idsOf(store, [
        hashed(3, 1, 'anchor'),
        hashed(10, 9, 'c'),
        hashed(50, 5, 'd'),
      ]),
    ).toEqual([anchor, other, one]);
  });

  it('are new when their columns do not name each of them', () => {
    const store = new PureStore();
    const known = idsOf(store, [
      hashed(3, 1, 'anchor'),
      hashed(10, 5, 'a'),
      hashed(50, 5, 'b'),
      hashed(70, 9, 'c'),
    ]);
    const [anchor, ...others] = idsOf(store, [
      hashed(3, 1, 'anchor'),
      hashed(12, 5, 'd'),
      hashed(52, 5, 'e'),
      hashed(72, 9, 'f'),
    ]);
    expect(anchor).toBe(known[0]);
    expect(others.some(id => known.includes(id))).toBe(false);
  });
});
