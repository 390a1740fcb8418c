import { request as httpRequest } from 'node:http';
import { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { sarif } from './__testUtils__/sarif';
import {
  CI,
  ENTITY_REF,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const SOAK = process.env.SYNCHRONY_SOAK === '1';
const MB = 1024 * 1024;

jest.setTimeout(SOAK ? 10 * 60_000 : 90_000);

const REPORT = sarif([{ rule: 'sqli', path: 'src/a.ts', line: 1 }]);

const LAUGHS = `<?xml version="1.0"?><!DOCTYPE OWASPZAPReport [<!ENTITY a "ha">${Array.from(
  { length: 30 },
  (_, index) =>
    `<!ENTITY ${'b'.repeat(index + 1)} "&${index === 0 ? 'a' : 'b'.repeat(index)};&${index === 0 ? 'a' : 'b'.repeat(index)};">`,
).join(
  '',
)}]><OWASPZAPReport version="2.14"><site name="&${'b'.repeat(30)};"/></OWASPZAPReport>`;

const FILE_OF_THE_SERVER =
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><OWASPZAPReport version="2.14"><site name="&f;"/></OWASPZAPReport>';

const HOSTILE: [string, () => string][] = [
  ['XML entities that multiply', () => LAUGHS],
  ['an XML entity that reads a file', () => FILE_OF_THE_SERVER],
  ['deep lists', () => `{"runs":${'['.repeat(200_000)}`],
  [
    'deep objects, closed',
    () => `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
  ],
  ['deep XML', () => '<a>'.repeat(100_000)],
  [
    'millions of empty lists',
    () => `{"version":"2.1.0","runs":[${'[],'.repeat(500_000)}[]]}`,
  ],
  [
    'a key that is a prototype',
    () =>
      '{"__proto__":{"runs":[]},"constructor":{"prototype":{"version":"2.1.0"}}}',
  ],
  ['half a report', () => REPORT.slice(0, REPORT.length / 2)],
  ['bytes that are no text', () => '\u0000\u0001\uFFFE'.repeat(1000)],
];

async function rows(database: Knex, table: string): Promise<number> {
  const [{ count }] = await database(table).count({ count: '*' });
  return Number(count);
}

/** A request of which a test writes the body itself. */
function open(test: TestIngestion, headers: Record<string, string> = {}) {
  const { port } = test.backend.server.address() as AddressInfo;
  const request = httpRequest({
    port,
    method: 'POST',
    path: `/api/ingestion/reports?entityRef=${encodeURIComponent(ENTITY_REF)}`,
    headers: {
      authorization: CI,
      'content-type': 'application/json',
      ...headers,
    },
  });
  const ended = new Promise<number | undefined>(resolve => {
    request.on('response', response => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', () => resolve(undefined));
  });
  return { request, ended };
}

async function until(check: () => Promise<boolean>): Promise<void> {
  while (!(await check())) {
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

describe.each(databases.eachSupportedId())('hostile reports, %s', id => {
  it('are rejected with the reason, and leave nothing but a receipt', async () => {
    const database = await databases.init(id);
    const test = await startIngestion(database);
    for (const [name, body] of HOSTILE) {
      const receipt = await test.submit(body());
      expect({ name, ...receipt }).toMatchObject({
        name,
        status: 'rejected',
        applied: false,
        error: { message: expect.stringMatching(/./) },
      });
      expect(JSON.stringify(receipt)).not.toContain('root:');
      expect(receipt.error?.message.length).toBeLessThanOrEqual(2000);
    }
    expect(await rows(database, 'findings')).toBe(0);
    expect(await rows(database, 'scopes')).toBe(0);
    expect(await test.submit(REPORT)).toMatchObject({
      status: 'processed',
      counts: { new: 1 },
    });
    await test.stop();
  });

  it('leave nothing when they break off', async () => {
    const database = await databases.init(id);
    const test = await startIngestion(database);
    const brokenOff = open(test, { 'content-length': String(20 * MB) });
    brokenOff.request.write(Buffer.alloc(2 * MB + 1, ' '));
    await until(async () => (await rows(database, 'report_chunks')) > 0);
    brokenOff.request.destroy();
    expect(await brokenOff.ended).toBeUndefined();
    await until(async () => (await rows(database, 'report_chunks')) === 0);

    const halfZipped = gzipSync(REPORT.repeat(50));
    const truncated = await test.send(
      halfZipped.subarray(0, halfZipped.length / 2),
      {},
      { 'content-encoding': 'gzip' },
    );
    expect(truncated.status).toBe(400);
    for (const table of ['reports', 'report_chunks', 'uploads']) {
      await until(async () => (await rows(database, table)) === 0);
    }
    await test.stop();
  });

  it('may come drop by drop while others are served', async () => {
    const test = await startIngestion(await databases.init(id));
    const slow = open(test, {
      'content-length': String(Buffer.byteLength(REPORT)),
    });
    const half = Math.floor(REPORT.length / 2);
    slow.request.write(REPORT.slice(0, half));
    expect(
      await test.submit(
        sarif([{ rule: 'xss', path: 'src/b.ts', line: 2 }], { tool: 'Other' }),
      ),
    ).toMatchObject({ status: 'processed', counts: { new: 1 } });
    slow.request.end(REPORT.slice(half));
    expect(await slow.ended).toBe(202);
    await test.stop();
  });

  if (SOAK) {
    it('may have 100 MB, and not one byte more', async () => {
      const database = await databases.init(id);
      const test = await startIngestion(database);
      const limit = 100 * MB;
      const padded = (size: number) =>
        `${REPORT.slice(0, -1)}${' '.repeat(size - REPORT.length)}}`;
      expect(await test.submit(padded(limit))).toMatchObject({
        status: 'processed',
        counts: { new: 1 },
      });
      expect((await test.send(padded(limit + 1))).status).toBe(413);
      expect(await rows(database, 'reports')).toBe(1);
      await test.stop();
    });
  }
});
