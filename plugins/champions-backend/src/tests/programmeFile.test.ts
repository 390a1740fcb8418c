import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { createProgrammeSource } from '../createProgrammeSource';
import { migrate } from '../migrate';
import { ProgrammeFile } from '../service/programme/ProgrammeFile';
import { ProgrammeFileStore } from '../store/programme/ProgrammeFileStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('programme as code on %s', id => {
  let folder: string;
  let location: string;
  let database: Knex;
  let now: number;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'programme-'));
    location = join(folder, 'programme.yaml');
    database = await databases.init(id);
    await migrate(database);
    now = Date.parse('2026-11-01T00:00:00Z');
  });

  afterEach(() => rm(folder, { recursive: true }));

  const replica = () =>
    new ProgrammeFile({
      location,
      files: new ProgrammeFileStore(database),
      urlReader: mockServices.urlReader.mock(),
      logger: mockServices.logger.mock(),
      clock: () => new Date(now),
    });

  it('takes a good file into use, on every replica', async () => {
    await writeFile(location, 'maxScopes: 4');
    const [one, two] = [replica(), replica()];
    await one.refresh();
    now += 60_000;
    await two.refresh();
    for (const source of [one, two]) {
      expect(source.current()).toMatchObject({
        settings: { maxScopes: 4, confirmationDays: 180 },
        location: 'programme.yaml',
        loadedAt: '2026-11-01T00:00:00.000Z',
        faults: [],
      });
    }
  });

  it('keeps the last good one, over a restart too', async () => {
    await writeFile(location, 'maxScopes: 4');
    const source = replica();
    await source.refresh();
    await writeFile(location, 'maxScopes: 5\nmaxScope: 6');
    await source.refresh();
    const restarted = replica();
    await restarted.refresh();
    for (const each of [source, restarted]) {
      expect(each.current()).toMatchObject({
        settings: { maxScopes: 4 },
        faults: [{ line: 2, column: 1 }],
      });
    }
    await rm(location);
    await restarted.refresh();
    expect(restarted.current()).toMatchObject({
      settings: { maxScopes: 4 },
      faults: [{ message: 'The file cannot be read' }],
    });
    now += 60_000;
    await writeFile(location, 'maxScopes: 5');
    await restarted.refresh();
    expect(restarted.current()).toMatchObject({
      settings: { maxScopes: 5 },
      loadedAt: '2026-11-01T00:01:00.000Z',
      faults: [],
    });
  });

  it('tells of other settings', async () => {
    await writeFile(location, 'maxScopes: 4');
    const source = new ProgrammeFile({
      location,
      files: new ProgrammeFileStore(database),
      urlReader: mockServices.urlReader.mock(),
      logger: mockServices.logger.mock(),
      clock: () => new Date(now),
      everyMs: 5,
    });
    await source.refresh();
    const told = new Promise<void>(resolve => {
      source.onChange(async () => {
        if (source.current().settings.maxScopes === 5) {
          resolve();
        }
      });
    });
    source.start();
    await writeFile(location, 'maxScopes: 5');
    await told;
    expect(source.current().settings.maxScopes).toBe(5);
    await source.stop();
  });

  it('starts with what is built in where the first file is bad', async () => {
    await writeFile(location, 'maxScopes: none');
    const source = replica();
    await source.refresh();
    expect(source.current()).toMatchObject({
      settings: { maxScopes: 3 },
      faults: [{ line: 1, column: 12 }],
    });
    expect(source.current().location).toBeUndefined();
  });

  it('reads a URL, and needs none', async () => {
    const create = (url?: string) =>
      createProgrammeSource({
        database,
        config: mockServices.rootConfig({
          data: url ? { champions: { programme: { location: url } } } : {},
        }),
        urlReader: mockServices.urlReader.mock({
          readUrl: async () => ({
            buffer: async () => Buffer.from('maxScopes: 7'),
          }),
        }),
        logger: mockServices.logger.mock(),
        clock: () => new Date(now),
      });
    expect((await create()).current().settings.maxScopes).toBe(3);
    const source = await create('https://example.com/a/programme.yaml?ref=b');
    expect(source.current()).toMatchObject({
      settings: { maxScopes: 7 },
      location: 'programme.yaml',
    });
  });
});
