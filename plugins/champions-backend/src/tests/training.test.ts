import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { TrainingRecord } from '@synchrony/backstage-plugin-champions-common';
import {
  EntityRow,
  PeopleStore,
} from '@synchrony/backstage-plugin-scorecards-node';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import {
  CAPTAIN,
  group,
  READER,
  setUpProgramme,
  user,
} from '../__testUtils__/setUpProgramme';
import { DEFAULT_SETTINGS } from '../programme/defaultSettings';
import { TrainingService } from '../service/training/TrainingService';
import { TrainingStore } from '../store/programme/TrainingStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const claim = { courseId: 'core-topics', completedOn: '2026-01-15' };

describe.each(databases.eachSupportedId())('training on %s', id => {
  const setUp = () =>
    setUpProgramme(databases, id, [
      group('cards'),
      user('rob', 'cards'),
      user('ana', 'cards'),
      user('cap'),
    ]);

  it('is claimed, confirmed by another, and removed', async () => {
    const { ask, database } = await setUp();
    const own = await ask<TrainingRecord>('post', '/training', READER, {
      ...claim,
      evidenceUrl: 'https://learning.example.com/1',
    });
    expect(own.status).toBe(201);
    expectToMatchOpenApi('TrainingRecord', own.body);
    expect(own.body).toMatchObject({
      ...claim,
      status: 'claimed',
      recordedBy: READER,
      expiresOn: '2028-01-15',
    });
    const path = `/training/${own.body.id}`;
    expect((await ask('post', '/training', READER, claim)).status).toBe(409);
    expect((await ask('post', `${path}/confirm`, READER)).status).toBe(403);
    expect((await ask('delete', path, 'user:default/ana')).status).toBe(404);
    const confirmed = await ask<TrainingRecord>(
      'post',
      `${path}/confirm`,
      CAPTAIN,
    );
    expectToMatchOpenApi('TrainingRecord', confirmed.body);
    expect(confirmed.body.status).toBe('confirmed');
    expect((await ask('post', `${path}/confirm`, CAPTAIN)).status).toBe(200);
    expect((await ask('delete', path, READER)).status).toBe(204);
    expect((await ask('delete', path, READER)).status).toBe(404);
    expect(await database('training_records')).toEqual([]);
  });

  it('takes the word of people only where the course does', async () => {
    const { ask } = await setUp();
    const record = (by: string, body: object) =>
      ask<TrainingRecord>('post', '/training', by, body);
    const awareness = { courseId: 'awareness', completedOn: '2026-02-01' };
    expect((await record(READER, awareness)).body.status).toBe('confirmed');
    // Not even of who runs the programme.
    const captains = await record(CAPTAIN, claim);
    expect(captains.body.status).toBe('claimed');
    const path = `/training/${captains.body.id}/confirm`;
    expect((await ask('post', path, CAPTAIN)).status).toBe(403);
    const others = { ...claim, userRef: 'User:default/Ana' };
    expect((await record(READER, others)).status).toBe(403);
    expect((await record(CAPTAIN, others)).body).toMatchObject({
      status: 'confirmed',
      recordedBy: CAPTAIN,
    });
    expect((await record('external:lms', claim)).status).toBe(403);
    const imported = await record('external:lms', {
      ...claim,
      userRef: READER,
    });
    expect(imported.body.status).toBe('confirmed');
    expect(imported.body.recordedBy).toBeUndefined();
  });

  it('refuses what cannot be', async () => {
    const { ask, database } = await setUp();
    for (const wrong of [
      { courseId: 'juggling' },
      { completedOn: '2099-01-01' },
      { completedOn: '2026-02-30' },
      { evidenceUrl: 'ftp://files.example.com/certificate' },
      { level: 3 },
    ]) {
      const { status } = await ask('post', '/training', READER, {
        ...claim,
        ...wrong,
      });
      expect([wrong, status]).toEqual([wrong, 400]);
    }
    const unknown = { ...claim, userRef: 'user:default/nobody' };
    expect((await ask('post', '/training', CAPTAIN, unknown)).status).toBe(400);
    expect(await database('training_records')).toEqual([]);
    expect((await ask('post', '/training/none/confirm', CAPTAIN)).status).toBe(
      404,
    );
  });

  it('tells of who may be ready once a record counts', async () => {
    const { database } = await setUp();
    const ready: number[][] = [];
    const allow = async (requests: unknown[]) =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW }) as const);
    const service = new TrainingService({
      database,
      auth: mockServices.auth(),
      config: mockServices.rootConfig({
        data: { permission: { enabled: true } },
      }),
      logger: mockServices.logger.mock(),
      permissions: mockServices.permissions.mock({ authorize: allow }),
      userInfo: mockServices.userInfo.mock(),
      entities: {
        get: async refs => new Map(refs.map(ref => [ref, {} as EntityRow])),
      },
      people: new PeopleStore(),
      programme: {
        current: () => ({
          settings: DEFAULT_SETTINGS,
          loadedAt: '',
          faults: [],
        }),
      },
      training: new TrainingStore(),
      activateReady: async ids => {
        ready.push(ids);
        throw new Error('not now');
      },
      clock: () => new Date(),
    });
    const { id: record } = await service.record(
      mockCredentials.user(READER),
      claim,
    );
    expect(ready).toEqual([]);
    const captain = mockCredentials.user(CAPTAIN);
    await service.confirm(captain, record);
    await service.confirm(captain, record);
    const person = await database('people').where('user_ref', READER).first();
    expect(ready).toEqual([[person.id]]);
  });
});
