/** Values that a reader may not expect at a place. */
const STRANGE: unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  'x',
  [],
  {},
  [null],
  [[]],
  { a: null },
  '\u0000',
  '2026-99-99',
  '__proto__',
  'x'.repeat(5_000),
];

/**
 * Where a report is changed, and how; any whole numbers from 0.
 *
 * @public
 */
export type Change = [place: number, how: number];

/** Every container of a value with the keys of what it holds. */
function placesOf(value: unknown): { holder: object; key: string }[] {
  const places: { holder: object; key: string }[] = [];
  const left: unknown[] = [value];
  while (left.length > 0) {
    const holder = left.pop();
    if (typeof holder === 'object' && holder !== null) {
      for (const [key, inner] of Object.entries(holder)) {
        places.push({ holder, key });
        left.push(inner);
      }
    }
  }
  return places;
}

/** A JSON report with another value, or none, at some of the places. */
function mutate(
  text: string,
  changes: Change[],
  find: (value: unknown) => { holder: object; key: string }[],
): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  const places = find(value);
  for (const [place, strange] of places.length > 0 ? changes : []) {
    const { holder, key } = places[place % places.length];
    if (strange % (STRANGE.length + 1) === STRANGE.length) {
      Reflect.deleteProperty(holder, key);
    } else {
      Reflect.set(holder, key, STRANGE[strange % (STRANGE.length + 1)]);
    }
  }
  try {
    return JSON.stringify(value);
  } catch {
    // Nested too deeply to be written.
    return text;
  }
}

/**
 * A JSON report that is changed anywhere; what is no JSON stays.
 *
 * @public
 */
export function mutateJson(text: string, changes: Change[]): string {
  return mutate(text, changes, placesOf);
}

/**
 * A JSON report that is changed at its top, by which its format is told; what
 * is no JSON stays.
 *
 * @public
 */
export function mutateHead(text: string, changes: Change[]): string {
  return mutate(text, changes, value => {
    const top = Array.isArray(value) ? value[0] : value;
    return typeof top === 'object' && top !== null
      ? Object.keys(top).map(key => ({ holder: top, key }))
      : [];
  });
}

/**
 * A body with bytes changed, a part cut out, or a part repeated.
 *
 * @public
 */
export function mutateBytes(body: Buffer, changes: Change[]): Buffer {
  return changes.reduce((bytes, [place, how]) => {
    const at = place % Math.max(1, bytes.length);
    switch (how % 4) {
      case 0:
        return bytes.subarray(0, at);
      case 1: {
        const changed = Buffer.from(bytes);
        changed[at] = how % 256;
        return changed;
      }
      case 2:
        return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 40)]);
      default:
        return Buffer.concat([bytes, bytes.subarray(at, at + 500)]);
    }
  }, body);
}
