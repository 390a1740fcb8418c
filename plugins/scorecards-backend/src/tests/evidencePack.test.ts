import { createHash } from 'node:crypto';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  EvidencePack,
  SealedEvidencePack,
} from '@synchrony/backstage-plugin-scorecards-common';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import { allScans } from '../__testUtils__/ingestionFacts';
import { component, group, setUpBackend } from '../__testUtils__/setUpBackend';
import { until } from '../__testUtils__/until';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const PATH = '/evidence/default/system/transfers';
const THEN = '2026-11-05T00:00:00Z';

function partOf(entity: Entity, targetRef: string): Entity {
  return {
    ...entity,
    relations: [...(entity.relations ?? []), { type: 'partOf', targetRef }],
  };
}

const ENTITIES: Entity[] = [
  group('payments'),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: {
      name: 'transfers',
      annotations: {
        'synchrony.io/important-business-service':
          'make-a-payment, pay-salaries',
      },
    },
    spec: { owner: 'payments' },
  },
  partOf(component('api'), 'system:default/transfers'),
  partOf(component('web', 'fraud'), 'system:default/transfers'),
  component('other'),
];

describe.each(databases.eachSupportedId())(
  'evidence packs on %s',
  databaseId => {
    async function setUp() {
      const backend = await setUpBackend(databases, databaseId, ENTITIES);
      const essentials = (name: string) =>
        until(async () => {
          const rows = await backend.database('entity_scores').where({
            scorecard_id: 'essentials',
            entity_ref: `component:default/${name}`,
          });
          return rows.at(0)?.level as string | undefined;
        });
      const levelIs = (name: string, level: string) =>
        until(async () => (await essentials(name)) === level);
      await levelIs('api', 'unrated');
      await levelIs('web', 'unrated');
      const overdue = allScans();
      overdue.overdue.sca.high = 2;
      overdue.waivers!.checks = {
        'build.deps-in-sla': Date.parse('2027-01-15T00:00:00Z'),
      };
      await backend.ingestion.publish('api', overdue, {
        observedAt: '2026-11-01T08:00:00.000Z',
      });
      await until(async () => (await essentials('api')) !== 'unrated');
      return { ...backend, levelIs };
    }

    async function draw(
      backend: Awaited<ReturnType<typeof setUp>>,
      path = PATH,
      at = THEN,
    ): Promise<EvidencePack> {
      const { body } = await backend.get<SealedEvidencePack>(
        `${path}?at=${encodeURIComponent(at)}`,
      );
      expectToMatchOpenApi('SealedEvidencePack', body);
      return body.pack;
    }

    it('holds what was recorded then, with the hash of its bytes', async () => {
      const backend = await setUp();
      const answer = await backend.download(`${PATH}?at=${THEN}`);
      const match = /^\{"pack":(.*),"sha256":"([0-9a-f]{64})"\}$/.exec(
        answer.text,
      );
      expect(match?.[2]).toBe(
        createHash('sha256').update(match![1]).digest('hex'),
      );
      expect(answer.headers['content-disposition']).toContain(
        'evidence-system-default-transfers-2026-11-05T00-00-00.000Z.json',
      );

      const pack = await draw(backend);
      expect(pack).toMatchObject({
        entityRef: 'system:default/transfers',
        at: '2026-11-05T00:00:00.000Z',
        importantBusinessServices: ['make-a-payment', 'pay-salaries'],
        isRecorded: true,
        isPartial: false,
      });
      expect(pack.entities.map(({ entityRef }) => entityRef)).toEqual([
        'component:default/api',
      ]);
      const [api] = pack.entities;
      expect(api).toMatchObject({
        ownerRefs: ['group:default/payments'],
        partOf: ['system:default/transfers'],
        placeRecordedAt: expect.any(String),
        tier: 'tier-1',
        redacted: false,
      });
      expect(api.overdue).toContainEqual({
        fact: 'ingestion.overdue.sca.high',
        title: 'Overdue sca findings, high',
        value: 2,
        asOf: '2026-11-01T08:00:00.000Z',
      });
      const essentials = api.standings.find(
        ({ scorecardId }) => scorecardId === 'essentials',
      );
      expect(
        essentials?.checks.find(({ id }) => id === 'build.deps-in-sla'),
      ).toMatchObject({
        outcome: 'waived',
        since: '2026-11-01T08:00:00.000Z',
        recordedAt: expect.any(String),
        reason: expect.stringContaining('Waived until 2027-01-15'),
        evidence: expect.any(Array),
      });
      expect(pack.scorecards.map(({ id }) => id)).toEqual([
        'essentials',
        'secure-delivery',
      ]);

      // What comes later changes nothing of it.
      await backend.ingestion.publish('api', allScans(), {
        observedAt: '2026-11-10T08:00:00.000Z',
      });
      await backend.levelIs('api', 'silver');
      expect((await backend.download(`${PATH}?at=${THEN}`)).text).toBe(
        answer.text,
      );
      const later = await draw(backend, PATH, '2026-11-11T00:00:00Z');
      expect(later.entities[0].standings[0].level).toBe('silver');
    });

    it('has the same hash at the foot of Markdown and CSV', async () => {
      const backend = await setUp();
      const { body } = await backend.get<SealedEvidencePack>(
        `${PATH}?at=${THEN}`,
      );
      const markdown = await backend.download(
        `${PATH}?at=${THEN}&format=markdown`,
      );
      expect(markdown.text).toMatch(
        /^# Evidence pack: system:default\/transfers/,
      );
      expect(markdown.text).toContain('## Waived checks');
      expect(markdown.text).toContain('## Not in this pack');
      expect(markdown.text.trimEnd().split('\n').at(-1)).toBe(
        `SHA-256 of the pack: ${body.sha256}`,
      );
      const csv = await backend.download(`${PATH}?at=${THEN}&format=csv`);
      const lines = csv.text.trimEnd().split('\r\n');
      expect(lines.at(-1)).toBe(`SHA-256 of the pack,${body.sha256}`);
      expect(lines).toHaveLength(
        2 +
          body.pack.entities.flatMap(({ standings }) =>
            standings.flatMap(({ checks }) => checks),
          ).length,
      );
      expect(backend.audited()).toContainEqual({
        eventId: 'evidence-pack',
        meta: {
          entityRef: 'system:default/transfers',
          at: THEN,
          format: 'csv',
        },
      });
    });

    it('holds records of other plugins, and is none without those', async () => {
      const backend = await setUp();
      const none = await draw(backend);
      expect(none).toMatchObject({
        records: [],
        sources: [{ source: 'ingestion', state: 'not_kept' }],
      });
      const record = (id: string) => ({
        kind: 'waiver',
        id,
        entityRef: 'component:default/api',
        title: 'Check <b>x</b>',
        status: 'active',
        details: [{ title: 'Reason', value: 'a | b' }],
        steps: [
          {
            at: '2026-11-01T00:00:00.000Z',
            what: 'approved',
            by: 'user:default/bob',
            as: 'appsec',
          },
        ],
      });
      const untold = await backend.download(
        `${PATH}?at=${THEN}&format=markdown`,
      );
      expect(untold.text).toMatch(/## Champions in post\s+Not known/);
      const { evidence } = backend.ingestion;
      evidence.status = 200;
      evidence.body = {
        records: [
          {
            ...record('post'),
            kind: 'champion',
            title: 'user:default/ann',
            status: 'stepping_down',
          },
        ],
        withheld: false,
      };
      const told = await backend.download(`${PATH}?at=${THEN}&format=markdown`);
      expect(told.text).toMatch(
        /## Champions in post[^#]*user:default\/ann \| stepping down[^#]*## Waivers and other records\s+None/,
      );
      evidence.body = { records: [record('b'), record('a')], withheld: true };
      const pack = await draw(backend);
      expect(pack.sources).toEqual([{ source: 'ingestion', state: 'partial' }]);
      expect(pack.records).toEqual([
        { ...record('a'), source: 'ingestion' },
        { ...record('b'), source: 'ingestion' },
      ]);
      const { text } = await backend.download(
        `${PATH}?at=${THEN}&format=markdown`,
      );
      expect(text).toContain('approved by user:default/bob as appsec');
      expect(text).toContain('a \\| b');
      expect(text).not.toContain('<b>');

      evidence.status = 403;
      expect((await draw(backend)).sources[0].state).toBe('withheld');
      evidence.status = 500;
      expect((await backend.get(`${PATH}?at=${THEN}`)).status).toBe(503);
    });

    it('shows components without a standing, and says when nothing is recorded', async () => {
      const backend = await setUp();
      const now = await draw(backend, PATH, new Date().toISOString());
      expect(now.entities.map(({ entityRef }) => entityRef)).toEqual([
        'component:default/api',
        'component:default/web',
      ]);
      const before = await draw(backend, PATH, '2020-01-01T00:00:00Z');
      expect(before).toMatchObject({ isRecorded: false, entities: [] });
      const one = await draw(backend, '/evidence/default/component/api');
      expect(one.entities).toHaveLength(1);
    });

    it('is for auditors, and holds no more than its reader may see', async () => {
      const backend = await setUp();
      backend.access.evidence = { claims: ['group:default/fraud'] };
      const now = new Date().toISOString();
      const [api, web] = (await draw(backend, PATH, now)).entities;
      expect([api.redacted, web.redacted]).toEqual([true, false]);
      expect(api.overdue).toEqual([]);
      for (const standing of api.standings) {
        expect(standing.since ?? standing.recordedAt).toBeUndefined();
        for (const check of standing.checks) {
          expect(
            check.reason ??
              check.evidence ??
              check.since ??
              check.unknownReason,
          ).toBeUndefined();
        }
      }
      expect(JSON.stringify(api)).not.toContain('2026-11-01');

      backend.access.catalog = 'some';
      backend.access.hidden = ['api'];
      const partial = await draw(backend, PATH, now);
      expect(partial.isPartial).toBe(true);
      expect(JSON.stringify(partial)).not.toContain('component:default/api');
      backend.access.hidden = ['transfers'];
      expect((await backend.get(`${PATH}?at=${THEN}`)).status).toBe(404);

      backend.access.denied = ['scorecards.audit.read'];
      expect((await backend.get(`${PATH}?at=${THEN}`)).status).toBe(403);
    });

    it('gives a token that may only audit no records of what is not open to it', async () => {
      const backend = await setUp();
      const { evidence } = backend.ingestion;
      evidence.status = 200;
      evidence.body = { records: [], withheld: false };
      const drawn = async () => {
        const { body } = await backend.get<SealedEvidencePack>(
          `${PATH}?at=${new Date().toISOString()}`,
          mockCredentials.service.header({
            onBehalfOf: mockCredentials.service('external:auditor'),
            targetPluginId: 'scorecards',
          }),
        );
        return body.pack.sources;
      };
      backend.access.evidence = 'none';
      expect(await drawn()).toEqual([
        { source: 'ingestion', state: 'withheld' },
      ]);
      expect(evidence.asked).toBeUndefined();

      backend.access.evidence = { claims: ['group:default/fraud'] };
      expect(await drawn()).toEqual([
        { source: 'ingestion', state: 'partial' },
      ]);
      expect(evidence.asked).toEqual(['component:default/web']);
    });

    it('names what is wrong with a request', async () => {
      const backend = await setUp();
      const status = async (path: string) => (await backend.get(path)).status;
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
      expect(await status(`${PATH}?at=${tomorrow}`)).toBe(400);
      expect(await status(`${PATH}?at=yesterday`)).toBe(400);
      expect(await status(PATH)).toBe(400);
      expect(await status(`${PATH}?at=${THEN}&format=pdf`)).toBe(400);
      expect(await status(`/evidence/default/group/payments?at=${THEN}`)).toBe(
        400,
      );
      expect(await status(`/evidence/default/system/none?at=${THEN}`)).toBe(
        404,
      );
    });
  },
);
