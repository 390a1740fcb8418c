import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  CheckGaps,
  EntityScoresPage,
  EntityTrends,
} from '@synchrony/backstage-plugin-scorecards-common';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import { allScans } from '../__testUtils__/ingestionFacts';
import { component, group, setUpBackend } from '../__testUtils__/setUpBackend';
import { until } from '../__testUtils__/until';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const API = 'component:default/api';
const WEB = 'component:default/web';

describe.each(databases.eachSupportedId())('sets of entities on %s', id => {
  it('tells levels, trends and what fails', async () => {
    const backend = await setUpBackend(databases, id, [
      group('payments'),
      component('api'),
      component('web'),
      component('other'),
    ]);
    const secrets = allScans();
    secrets.open.secret.critical = 1;
    await backend.ingestion.publish('api', secrets);
    await until(
      async () =>
        (
          await backend.database('check_standings').where({
            check_id: 'code.no-live-secrets',
            outcome: 'fail',
          })
        ).length === 1,
    );
    const scores = await backend.send<EntityScoresPage>(
      'post',
      '/entities/query',
      {
        entityRefs: [API, WEB],
      },
    );
    expect(scores.body.items.map(({ entityRef }) => entityRef)).toEqual([
      API,
      WEB,
    ]);
    const since = new Date(Date.now() - 2 * 24 * 3600 * 1000).toISOString();
    const trends = await backend.send<EntityTrends>(
      'post',
      '/entities/trends',
      {
        entityRefs: [API],
        since,
      },
    );
    expectToMatchOpenApi('EntityTrends', trends.body);
    const [{ days, levelAtStart }] = trends.body.items;
    expect(levelAtStart).toBeUndefined();
    expect(days).toHaveLength(3);
    expect(days[0].scoreLow).toBeNull();
    expect(days[2].scoreLow).toEqual(expect.any(Number));
    expect(
      (
        await backend.send('post', '/entities/trends', {
          entityRefs: [API],
          since: '2020-01-01T00:00:00.000Z',
        })
      ).status,
    ).toBe(400);

    expect((await backend.get('/checks/gaps')).status).toBe(403);
    const gaps = await backend.get<CheckGaps>(
      '/checks/gaps',
      mockCredentials.service.header(),
    );
    expectToMatchOpenApi('CheckGaps', gaps.body);
    expect(
      gaps.body.items.find(({ checkId }) => checkId === 'code.no-live-secrets'),
    ).toMatchObject({ failing: [{ entityRef: API }] });

    const failures = ({ items }: CheckGaps) =>
      items.flatMap(({ checkId, failing }) =>
        failing.map(({ entityRef }) => `${entityRef} ${checkId}`),
      );
    expect(gaps.body.pageInfo).toEqual({});
    const found: string[] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const { body }: { body: CheckGaps } = await backend.get<CheckGaps>(
        `/checks/gaps?limit=2${cursor && `&cursor=${cursor}`}`,
        mockCredentials.service.header(),
      );
      found.push(...failures(body));
      cursor = body.pageInfo.nextCursor;
    }
    expect(new Set(found).size).toBe(found.length);
    expect(found.sort()).toEqual(failures(gaps.body).sort());
    expect(
      (
        await backend.get(
          '/checks/gaps?cursor=what',
          mockCredentials.service.header(),
        )
      ).status,
    ).toBe(400);
  });
});
