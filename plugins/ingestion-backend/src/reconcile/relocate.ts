import { Identity, isAboutComponent } from '../identity';

/** What so many files have in common tells none of them. */
const MOST_FILES_A_TRAIT = 40;

const MOST_ROUNDS = 8;

/** Shares of findings in common that make one file of two. */
const SHARE_OF_SAME_NAME = 0.25;
const SHARE_OF_OTHER_NAME = 0.5;

/** Findings without code or fingerprint are alike too easily. */
const FEWEST_OF_OTHER_NAME = 2;

/** How often a file has a finding of a trait. */
type Traits = Map<string, number>;

interface File {
  name: string;
  traits: Traits;
  /** Traits without lines: enough where the name is the same. */
  looseTraits: Traits;
  size: number;
  /** Whether code or fingerprints are among the traits. */
  solid: boolean;
}

interface Pair {
  from: string;
  to: string;
  score: number;
}

function count(traits: Traits, trait: string): void {
  traits.set(trait, (traits.get(trait) ?? 0) + 1);
}

/** Counts what a finding keeps when its file moves. */
function addTraits(file: File, identity: Identity): void {
  const { family, fingerprint, hint, code, order, rest } = identity;
  const mark = code || hint || fingerprint;
  count(file.traits, `${family}.${mark || `${order}.${rest}`}`);
  count(file.looseTraits, `${family}.${mark || rest}`);
  file.size += 1;
  file.solid ||= mark !== '';
}

function filesOf(identities: Iterable<Identity>): Map<string, File> {
  const files = new Map<string, File>();
  for (const identity of identities) {
    if (identity.place !== '' && !isAboutComponent(identity)) {
      let file = files.get(identity.place);
      if (!file) {
        file = {
          name: identity.name,
          traits: new Map(),
          looseTraits: new Map(),
          size: 0,
          solid: false,
        };
        files.set(identity.place, file);
      }
      addTraits(file, identity);
    }
  }
  return files;
}

function namesKey({ name }: File): string {
  return name === '' ? '' : `name.${name}`;
}

function index(files: Map<string, File>): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const [place, file] of files) {
    for (const trait of [...file.traits.keys(), namesKey(file)]) {
      const list = places.get(trait);
      if (list) {
        list.push(place);
      } else {
        places.set(trait, [place]);
      }
    }
  }
  return places;
}

function countShared(one: Traits, other: Traits): number {
  let shared = 0;
  for (const [trait, times] of one) {
    shared += Math.min(times, other.get(trait) ?? 0);
  }
  return shared;
}

/** From 0 for nothing in common; more for the same name. */
function scoreOf(from: File, to: File): number {
  const share = (shared: number) => shared / (from.size + to.size - shared);
  if (from.name !== '' && from.name === to.name) {
    const loose = share(countShared(from.looseTraits, to.looseTraits));
    return loose >= SHARE_OF_SAME_NAME ? loose + 1 : 0;
  }
  const shared = countShared(from.traits, to.traits);
  const enough = (from.solid && to.solid) || shared >= FEWEST_OF_OTHER_NAME;
  return enough && share(shared) >= SHARE_OF_OTHER_NAME ? share(shared) : 0;
}

function pairsOf(gone: Map<string, File>, come: Map<string, File>): Pair[] {
  const pairs: Pair[] = [];
  const known = new Set<string>();
  const comeBy = index(come);
  for (const [trait, from] of index(gone)) {
    const to = comeBy.get(trait);
    if (
      trait !== '' &&
      to &&
      from.length <= MOST_FILES_A_TRAIT &&
      to.length <= MOST_FILES_A_TRAIT
    ) {
      for (const one of from) {
        for (const other of to) {
          const key = `${one}.${other}`;
          if (!known.has(key)) {
            known.add(key);
            const score = scoreOf(gone.get(one)!, come.get(other)!);
            if (score > 0) {
              pairs.push({ from: one, to: other, score });
            }
          }
        }
      }
    }
  }
  return pairs;
}

/** The best score of each file, and how many pairs have it. */
function bestOf(pairs: Pair[], side: 'from' | 'to'): Map<string, Pair[]> {
  const best = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const known = best.get(pair[side]);
    if (!known || known[0].score < pair.score) {
      best.set(pair[side], [pair]);
    } else if (known[0].score === pair.score) {
      known.push(pair);
    }
  }
  return best;
}

/**
 * Which files moved, and where to: of the files whose findings are all gone and
 * those whose findings are all unknown, two that have more in common with each
 * other than with any third. Where two could be meant, none is.
 */
export function findMovedFiles(
  gone: Iterable<Identity>,
  come: Iterable<Identity>,
): Map<string, string> {
  let pairs = pairsOf(filesOf(gone), filesOf(come));
  const moved = new Map<string, string>();
  const arrived = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS && pairs.length > 0; round += 1) {
    const bestTo = bestOf(pairs, 'to');
    const before = moved.size;
    for (const best of bestOf(pairs, 'from').values()) {
      const back = bestTo.get(best[0].to);
      if (best.length === 1 && back?.length === 1 && back[0] === best[0]) {
        moved.set(best[0].from, best[0].to);
        arrived.add(best[0].to);
      }
    }
    if (moved.size === before) {
      break;
    }
    pairs = pairs.filter(
      ({ from, to }) => !moved.has(from) && !arrived.has(to),
    );
  }
  return moved;
}
