import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { json, Router } from 'express';
import { syntheticOrganisation } from '../effect/__testUtils__/syntheticOrganisation';
import { migrate } from '../migrate';
import {
  addAssignment,
  addCoverage,
  addPeople,
  addScopes,
} from './__testUtils__/rows';
import { person, startChampions } from './__testUtils__/startChampions';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const LEADER = person('user:default/leader');
const PATH = '/programme/effect';
const DAY_MS = 24 * 60 * 60 * 1000;

jest.setTimeout(60_000);

const organisation = syntheticOrganisation(
  7,
  { logDays: -0.5, breaches: -0.2, recurrence: 0 },
  { withChampion: 12, without: 12 },
);
/** Its last day is yesterday. */
const shift = Math.floor(Date.now() / DAY_MS) - organisation.until;

/** Ingestion, as far as it tells how findings were mended. */
function fakeIngestion(asked: { entityRefs: string[]; from: string }[]) {
  return createBackendPlugin({
    pluginId: 'ingestion',
    register(env) {
      env.registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        async init({ httpRouter }) {
          httpRouter.use(
            Router().post(
              '/remediation',
              json({ limit: '6mb' }),
              (request, response) => {
                asked.push(request.body);
                response.json({
                  items: request.body.entityRefs.map((entityRef: string) => ({
                    entityRef,
                    open: 2,
                    days: organisation.teams[
                      Number(entityRef.split('-')[1])
                    ].days.map(({ day, ...counts }) => ({
                      day: new Date((day + shift) * DAY_MS)
                        .toISOString()
                        .slice(0, 10),
                      ...counts,
                    })),
                  })),
                });
              },
            ),
          );
        },
      });
    },
  });
}

describe.each(databases.eachSupportedId())('effect, %s', id => {
  it('compares teams by the days their champions began', async () => {
    const database = await databases.init(id);
    await migrate(database);
    for (const [index, { since }] of organisation.teams.entries()) {
      const owner = `group:default/team-${index}`;
      const entity = `component:default/of-${index}`;
      await addScopes(database, entity, entity, owner);
      await addScopes(database, owner, owner);
      await addCoverage(database, entity, since ? 'covered' : 'uncovered', {
        owner,
      });
      if (since !== undefined) {
        const [someone] = await addPeople(database, `user:default/u${index}`);
        const began = (since + shift) * DAY_MS + 1;
        await addAssignment(database, {
          id: `a${index}`,
          person: someone,
          scope: owner,
          steps: [
            ['accepted', began - 5],
            ['active', began],
            ['lapsed', began + 5],
            ['active', began + 9],
          ],
        });
      }
    }
    // A champion for a part only: the team belongs to neither side.
    const [someone] = await addPeople(database, 'user:default/part');
    await addAssignment(database, {
      id: 'part',
      person: someone,
      scope: 'component:default/of-23',
      role: 'deputy',
      steps: [['active', 5]],
    });
    const asked: { entityRefs: string[]; from: string }[] = [];
    const test = await startChampions(database, {
      features: [fakeIngestion(asked)],
    });
    const { body } = await test.described('get', PATH, PATH, LEADER);
    expect(body).toMatchObject({ windowDays: 90 });
    expect(body.method).toContain('46 findings of these teams are open');
    const [time, breaches] = body.estimates;
    expect(time).toMatchObject({
      isShown: true,
      metric: 'time_to_remediate',
      teamsWith: 12,
      teamsWithout: 11,
    });
    expect(time.high).toBeLessThan(1);
    expect(breaches.high).toBeLessThan(0);
    expect(JSON.stringify(body)).not.toMatch(/user:|group:|component:/);
    await test.call('get', PATH, LEADER);
    expect(asked).toHaveLength(1);
    expect(asked[0].entityRefs).toHaveLength(23);
    await test.stop();
  });

  it('is for those with the right, and says when findings are not known', async () => {
    const database = await databases.init(id);
    await migrate(database);
    await addScopes(database, 'component:default/a', 'component:default/a');
    await addCoverage(database, 'component:default/a', 'uncovered', {
      owner: 'group:default/a',
    });
    const test = await startChampions(database);
    test.denied.add('champions.effect.read');
    expect((await test.call('get', PATH, LEADER)).status).toBe(403);
    test.denied.clear();
    const { body } = await test.described('get', PATH, PATH, LEADER);
    expect(body.estimates[0]).toEqual({
      isShown: false,
      metric: 'time_to_remediate',
      because:
        'Nothing is known of findings: the plugin that keeps them is not installed.',
    });
    await test.stop();
  });
});
