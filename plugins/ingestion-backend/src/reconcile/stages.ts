import { Identity, isAboutComponent } from '../identity';

/** One way to recognise a finding, strongest first. */
export interface Stage {
  /** The key that both sides share; undefined when it says nothing here. */
  key(identity: Identity): string | undefined;
  /**
   * `each` pairs all that share a key, in order. `even` does so only when
   * there are as many on both sides, `unique` only one with one: anything
   * else is ambiguous, and then two findings stay two.
   */
  pairing: 'each' | 'even' | 'unique';
  /**
   * Whether it takes the finding from where it was. That is wrong while
   * another scope still sees it there, and a partial scan cannot know.
   */
  moves: boolean;
  /** Whether differing code or fingerprints speak against a match. */
  guarded: boolean;
}

function keyOf(...parts: string[]): string | undefined {
  return parts.includes('') ? undefined : parts.join('.');
}

function inComponents(
  key: (identity: Identity) => string | undefined,
): Stage['key'] {
  return identity => (isAboutComponent(identity) ? key(identity) : undefined);
}

function inCode(key: (identity: Identity) => string | undefined): Stage['key'] {
  return identity => (isAboutComponent(identity) ? undefined : key(identity));
}

const AT_THE_PLACE = { pairing: 'each', moves: false, guarded: false } as const;
const MOVED = { pairing: 'unique', moves: true, guarded: false } as const;

/**
 * The ways in which a finding is recognised once nothing equals it exactly:
 * shifted lines, renamed files and new versions are found here.
 */
export const STAGES: readonly Stage[] = [
  { ...AT_THE_PLACE, key: i => keyOf(i.family, i.fingerprint, i.place) },
  { ...AT_THE_PLACE, key: i => keyOf(i.family, i.hint, i.place) },
  { ...AT_THE_PLACE, key: i => keyOf(i.family, i.code, i.place) },
  {
    ...AT_THE_PLACE,
    guarded: true,
    key: i => keyOf(i.family, i.place, i.line || '-', i.rest),
  },
  { ...MOVED, key: i => keyOf(i.family, i.fingerprint) },
  { ...MOVED, key: i => keyOf(i.family, i.hint) },
  { ...MOVED, key: i => keyOf(i.family, i.code) },
  {
    ...MOVED,
    guarded: true,
    key: inCode(i => keyOf(i.family, i.place, i.line)),
  },
  {
    pairing: 'even',
    moves: true,
    guarded: true,
    key: inCode(i => keyOf(i.family, i.place, i.rest)),
  },
  {
    pairing: 'even',
    moves: true,
    guarded: true,
    key: inComponents(i => keyOf(i.family, i.place)),
  },
  { ...MOVED, key: inComponents(i => keyOf(i.family, i.rest)) },
  // An advisory about a component is one finding, wherever tools see it.
  {
    pairing: 'unique',
    moves: false,
    guarded: false,
    key: inComponents(i => i.family),
  },
];

/** Whether code or fingerprints say that these are different findings. */
export function contradict(left: Identity, right: Identity): boolean {
  let compared = false;
  for (const part of ['fingerprint', 'hint', 'code'] as const) {
    if (left[part] !== '' && right[part] !== '') {
      if (left[part] === right[part]) {
        return false;
      }
      compared = true;
    }
  }
  return compared;
}
