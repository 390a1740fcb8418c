/**
 * Which of two versions comes first: negative when the left one does, positive
 * when the right one does, 0 when they are equal. Undefined when the ecosystem
 * does not say, which is never to be taken for an answer.
 */
export type Comparison = number | undefined;

/** A way to read and to order versions of an ecosystem. */
export interface VersionScheme {
  /** Undefined as well when one of the two is no version of the ecosystem. */
  compare(left: string, right: string): Comparison;
}

/** A scheme whose versions are read before they are compared. */
export function schemeOf<T>(
  read: (text: string) => T | undefined,
  order: (left: T, right: T) => number,
): VersionScheme {
  return {
    compare(left, right) {
      const one = read(left);
      const other = one === undefined ? undefined : read(right);
      return one === undefined || other === undefined
        ? undefined
        : order(one, other);
    },
  };
}

/** Longer than any version is; more would only cost time. */
export const LONGEST_VERSION = 300;

/** Numbers of any length, as digits. */
export function compareDigits(left: string, right: string): number {
  const one = left.replace(/^0+/, '');
  const other = right.replace(/^0+/, '');
  return one.length - other.length || compareText(one, other);
}

/** By code units, as ASCII sorts. */
export function compareText(left: string, right: string): number {
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}

/** The first difference between two lists; what is missing is given by `absent`. */
export function compareLists<T>(
  left: readonly T[],
  right: readonly T[],
  compare: (one: T, other: T) => number,
  absent: T,
): number {
  const length = Math.max(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const order = compare(left[index] ?? absent, right[index] ?? absent);
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}
