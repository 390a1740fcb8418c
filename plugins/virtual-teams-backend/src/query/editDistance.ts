/**
 * Damerau-Levenshtein distance (optimal string alignment): letters that are
 * changed, left out, put in, or swapped with their neighbour. Gives up above
 * `most`, and then answers `most + 1`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) {
    return most + 1;
  }
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min(
        last[j] + 1,
        row[j - 1] + 1,
        last[j - 1] + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2] + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) {
      return most + 1;
    }
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length], most + 1);
}

const SHORTEST = 5;
const TWO_FROM = 10;

/** How many slips a word of this length may have; short words have none. */
export function slipsOf(length: number): number {
  if (length < SHORTEST) {
    return 0;
  }
  return length < TWO_FROM ? 1 : 2;
}
