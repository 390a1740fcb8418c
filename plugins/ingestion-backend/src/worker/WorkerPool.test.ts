import { sarif } from '../tests/__testUtils__/sarif';
import { ReportFaultError } from './errors';
import { WorkerPool } from './WorkerPool';
import { WorkerSession } from './WorkerSession';

jest.setTimeout(60_000);

const REPORT = sarif([{ rule: 'sqli', path: 'src/a.ts', line: 3 }]);

function parse(body: string | Buffer) {
  return async (session: WorkerSession) => {
    session.begin({ emptyMeansClean: false });
    session.write(Buffer.from(body));
    return session.parse();
  };
}

describe('WorkerPool', () => {
  let pool: WorkerPool;

  afterEach(async () => {
    await pool.stop();
  });

  it('reads reports one after the other in one thread', async () => {
    pool = new WorkerPool({ size: 1, memoryMb: 512, timeoutMs: 30_000 });
    pool.warm();
    const results = await Promise.allSettled([
      pool.use(parse(REPORT)),
      pool.use(parse('not a report')),
      pool.use(parse(REPORT)),
    ]);
    expect(results).toMatchObject([
      { status: 'fulfilled', value: { format: 'sarif-2.1.0' } },
      { status: 'rejected', reason: expect.any(ReportFaultError) },
      { status: 'fulfilled', value: { scans: [{ reported: 1 }] } },
    ]);
  });

  it('refuses what would not fit into memory', async () => {
    pool = new WorkerPool({ size: 1, memoryMb: 64, timeoutMs: 60_000 });
    const large = `[${'{},'.repeat(2_000_000)}1]`;
    const fault = await pool.use(parse(large)).catch(error => error);
    expect(fault).toBeInstanceOf(ReportFaultError);
    expect(fault.message).toContain('64 MB');
    expect(await pool.use(parse(REPORT))).toMatchObject({
      format: 'sarif-2.1.0',
    });
  });

  it('replaces a thread that takes too long', async () => {
    pool = new WorkerPool({ size: 1, memoryMb: 512, timeoutMs: 1 });
    const waiting = pool.use(parse(REPORT)).catch(error => error);
    const next = pool.use(async session => session.alive);
    expect((await waiting).reason).toBe('timeout');
    expect(await next).toBe(true);
  });

  it('gives up its work when it is stopped', async () => {
    pool = new WorkerPool({ size: 1, memoryMb: 512, timeoutMs: 60_000 });
    const waiting = pool.use(parse(REPORT)).catch(error => error);
    await pool.stop();
    expect((await waiting).reason).toBe('stopped');
    await expect(pool.use(parse(REPORT))).rejects.toThrow('stopped');
  });
});
