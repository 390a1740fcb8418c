const LONGEST = 63;

/** A name for the catalog from a title: small letters, digits and dashes. */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'team' : slug;
}

/** The first of `name`, `name-2`, `name-3`, … that is free. */
export function freeName(
  name: string,
  isTaken: (name: string) => boolean,
): string {
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : `-${count}`;
    const candidate = `${name.slice(0, LONGEST - suffix.length)}${suffix}`;
    if (!isTaken(candidate)) {
      return candidate;
    }
  }
}
