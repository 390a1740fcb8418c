type Key = string | number;

function* leavesOf(value: unknown, at: Key[] = []): Generator<Key[]> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      yield* leavesOf(inner, [...at, Array.isArray(value) ? Number(key) : key]);
    }
  } else {
    yield at;
  }
}

function replace(value: unknown, [key, ...rest]: Key[], by: unknown): unknown {
  if (key === undefined) {
    return by;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      index === key ? replace(item, rest, by) : item,
    );
  }
  const parent = value as Record<Key, unknown>;
  return { ...parent, [key]: replace(parent[key], rest, by) };
}

/**
 * A JSON document with one value of it replaced, once for each property that
 * it has; of the items of a list the first stands for all.
 *
 * @public
 */
export function* withEachValue(
  document: unknown,
  by: unknown,
): Generator<{ place: string; document: unknown }> {
  const seen = new Set<string>();
  for (const at of leavesOf(document)) {
    const place = at
      .map(key => (typeof key === 'number' ? '#' : key))
      .join('/');
    if (!seen.has(place)) {
      seen.add(place);
      yield { place, document: replace(document, at, by) };
    }
  }
}
