import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { receiveBody } from './receiveBody';

const PIECE = 1024 * 1024;
const LIMITS = { maxBytes: 10 * PIECE };

function bodyOf(bytes: number): Readable {
  const chunk = Buffer.alloc(64 * 1024, 'x');
  return Readable.from(
    (function* chunks() {
      for (let left = bytes; left > 0; left -= chunk.length) {
        yield chunk.subarray(0, left);
      }
    })(),
  );
}

describe('receiveBody', () => {
  it('stores pieces in order, one at a time, while the next comes in', async () => {
    const sizes: number[] = [];
    let underWay = 0;
    const source = bodyOf(2.5 * PIECE);
    const received = await receiveBody(source, LIMITS, async piece => {
      underWay += 1;
      expect(underWay).toBe(1);
      await delay(20);
      sizes.push(piece.length);
      underWay -= 1;
    });
    expect(sizes).toEqual([PIECE, PIECE, PIECE / 2]);
    expect(received.sizeBytes).toBe(2.5 * PIECE);
  });

  it.each([0, 1, 2])('fails when piece %i can not be stored', async failing => {
    let index = -1;
    await expect(
      receiveBody(bodyOf(2.5 * PIECE), LIMITS, async () => {
        index += 1;
        await delay(1);
        if (index === failing) {
          throw new Error('The disk is full');
        }
      }),
    ).rejects.toThrow('The disk is full');
    expect(index).toBe(failing);
  });

  it('ends only when what is under way is stored', async () => {
    let stored = 0;
    await expect(
      receiveBody(bodyOf(3 * PIECE), { maxBytes: 1.5 * PIECE }, async () => {
        await delay(30);
        stored += 1;
      }),
    ).rejects.toThrow('larger than the limit');
    expect(stored).toBe(1);
  });
});
