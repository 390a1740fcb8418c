import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { TeamSettingsState } from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import { setUpVirtualTeams } from '../__testUtils__/setUpVirtualTeams';
import { createSettings } from '../createSettings';
import { createSettingsSource } from '../createSettingsSource';
import { migrate } from '../migrate';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('settings as code on %s', id => {
  let folder: string;
  let location: string;
  let database: Knex;
  let now: number;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'settings-'));
    location = join(folder, 'settings.yaml');
    database = await databases.init(id);
    await migrate(database);
    now = Date.parse('2026-11-01T00:00:00Z');
  });

  afterEach(() => rm(folder, { recursive: true }));

  const replica = (where: string | undefined = location) =>
    createSettingsSource({
      database,
      config: mockServices.rootConfig({
        data: { virtualTeams: { settings: { location: where } } },
      }),
      urlReader: mockServices.urlReader.mock({
        readUrl: async () => ({
          buffer: async () => Buffer.from('staleAfterDays: 9'),
        }),
      }),
      logger: mockServices.logger.mock(),
      clock: () => new Date(now),
    });

  it('keeps the last good file, on every replica and over restarts', async () => {
    await writeFile(location, 'staleAfterDays: 4');
    const first = await replica();
    now += 60_000;
    for (const source of [first, await replica()]) {
      expect(source.current()).toMatchObject({
        settings: { staleAfterDays: 4, answerDays: 14 },
        location: 'settings.yaml',
        loadedAt: '2026-11-01T00:00:00.000Z',
        faults: [],
      });
    }
    await writeFile(location, 'staleAfterDays: 5\nstaleDays: 6');
    expect((await replica()).current()).toMatchObject({
      settings: { staleAfterDays: 4 },
      faults: [{ line: 2, column: 1 }],
    });
    await rm(location);
    expect((await replica()).current()).toMatchObject({
      settings: { staleAfterDays: 4 },
      faults: [{ message: 'The file cannot be read' }],
    });
    await writeFile(location, 'staleAfterDays: 5');
    expect((await replica()).current()).toMatchObject({
      settings: { staleAfterDays: 5 },
      loadedAt: '2026-11-01T00:01:00.000Z',
      faults: [],
    });
  });

  it('reads a URL, and names the file only', async () => {
    const source = await replica('https://example.com/a/settings.yaml?ref=b');
    expect(source.current()).toMatchObject({
      settings: { staleAfterDays: 9 },
      location: 'settings.yaml',
    });
  });

  it('starts with what is built in where the first file is bad', async () => {
    await writeFile(location, 'staleAfterDays: none');
    const { faults, location: name, settings } = (await replica()).current();
    expect(settings.staleAfterDays).toBe(30);
    expect(settings.templates.length).toBeGreaterThan(5);
    expect(name).toBeUndefined();
    expect(faults).toMatchObject([{ line: 1, column: 17 }]);
  });

  it('are read by who may read teams, with skills that the portal has', async () => {
    const test = await setUpVirtualTeams(database, {
      parts: async context => [createSettings(context)],
    });
    test.state.settings = {
      ...test.state.settings,
      templates: [
        {
          id: 'one',
          title: 'One',
          description: 'A team',
          kind: 'enabling',
          outcome: '',
          inScope: '',
          outOfScope: '',
          measures: [],
          interactionMode: 'facilitating',
          requiredExpertise: [
            { skillId: 'webauthn', level: 'advanced', count: 1 },
            { skillId: 'alchemy', level: 'advanced', count: 1 },
          ],
        },
      ],
    };
    const { body, status } = await test.get<TeamSettingsState>(
      '/settings',
      'ann',
    );
    expect(status).toBe(200);
    expectToMatchOpenApi('TeamSettingsState', body);
    expect(body.settings.templates[0].requiredExpertise).toEqual([
      { skillId: 'webauthn', level: 'advanced', count: 1 },
    ]);
    test.state.denied = ['virtual-teams.team.read'];
    expect((await test.get('/settings', 'ann')).status).toBe(403);
  });
});
