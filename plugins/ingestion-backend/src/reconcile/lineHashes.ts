import {
  compareMarks,
  haveCommonHash,
  Identity,
  isAboutComponent,
  splitMarks,
} from '../identity';
import { byOrder, Side } from './sides';

type Pair = [stored: Side, incoming: Side];

/** Whether a hash of its line is the best that the report tells of it. */
export function isKnownByHint(identity: Identity): boolean {
  const { hint, code, fingerprint, order } = identity;
  return (
    hint !== '' &&
    code === '' &&
    fingerprint === '' &&
    order !== '' &&
    !isAboutComponent(identity)
  );
}

function groupByRuleAndFile(sides: Side[]): Map<string, Side[]> {
  const known = sides.filter(({ identity }) => isKnownByHint(identity));
  return Map.groupBy(
    known,
    ({ identity }) => `${identity.family}.${identity.place}`,
  );
}

function lineOf({ identity }: Side): number {
  return Number(identity.order);
}

function spotOf(side: Side): string {
  return `${lineOf(side)}.${side.identity.column}`;
}

/**
 * Where stored findings are to be expected by their lines and columns: when as
 * many are there, in the same columns, and one edit alone can have moved them,
 * each where the one is that has its turn; otherwise where they were. Where
 * several of a rule stand on one line and column it says nothing.
 */
function expectedSpots(stored: Side[], incoming: Side[]): Map<string, Side> {
  const from = [...stored].sort(byOrder);
  const to = [...incoming].sort(byOrder);
  const isSameSequence =
    from.length === to.length &&
    from.every(
      ({ identity }, index) => identity.column === to[index].identity.column,
    );
  const expected =
    isSameSequence && moveByOneEdit(from, to)
      ? to.map((side, index): [string, Side] => [spotOf(side), from[index]])
      : from.map((side): [string, Side] => [spotOf(side), side]);
  const were = Map.groupBy(expected, ([spot]) => spot);
  const came = Map.groupBy(incoming, spotOf);
  return new Map(
    expected.filter(
      ([spot]) => were.get(spot)?.length === 1 && came.get(spot)?.length === 1,
    ),
  );
}

/** Lines above an edit stay, and those below it move alike. */
function moveByOneEdit(from: Side[], to: Side[]): boolean {
  const shifts = from.map((side, index) => lineOf(to[index]) - lineOf(side));
  const moved = shifts.filter(
    (shift, index) => shift !== 0 || shifts[index - 1],
  );
  return moved.every(shift => shift === shifts.at(-1));
}

/**
 * Findings of a rule in a file, by the hashes of their lines. Of many with one
 * hash the first is as good as any, and asking for all would take long.
 */
class Hashed {
  readonly #firsts = new Map<string, Side>();

  constructor(sides: Side[]) {
    for (const side of sides) {
      for (const mark of splitMarks(side.identity.hint)) {
        if (!this.#firsts.has(mark)) {
          this.#firsts.set(mark, side);
        }
      }
    }
  }

  get({ identity }: Side): Side | undefined {
    return splitMarks(identity.hint)
      .flatMap(mark => this.#firsts.get(mark) ?? [])
      .find(side => compareMarks(side.identity.hint, identity.hint) === 'same');
  }
}

/** What hands hashes on does so down the file, or up, and not to and fro. */
function isInOrder(chain: Pair[]): boolean {
  const lines = chain.map(([, side]) => lineOf(side));
  const goesDown = lines[1] >= lines[0];
  return lines.every(
    (line, index) => index === 0 || line >= lines[index - 1] === goesDown,
  );
}

function findInGroup(stored: Side[], incoming: Side[]): Pair[] {
  const storedAt = expectedSpots(stored, incoming);
  const storedBy = new Hashed(stored);
  const incomingBy = new Hashed(incoming);
  const pairs: Pair[] = [];
  const renumbered = new Set<Side>();
  for (const side of incoming) {
    const was = storedAt.get(spotOf(side));
    if (was && haveCommonHash(was.identity.hint, side.identity.hint)) {
      pairs.push([was, side]);
      renumbered.add(was);
      renumbered.add(side);
    }
  }
  for (const first of incoming) {
    if (storedBy.get(first) === undefined) {
      const chain: Pair[] = [];
      let at: Side | undefined = first;
      let was = storedAt.get(spotOf(at));
      while (at && was && !renumbered.has(at) && chain.length < stored.length) {
        chain.push([was, at]);
        at = incomingBy.get(was);
        was = at && storedAt.get(spotOf(at));
      }
      if (!at && chain.length > 1 && isInOrder(chain)) {
        pairs.push(...chain);
      }
    }
  }
  return pairs;
}

/**
 * Lines that repeat have hashes over what follows them, so an edit below a
 * block of them hands each line the hash that another had. Their hashes then
 * say that all moved on by one place, that one came and that one went; their
 * lines and columns say that nothing moved, or all alike. The latter takes one
 * edit, so findings of such a block are paired where they stand. So are those
 * whose hash only got another number.
 */
export function findHandedOn(stored: Side[], incoming: Side[]): Pair[] {
  const groups = groupByRuleAndFile(stored);
  return [...groupByRuleAndFile(incoming)].flatMap(([key, sides]) => {
    const group = groups.get(key);
    return group ? findInGroup(group, sides) : [];
  });
}

/**
 * Findings of one rule and file whose hashes all changed, of which each has a
 * column of its own, as when two change places: pairs them by their columns
 * where these are the same on both sides, and none otherwise.
 */
export function pairByColumns(stored: Side[], incoming: Side[]): Pair[] {
  const came = new Map(incoming.map(side => [side.identity.column, side]));
  const were = new Map(stored.map(side => [side.identity.column, side]));
  if (
    came.size !== incoming.length ||
    were.size !== stored.length ||
    came.size !== were.size
  ) {
    return [];
  }
  const pairs = [...were].flatMap(([column, one]): Pair[] => {
    const other = came.get(column);
    return other ? [[one, other]] : [];
  });
  return pairs.length === were.size ? pairs : [];
}
