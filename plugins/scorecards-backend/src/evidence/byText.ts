/** Compares by a text, code unit by code unit, the same everywhere. */
export function byText<T>(textOf: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => {
    const [left, right] = [textOf(a), textOf(b)];
    return Number(left > right) - Number(left < right);
  };
}
