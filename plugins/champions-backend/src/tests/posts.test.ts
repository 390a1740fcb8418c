import { TestDatabases } from '@backstage/backend-test-utils';
import { migrate } from '../migrate';
import { addAssignment, addPeople, addScopes } from './__testUtils__/rows';
import {
  person,
  SERVICE,
  startChampions,
} from './__testUtils__/startChampions';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const API = 'component:default/api';
const WEB = 'component:default/web';
const AUDITOR = person('user:default/auditor');

jest.setTimeout(60_000);

const at = (day: number) => Date.UTC(2026, 0, day);
const iso = (day: number) => new Date(at(day)).toISOString();

describe.each(databases.eachSupportedId())('posts of the past, %s', id => {
  it('tells who was in post at a moment, at the nearest scope', async () => {
    const database = await databases.init(id);
    await migrate(database);
    const [zed, ann, bo] = await addPeople(
      database,
      'user:default/zed',
      'user:default/ann',
      'user:default/bo',
    );
    await addScopes(
      database,
      API,
      API,
      'group:default/team',
      'group:default/all',
    );
    await addScopes(
      database,
      WEB,
      WEB,
      'group:default/team',
      'group:default/all',
    );
    await addAssignment(database, {
      id: 'far',
      person: zed,
      scope: 'group:default/all',
      steps: [
        ['nominated', at(1)],
        ['accepted', at(2)],
        ['active', at(3)],
      ],
    });
    await addAssignment(database, {
      id: 'near',
      person: ann,
      scope: API,
      actor: ann,
      steps: [
        ['nominated', at(1)],
        ['accepted', at(5)],
        ['active', at(6)],
        ['stepping_down', at(8)],
        ['lapsed', at(10)],
        ['active', at(12)],
        ['ended', at(20)],
      ],
      note: 'Ann was ill',
    });
    await addAssignment(database, {
      id: 'second',
      person: bo,
      scope: API,
      role: 'deputy',
      steps: [
        ['nominated', at(1)],
        ['accepted', at(6)],
        ['active', at(7)],
      ],
    });
    const test = await startChampions(database);
    const ask = async (day: number) => {
      const { body } = await test.described(
        'post',
        '/as-of',
        '/as-of',
        AUDITOR,
        {
          entityRefs: [API, WEB, 'component:default/unknown'],
          at: iso(day),
        },
      );
      return body.items.map(
        (item: Record<string, string>) =>
          `${item.entityRef.split('/')[1]} ${item.userRef.split('/')[1]} ${item.role} ${item.since.slice(8, 10)}`,
      );
    };
    const ofAll = ['api zed primary 03', 'web zed primary 03'];
    expect(await ask(2)).toEqual([]);
    expect(await ask(4)).toEqual(ofAll);
    expect(await ask(5)).toEqual(ofAll);
    expect((await ask(9)).sort()).toEqual([
      'api ann primary 06',
      'api bo deputy 07',
      'web zed primary 03',
    ]);
    expect((await ask(11)).sort()).toEqual([
      'api bo deputy 07',
      'web zed primary 03',
    ]);
    expect(await ask(13)).toContain('api ann primary 12');

    const records = await test.described(
      'post',
      '/evidence-records',
      '/evidence-records',
      AUDITOR,
      { entityRefs: [API], at: iso(9) },
    );
    expect(records.body).toMatchObject({
      withheld: false,
      records: [
        {
          kind: 'champion',
          id: 'near',
          title: 'user:default/ann',
          status: 'stepping_down',
          steps: [
            {},
            {},
            {},
            { what: 'stepping_down', by: 'user:default/ann' },
          ],
        },
        { id: 'second' },
      ],
    });
    expect(JSON.stringify(records.body)).not.toContain('ill');
    await test.stop();
  });

  it('is for nobody but services where the portal has no policy', async () => {
    const database = await databases.init(id);
    await migrate(database);
    const test = await startChampions(database, { hasPolicy: false });
    const body = { entityRefs: [API], at: iso(2) };
    for (const path of ['/as-of', '/evidence-records']) {
      expect((await test.call('post', path, AUDITOR, body)).status).toBe(403);
      expect((await test.call('post', path, SERVICE, body)).status).toBe(200);
    }
    await test.stop();
  });

  it('is for auditors, of what they see in the catalog', async () => {
    const database = await databases.init(id);
    await migrate(database);
    const [zed] = await addPeople(database, 'user:default/zed');
    await addScopes(database, API, API);
    await addAssignment(database, {
      id: 'post',
      person: zed,
      scope: API,
      steps: [['active', at(1)]],
    });
    const test = await startChampions(database);
    const body = { entityRefs: [API], at: iso(2) };
    for (const path of ['/as-of', '/evidence-records']) {
      test.denied.add('champions.audit.read');
      expect((await test.call('post', path, AUDITOR, body)).status).toBe(403);
      expect((await test.call('post', path, SERVICE, body)).status).toBe(403);
      test.denied.clear();
      expect((await test.call('post', path, SERVICE, body)).status).toBe(200);
      for (const wrong of [
        { ...body, at: '2999-01-01T00:00:00Z' },
        { ...body, at: 'yesterday' },
        { ...body, entityRefs: ['api'] },
        { ...body, entityRefs: [] },
      ]) {
        expect((await test.call('post', path, AUDITOR, wrong)).status).toBe(
          400,
        );
      }
      test.denied.add('catalog.entity.read');
      const hidden = await test.call('post', path, AUDITOR, body);
      expect(hidden.body.items ?? hidden.body.records).toEqual([]);
      test.denied.clear();
    }
    await test.stop();
  });
});
