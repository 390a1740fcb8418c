import {
  compareMarks,
  Identity,
  isAboutComponent,
  splitMarks,
} from '../identity';

/** One way to recognise a finding, strongest first. */
export interface Stage {
  /** The keys of which both sides share one; none when it says nothing here. */
  keys(identity: Identity): string[];
  /**
   * `each` pairs all that share a key, in the order of their lines. `even`
   * does so only when there are as many on both sides and their order is
   * certain, `unique` only one with one: anything else is ambiguous, and then
   * two findings stay two.
   */
  pairing: 'each' | 'even' | 'unique';
  /**
   * Whether it takes the finding from where it was. That is wrong while
   * another scope still sees it there, and a partial scan cannot know.
   */
  moves: boolean;
  /**
   * Only for scans of other refs, which change no finding: code that left one
   * file for another that was there before may as well be mended here and
   * repeated there. On the default ref it is taken for new.
   */
  onOtherRefs?: boolean;
  /**
   * Whether lines decide. Without code and fingerprints they prove too little,
   * see {@link matchSequences}.
   */
  byLine?: boolean;
  /** Whether two that share a key may be one. */
  agrees(stored: Identity, incoming: Identity): boolean;
}

function keyOf(...parts: string[]): string[] {
  return parts.includes('') ? [] : [parts.join('.')];
}

function inComponents(keys: (identity: Identity) => string[]): Stage['keys'] {
  return identity => (isAboutComponent(identity) ? keys(identity) : []);
}

function inCode(keys: (identity: Identity) => string[]): Stage['keys'] {
  return identity => (isAboutComponent(identity) ? [] : keys(identity));
}

function sameFingerprint(one: Identity, other: Identity): boolean {
  return compareMarks(one.fingerprint, other.fingerprint) === 'same';
}

function sameHint(one: Identity, other: Identity): boolean {
  return compareMarks(one.hint, other.hint) === 'same';
}

const always = () => true;

/** Whether nothing speaks against a match. */
function unopposed(one: Identity, other: Identity): boolean {
  return !contradict(one, other);
}

const EACH = { pairing: 'each', moves: false } as const;
const UNIQUE = { pairing: 'unique', moves: true } as const;

/**
 * The ways in which a finding is recognised where it was, once nothing equals
 * it exactly: shifted lines are found here.
 */
export const AT_THE_PLACE: readonly Stage[] = [
  {
    ...EACH,
    keys: i =>
      splitMarks(i.fingerprint).flatMap(mark => keyOf(i.family, mark, i.place)),
    agrees: sameFingerprint,
  },
  {
    ...EACH,
    keys: i =>
      splitMarks(i.hint).flatMap(mark =>
        keyOf(i.family, mark, i.place, i.code || '-'),
      ),
    agrees: sameHint,
  },
  { ...EACH, keys: i => keyOf(i.family, i.code, i.place), agrees: always },
  {
    pairing: 'unique',
    moves: false,
    keys: i =>
      splitMarks(i.hint).flatMap(mark => keyOf(i.family, mark, i.place)),
    agrees: sameHint,
  },
  {
    ...EACH,
    byLine: true,
    keys: i => keyOf(i.family, i.place, i.order || '-', i.rest),
    agrees: unopposed,
  },
];

/** The ways in which a finding is recognised that is somewhere else now. */
export const MOVED: readonly Stage[] = [
  {
    ...UNIQUE,
    keys: i => splitMarks(i.fingerprint).flatMap(mark => keyOf(i.family, mark)),
    agrees: sameFingerprint,
  },
  {
    ...UNIQUE,
    keys: i => keyOf(i.family, i.code, i.name),
    agrees: always,
  },
  {
    ...UNIQUE,
    onOtherRefs: true,
    keys: i => splitMarks(i.hint).flatMap(mark => keyOf(i.family, mark)),
    agrees: sameHint,
  },
  {
    ...UNIQUE,
    onOtherRefs: true,
    keys: i => keyOf(i.family, i.code),
    agrees: always,
  },
  {
    ...UNIQUE,
    byLine: true,
    keys: inCode(i => keyOf(i.family, i.place, i.order)),
    agrees: unopposed,
  },
  {
    pairing: 'even',
    moves: true,
    byLine: true,
    keys: inCode(i => keyOf(i.family, i.place, i.rest)),
    agrees: unopposed,
  },
  {
    ...UNIQUE,
    keys: inComponents(i => keyOf(i.family, i.place, i.order)),
    agrees: unopposed,
  },
  {
    pairing: 'even',
    moves: true,
    keys: inComponents(i => keyOf(i.family, i.place)),
    agrees: unopposed,
  },
  {
    ...UNIQUE,
    keys: inComponents(i => keyOf(i.family, i.rest)),
    agrees: always,
  },
  // An advisory about a component is one finding, wherever tools see it.
  {
    pairing: 'unique',
    moves: false,
    keys: inComponents(i => [i.family]),
    agrees: always,
  },
];

/** Whether code or fingerprints say that these are different findings. */
export function contradict(one: Identity, other: Identity): boolean {
  const verdicts = [
    compareMarks(one.fingerprint, other.fingerprint),
    compareMarks(one.hint, other.hint),
    compareCode(one, other),
  ];
  return !verdicts.includes('same') && verdicts.includes('different');
}

function compareCode(
  one: Identity,
  other: Identity,
): 'same' | 'different' | 'unclear' {
  if (one.code === '' || other.code === '') {
    return 'unclear';
  }
  return one.code === other.code ? 'same' : 'different';
}
