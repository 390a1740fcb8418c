/**
 * The lowest version that is known to fix all findings of a package, or
 * undefined when the data names none.
 *
 * A version fixes a finding if the finding names it, or if it is not below the
 * highest version that the finding names: of `1.2.5` and `2.0.3`, version
 * `2.0.1` is above one and yet not fixed. Versions are only compared when they
 * are numbers with dots that end alike, such as `4.1.118.Final`; schemes of
 * which that is not true are left to the versions that all findings name.
 *
 * @param current - the version in use; a fix must not lie below it
 * @param fixes - what each finding names as fixed versions
 */
export function findCommonFix(
  current: string | undefined,
  fixes: readonly (readonly string[])[],
): string | undefined {
  if (fixes.length === 0 || fixes.some(list => list.length === 0)) {
    return undefined;
  }
  const candidates = [...new Set(fixes.flat())].filter(
    version =>
      fixes.every(list => isFixedBy(list, version)) &&
      !isBelow(version, current),
  );
  return candidates.reduce<string | undefined>(
    (best, version) =>
      best === undefined || isBelow(version, best) ? version : best,
    undefined,
  );
}

function isFixedBy(fixedVersions: readonly string[], version: string): boolean {
  return (
    fixedVersions.includes(version) ||
    fixedVersions.every(fixed => {
      const order = compare(version, fixed);
      return order !== undefined && order >= 0;
    })
  );
}

function isBelow(version: string, other: string | undefined): boolean {
  const order = other === undefined ? undefined : compare(version, other);
  return order !== undefined && order < 0;
}

const VERSION = /^v?(\d+(?:\.\d+)*)((?:\.[A-Za-z]+)?)$/;

/** Undefined when nothing can be said. */
function compare(one: string, other: string): number | undefined {
  const [, left, leftEnd] = VERSION.exec(one) ?? [];
  const [, right, rightEnd] = VERSION.exec(other) ?? [];
  if (left === undefined || right === undefined || leftEnd !== rightEnd) {
    return undefined;
  }
  const [a, b] = [left, right].map(numbers => numbers.split('.').map(BigInt));
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const [x, y] = [a[index] ?? 0n, b[index] ?? 0n];
    if (x !== y) {
      return x < y ? -1 : 1;
    }
  }
  return 0;
}
