import fc from 'fast-check';
import { compareVersions, isInRange, parseVersionRange } from './index';

/** From the documentation of each ecosystem, oldest first. */
const ORDERED: Record<string, string[]> = {
  npm: [
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.1',
    '1.0.0',
    '2.0.0',
    '2.1.0',
    '2.1.1',
    '10.0.0',
  ],
  maven: [
    '1-alpha-1',
    '1-alpha2',
    '1.0-beta1',
    '1.0-m1',
    '1-rc1',
    '1.0-SNAPSHOT',
    '1',
    '1-sp',
    '1-sp-1',
    '1-abc',
    '1-1',
    '1.0.1',
    '1.1',
    '1.2-beta',
    '1.2.0.Final',
    '2.14.1',
    '2.17.0',
  ],
  pypi: [
    '1.0.dev456',
    '1.0a1',
    '1.0a2.dev456',
    '1.0a12.dev456',
    '1.0a12',
    '1.0b1.dev456',
    '1.0b2',
    '1.0b2.post345.dev456',
    '1.0b2.post345',
    '1.0rc1.dev456',
    '1.0rc1',
    '1.0',
    '1.0+abc.5',
    '1.0+abc.7',
    '1.0+5',
    '1.0.post456.dev34',
    '1.0.post456',
    '1.1.dev1',
    '1!0.5',
  ],
  golang: [
    'v0.0.0-20180306012644-bacd9c7ef1dd',
    'v0.0.0-20191109021931-daa7c04131f5',
    'v1.2.3-pre',
    'v1.2.3-pre.0.20191109021931-daa7c04131f5',
    'v1.2.3',
    'v1.2.4-0.20191109021931-daa7c04131f5',
    'v1.2.4',
    'v2.0.0+incompatible',
  ],
  nuget: ['1.0.1-Alpha', '1.0.1-beta', '1.0.1', '1.0.1.1', '1.0.1.10', '1.2'],
  gem: ['1.0.a.2', '1.0.b1', '1.0.pre', '1.0', '1.0.2', '1.10'],
  deb: [
    '1.0~~',
    '1.0~~a',
    '1.0~',
    '1.0~beta1',
    '1.0',
    '1.0-1',
    '1.0-1+b1',
    '1.0-10',
    '1.0a',
    '1.0+dfsg',
    '1.0.1',
    '1:0.1',
  ],
  rpm: [
    '1.0~rc1-1',
    '1.0-1',
    '1.0-2.el9',
    '1.0-10.el9',
    '1.0^git1-1',
    '1.0a-1',
    '1.0.1-1',
    '1.10-1',
    '1:0.1-1',
  ],
  apk: [
    '1.0_alpha1',
    '1.0_alpha2',
    '1.0_rc1',
    '1.0',
    '1.0-r1',
    '1.0-r10',
    '1.0_p1',
    '1.0a',
    '1.0.1',
    '1.1',
    '1.10',
  ],
};

const SAME: [string, string, string][] = [
  ['maven', '1.0.0', '1'],
  ['maven', '1-ga', '1.FINAL'],
  ['maven', '1.0.0-foo.0.0', '1-foo'],
  ['maven', '1-rc1', '1-CR1'],
  ['pypi', '1.0', '1.0.0'],
  ['pypi', '1.0-ALPHA-1', 'v1.0a1'],
  ['pypi', '1.0-1', '1.0.post1'],
  ['npm', '1.2.3+build', 'v1.2.3'],
  ['nuget', '1.0', '1.0.0.0'],
  ['nuget', '1.0.0-Beta', '1.0.0-beta'],
  ['gem', '1.0.0', '1'],
  ['deb', '0:1.0-1', '1.0-1'],
  ['deb', '1.00', '1.0'],
  ['rpm', '1.0-3', '1.0'],
  ['unknown', 'x', 'x'],
];

const UNCOMPARABLE: [string, string, string][] = [
  ['npm', 'latest', '1.0.0'],
  ['npm', '1.0.0.0', '1.0.0'],
  ['maven', '${revision}', '1'],
  ['pypi', '1.0-final-thing', '1.0'],
  ['golang', '(devel)', 'v1.0.0'],
  ['composer', '1.0.0-beta10', '1.0.0-beta9'],
  ['deb', 'one', '1.0'],
  ['', '1.0', '1.1'],
  ['generic', '2.14.1', '2.17.0'],
  ['npm', `1.0.0-${'a'.repeat(400)}`, '1.0.0'],
];

describe('versions', () => {
  it.each(Object.entries(ORDERED))('of %s are in order', (type, versions) => {
    for (const [index, left] of versions.entries()) {
      for (const [other, right] of versions.entries()) {
        expect([
          left,
          right,
          Math.sign(compareVersions(type, left, right) ?? NaN),
        ]).toEqual([left, right, Math.sign(index - other)]);
      }
    }
  });

  it.each(SAME)('of %s, %s is %s', (type, left, right) => {
    expect(compareVersions(type, left, right)).toBe(0);
    expect(compareVersions(type, right, left)).toBe(0);
  });

  it.each(UNCOMPARABLE)(
    'of %s, %s and %s tell nothing',
    (type, left, right) => {
      expect(compareVersions(type, left, right)).toBeUndefined();
      expect(compareVersions(type, right, left)).toBeUndefined();
    },
  );

  const pieces: Record<string, string[]> = {
    npm: ['1', '2', '10', '.', '-', 'a', 'rc', '+x'],
    maven: ['1', '0', '2', '.', '-', 'alpha', 'rc', 'sp', 'x', 'final'],
    pypi: ['1', '0', '.', '!', 'a1', 'rc2', '.post1', '.dev3', '+x'],
    gem: ['1', '0', '2', '.', 'a', 'rc', '-'],
    deb: ['1', '0', '2', '.', '~', '+', 'a', '-', '1:'],
    rpm: ['1', '0', '2', '.', '~', '^', 'a', '1:'],
    apk: ['1', '0', '2', '.', 'a', '_rc', '_p1', '-r1'],
    nuget: ['1', '0', '2', '.', '-', 'a', 'B'],
  };

  it.each(Object.entries(pieces))(
    'of %s have one order where they have any',
    (type, words) => {
      const version = fc
        .array(fc.constantFrom(...words), { minLength: 1, maxLength: 7 })
        .map(parts => `1${parts.join('')}`);
      fc.assert(
        fc.property(fc.tuple(version, version, version), ([a, b, c]) => {
          const sign = (left: string, right: string) =>
            Math.sign(compareVersions(type, left, right) ?? NaN);
          const [ab, bc, ac] = [sign(a, b), sign(b, c), sign(a, c)];
          fc.pre(![ab, bc, ac].some(Number.isNaN));
          expect(sign(b, a) + ab).toBe(0);
          const isAscending = ab <= 0 && bc <= 0;
          const expected = ab === 0 && bc === 0 ? 0 : -1;
          expect(isAscending ? ac : expected).toBe(expected);
        }),
        { numRuns: 1_000, maxSkipsPerRun: 1_000 },
      );
    },
  );
});

describe('ranges of versions', () => {
  const answer = (range: string, type: string, version: string) => {
    const parsed = parseVersionRange(range);
    return typeof parsed === 'string'
      ? parsed
      : isInRange(parsed, type, version);
  };

  it.each([
    ['<2.17.0', 'maven', '2.14.1', 'in'],
    ['<2.17.0', 'maven', '2.17.0', 'out'],
    ['<2.17.0', 'maven', '', 'unknown'],
    ['<2.17.0', 'maven', 'unspecified', 'unknown'],
    ['<2.17.0', '', '2.14.1', 'unknown'],
    ['=2.14.1', '', '2.14.1', 'in'],
    ['>= 2.0, < 2.17', 'maven', '2.0', 'in'],
    ['>=2.0 <2.17', 'maven', '1.9', 'out'],
    ['1.2.3', 'npm', '1.2.3', 'in'],
    ['==1.2.3', 'pypi', '1.2.3.0', 'in'],
    ['<1.0.0 || >=2.0.0 <2.4.0', 'npm', '2.3.9', 'in'],
    ['<1.0.0 || >=2.0.0 <2.4.0', 'npm', '1.5.0', 'out'],
    ['<1:1.0~rc1-2', 'deb', '1:1.0~rc1-1', 'in'],
  ])('%s of %s has %p: %s', (range, type, version, expected) => {
    expect(answer(range, type, version)).toBe(expected);
  });

  it.each(['', '^1.2.3', '~1', '[1.0,2.0)', '<', '<1 ||', '!=1', '>=1 &&'])(
    '%p is none',
    range => {
      expect(parseVersionRange(range)).toContain('is no range');
    },
  );

  it('has bounds', () => {
    expect(parseVersionRange('<1 '.repeat(21))).toContain('at most');
    expect(parseVersionRange('1'.repeat(400))).toContain('at most');
  });
});
