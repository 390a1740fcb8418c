import { byOrder, Side } from './sides';

/** The same for findings that only their lines tell apart. */
function tokenOf({ identity }: Side): string {
  return `${identity.family}.${identity.rest}`;
}

function lineOf({ identity }: Side): number {
  return Number(identity.order);
}

function isSameSequence(one: Side[], other: Side[]): boolean {
  return (
    one.length === other.length &&
    one.every((side, index) => tokenOf(side) === tokenOf(other[index]))
  );
}

/** How many from the start are on the lines where they were. */
function commonStart(stored: Side[], incoming: Side[]): number {
  const most = Math.min(stored.length, incoming.length);
  let count = 0;
  while (
    count < most &&
    tokenOf(stored[count]) === tokenOf(incoming[count]) &&
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
      tokenOf(one) !== tokenOf(other) ||
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
 * message and line. The same rules and messages in the same order are the same
 * findings. Otherwise those are that stand above every change, and those below
 * that moved together; between them nothing is certain, nor where the two
 * overlap, and then two findings stay two.
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
