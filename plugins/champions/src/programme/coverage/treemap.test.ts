import { treemap } from './treemap';

describe('treemap', () => {
  it.each([
    [[14, 12, 10, 9, 8, 4], 1.3],
    [[1], 2],
    [[500, 1, 1, 1], 0.5],
    [[3, 3, 3, 3, 3, 3, 3], 1],
  ])('gives each of %j its share and overlaps none', (weights, aspect) => {
    const tiles = treemap(weights, weight => weight, aspect);
    const total = weights.reduce((sum, weight) => sum + weight, 0);

    expect(tiles.map(({ item }) => item)).toEqual(
      [...weights].sort((a, b) => b - a),
    );
    for (const { height, item, left, top, width } of tiles) {
      expect((width * height) / 10_000).toBeCloseTo(item / total);
      expect(left + width).toBeLessThan(100.001);
      expect(top + height).toBeLessThan(100.001);
    }
    for (const [index, one] of tiles.entries()) {
      for (const other of tiles.slice(index + 1)) {
        const isApart =
          one.left + one.width <= other.left + 0.001 ||
          other.left + other.width <= one.left + 0.001 ||
          one.top + one.height <= other.top + 0.001 ||
          other.top + other.height <= one.top + 0.001;
        expect(isApart).toBe(true);
      }
    }
  });

  it('has nothing to draw of nothing', () => {
    expect(treemap([], () => 1, 1)).toEqual([]);
  });
});
