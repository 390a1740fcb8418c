import { FakeSynchrony } from '../testing/FakeSynchrony';
import { requestWithRetry } from './requestWithRetry';

describe('requestWithRetry', () => {
  const server = new FakeSynchrony();
  let url: URL;
  const waits: number[] = [];
  const wait = async (milliseconds: number) => {
    waits.push(milliseconds);
  };

  beforeAll(async () => {
    url = new URL(await server.start());
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    waits.length = 0;
  });

  it('waits longer each time, and gives up in the end', async () => {
    server.answer(...Array.from({ length: 6 }, () => ({ status: 502 })));
    await expect(requestWithRetry(url, {}, { wait })).rejects.toMatchObject({
      message: `Synchrony at ${url.origin} can’t be reached (it answered 502, 6 tries).`,
      exitCode: 4,
    });
    expect(waits).toHaveLength(5);
    waits.forEach((waited, index) => {
      expect(waited).toBeGreaterThanOrEqual(250 * 2 ** index);
      expect(waited).toBeLessThanOrEqual(500 * 2 ** index);
    });
  });

  it('waits as long as it is asked to', async () => {
    server.answer(
      { status: 429, headers: { 'retry-after': '7' } },
      { status: 200 },
    );
    expect((await requestWithRetry(url, {}, { wait })).status).toBe(200);
    expect(waits).toEqual([7000]);
  });

  it('says that nothing answers', async () => {
    const closed = new FakeSynchrony();
    const gone = new URL(await closed.start());
    await closed.stop();
    await expect(
      requestWithRetry(gone, {}, { wait, attempts: 2 }),
    ).rejects.toMatchObject({
      message: `Synchrony at ${gone.origin} can’t be reached (nothing answers there, 2 tries).`,
      exitCode: 4,
    });
  });
});
