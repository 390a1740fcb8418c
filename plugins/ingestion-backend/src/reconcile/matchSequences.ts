import { byOrder, Side } from './sides';

/** The same for findings that only their lines tell apart. */
function tokenOf({ identity }: Side): string {
  return `${identity.family}.${identity.rest}`;
}

function lineOf({ identity }: Side): number {
  return Number(identity.order);
}

function isSame(one: Side, other: Side): boolean {
  return tokenOf(one) === tokenOf(other);
}

function columnOf({ identity }: Side): number {
  return Number(identity.column);
}

/** Columns stay, or are drawn apart or together; swapped findings cross. */
function keepsColumns(one: Side[], other: Side[]): boolean {
  const pairs = one
    .map((side, index) => [columnOf(side), columnOf(other[index])])
    .sort((left, right) => left[0] - right[0] || left[1] - right[1]);
  return pairs.every(
    ([from, to], index) =>
      index === 0 ||
      (from === pairs[index - 1][0]
        ? to === pairs[index - 1][1]
        : to >= pairs[index - 1][1]),
  );
}

/** Those that nothing but lines tells apart moved by the same number of lines. */
function movesAlike(one: Side[], other: Side[]): boolean {
  const shifts = new Map<string, number>();
  return one.every((side, index) => {
    const key = `${tokenOf(side)}.${columnOf(side)}`;
    const shift = lineOf(other[index]) - lineOf(side);
    const known = shifts.get(key) ?? shift;
    shifts.set(key, known);
    return known === shift;
  });
}

function isSameSequence(one: Side[], other: Side[]): boolean {
  return (
    one.length === other.length &&
    one.every((side, index) => isSame(side, other[index])) &&
    keepsColumns(one, other) &&
    movesAlike(one, other)
  );
}

/** How many from the start are on the lines where they were. */
function commonStart(stored: Side[], incoming: Side[]): number {
  const most = Math.min(stored.length, incoming.length);
  let count = 0;
  while (
    count < most &&
    isSame(stored[count], incoming[count]) &&
    columnOf(stored[count]) === columnOf(incoming[count]) &&
    lineOf(stored[count]) === lineOf(incoming[count])
  ) {
    count += 1;
  }
  return count;
}

/** How many from the end moved by one and the same number of lines; one alone could be any. */
function commonEnd(stored: Side[], incoming: Side[]): number {
  const last = lineOf(incoming.at(-1)!) - lineOf(stored.at(-1)!);
  const most = Math.min(stored.length, incoming.length);
  let count = 0;
  while (count < most) {
    const one = stored[stored.length - 1 - count];
    const other = incoming[incoming.length - 1 - count];
    if (
      !isSame(one, other) ||
      columnOf(one) !== columnOf(other) ||
      lineOf(other) - lineOf(one) !== last
    ) {
      break;
    }
    count += 1;
  }
  return count === 1 && last !== 0 ? 0 : count;
}

function zip(stored: Side[], incoming: Side[]): [Side, Side][] {
  return stored.map((side, index) => [side, incoming[index]]);
}

/**
 * Pairs the findings of one file when the report gives nothing but rule,
 * message, line and column. The same rules and messages in the same order are
 * the same findings when their columns and lines say nothing else. Otherwise
 * those are that stand above every change, and those below that moved together;
 * between them nothing is certain, nor where the two overlap, and then two
 * findings stay two.
 */
export function matchSequences(
  stored: Side[],
  incoming: Side[],
): [stored: Side, incoming: Side][] {
  const one = [...stored].sort(byOrder);
  const other = [...incoming].sort(byOrder);
  if (isSameSequence(one, other)) {
    return zip(one, other);
  }
  const fewer = Math.min(one.length, other.length);
  const start = commonStart(one, other);
  const end = commonEnd(one, other);
  const overlap = Math.max(0, start + end - fewer);
  const above = Math.max(0, start - overlap);
  const below = Math.max(0, end - overlap);
  const middle = [
    one.slice(above, one.length - below),
    other.slice(above, other.length - below),
  ];
  return [
    ...zip(one.slice(0, above), other),
    ...(isSameSequence(middle[0], middle[1]) ? zip(middle[0], middle[1]) : []),
    ...zip(one.slice(one.length - below), other.slice(other.length - below)),
  ];
}
