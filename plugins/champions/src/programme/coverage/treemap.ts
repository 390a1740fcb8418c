/** Where a tile stands, in percent of the rectangle that all tiles fill. */
export interface Tile<T> {
  item: T;
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Weighted<T> {
  item: T;
  area: number;
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** How far from a square the worst tile of a row is; 1 is a square. */
function worstRatio(areas: number[], side: number): number {
  const sum = areas.reduce((total, area) => total + area, 0);
  const depth = sum / side;
  return Math.max(
    ...areas.map(area => {
      const length = area / depth;
      return Math.max(length / depth, depth / length);
    }),
  );
}

/** As many of the first tiles as make a row whose tiles are near to squares. */
function rowOf<T>(rest: Weighted<T>[], side: number): Weighted<T>[] {
  let count = 1;
  let ratio = worstRatio([rest[0].area], side);
  while (count < rest.length) {
    const next = worstRatio(
      rest.slice(0, count + 1).map(({ area }) => area),
      side,
    );
    if (next > ratio) {
      break;
    }
    ratio = next;
    count += 1;
  }
  return rest.slice(0, count);
}

/**
 * Fills a rectangle with tiles whose areas are as their weights, each as near
 * to a square as can be: a squarified treemap after Bruls, Huizing and van Wijk
 * (2000). Heaviest first.
 *
 * @param aspect - width of the rectangle by its height
 */
export function treemap<T>(
  items: T[],
  weightOf: (item: T) => number,
  aspect: number,
): Tile<T>[] {
  const total = items.reduce((sum, item) => sum + weightOf(item), 0);
  let rest = items
    .map(item => ({ item, area: (weightOf(item) / total) * aspect }))
    .sort((a, b) => b.area - a.area);
  let box: Box = { left: 0, top: 0, width: aspect, height: 1 };
  const tiles: Tile<T>[] = [];
  while (rest.length > 0) {
    const isWide = box.width >= box.height;
    const side = isWide ? box.height : box.width;
    const row = rowOf(rest, side);
    const depth = row.reduce((sum, { area }) => sum + area, 0) / side;
    let offset = 0;
    for (const { item, area } of row) {
      const length = area / depth;
      tiles.push({
        item,
        left: ((box.left + (isWide ? 0 : offset)) / aspect) * 100,
        top: (box.top + (isWide ? offset : 0)) * 100,
        width: ((isWide ? depth : length) / aspect) * 100,
        height: (isWide ? length : depth) * 100,
      });
      offset += length;
    }
    box = isWide
      ? { ...box, left: box.left + depth, width: box.width - depth }
      : { ...box, top: box.top + depth, height: box.height - depth };
    rest = rest.slice(row.length);
  }
  return tiles;
}
