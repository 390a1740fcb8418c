import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AgendaPreview,
  EarlierActions,
  OpenReviewActions,
  ReviewDecision,
  ReviewDecisionInput,
  ReviewDecisions,
  ReviewItems,
  ScorecardReview,
  ScorecardReviewInput,
  ScorecardReviewsPage,
} from '@synchrony/backstage-plugin-scorecards-common';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import { allScans } from '../__testUtils__/ingestionFacts';
import { component, group, setUpBackend } from '../__testUtils__/setUpBackend';
import { until } from '../__testUtils__/until';
import { dateOf, DAY_MS, dayOf } from '../calendar/days';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const user = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name },
  spec: { memberOf: [] },
});

const ME = 'user:default/mock';
const OTHER = 'user:default/ola';
const ENTITIES = [
  {
    ...group('payments'),
    relations: [{ type: 'hasMember', targetRef: OTHER }],
  },
  group('fraud'),
  user('mock'),
  user('ola'),
  component('api'),
  component('web'),
  component('scoring', 'fraud'),
];
const TEXT = 'Switch the scanner on again.';

function inDays(days: number): string {
  return dateOf(dayOf(new Date()) + days * DAY_MS);
}

const refOf = (name: string) => `component:default/${name}`;
const input: ScorecardReviewInput = {
  title: 'November review',
  scorecardId: 'essentials',
  scope: {},
  facilitator: ME,
};
const note = { kind: 'note', text: TEXT } as const;
const action = {
  kind: 'action',
  text: TEXT,
  checkId: 'code.sast-active',
  ownerRef: OTHER,
  dueDate: inDays(7),
} as const;

type Failure = { error: { message: string } };

describe.each(databases.eachSupportedId())(
  'scorecard reviews on %s',
  databaseId => {
    async function setUp() {
      const backend = await setUpBackend(databases, databaseId, ENTITIES);
      await backend.ingestion.publish('api', allScans());
      await until(async () => {
        const rows = await backend
          .database('entity_scores')
          .where({ scorecard_id: 'essentials' });
        return rows.length === 3 && rows.some(row => row.level_rank > 1);
      });
      const create = async (change: Partial<ScorecardReviewInput> = {}) => {
        const { body } = await backend.send<ScorecardReview>(
          'post',
          '/reviews',
          { ...input, ...change },
        );
        return body;
      };
      const act = (id: string, name: string, by?: string) =>
        backend.send<ScorecardReview>(
          'post',
          `/reviews/${id}/actions`,
          { action: name },
          by,
        );
      const start = async (change: Partial<ScorecardReviewInput> = {}) => {
        const { id } = await create(change);
        return (await act(id, 'start')).body;
      };
      const record = (
        id: string,
        name: string,
        decision: ReviewDecisionInput,
        by?: string,
      ) =>
        backend.send<ReviewDecision & Failure>(
          'post',
          `/reviews/${id}/decisions`,
          { ...decision, entityRef: refOf(name) },
          by,
        );
      const items = async (id: string) =>
        (await backend.get<ReviewItems>(`/reviews/${id}/items`)).body.items;
      const decisions = async (id: string) =>
        (await backend.get<ReviewDecisions>(`/reviews/${id}/decisions`)).body
          .items;
      return { ...backend, act, create, decisions, items, record, start };
    }

    it('goes from plan to summary, and the next one shows what is open', async () => {
      const backend = await setUp();
      const planned = await backend.create({ plannedFor: inDays(1) });
      expectToMatchOpenApi('ScorecardReview', planned);
      expect(planned).toMatchObject({
        status: 'planned',
        actions: ['start', 'cancel'],
        mayEdit: true,
        mayRecord: false,
        isFacilitator: true,
      });
      const { body: preview } = await backend.send<AgendaPreview>(
        'post',
        '/reviews/preview',
        { scorecardId: 'essentials', scope: {} },
      );
      expectToMatchOpenApi('AgendaPreview', preview);
      expect(preview.items.map(({ entityRef }) => entityRef)).toEqual([
        refOf('scoring'),
        refOf('web'),
        refOf('api'),
      ]);
      const { id } = planned;
      expect((await backend.record(id, 'web', note)).status).toBe(404);
      const { body: running } = await backend.act(id, 'start');
      expect(running).toMatchObject({ status: 'running', mayRecord: true });
      const { body: agenda } = await backend.get<ReviewItems>(
        `/reviews/${id}/items`,
      );
      expectToMatchOpenApi('ReviewItems', agenda);
      expect(agenda.items[0]).toMatchObject({
        entityRef: refOf('scoring'),
        ownerRef: 'group:default/fraud',
        tier: 'tier-1',
        isDiscussed: false,
        redacted: false,
      });
      expect(agenda.items[0].then.failing).toContainEqual(
        expect.objectContaining({
          checkId: 'code.sast-active',
          outcome: 'unknown',
        }),
      );

      const { body: recorded, status } = await backend.record(
        id,
        'web',
        action,
      );
      expect(status).toBe(201);
      expectToMatchOpenApi('ReviewDecision', recorded);
      expect(recorded).toMatchObject({
        status: 'open',
        dueDate: action.dueDate,
        checkTitle: expect.any(String),
        mayEdit: true,
      });
      const waiver = {
        kind: 'waiver' as const,
        text: 'Until the new scanner is there.',
        checkId: 'code.sast-active',
        waiverId: 'b2c0a1de-0000-4000-8000-000000000000',
      };
      const { waivers } = backend.ingestion;
      // A 404 without an error in it: there is no such plugin.
      expect((await backend.record(id, 'web', waiver)).status).toBe(503);
      const of = (entityRef: string, checkIds: string[]) => ({
        target: { kind: 'check', entityRef, checkIds },
      });
      for (const [code, told] of [
        [404, { error: { name: 'NotFoundError', message: 'None' } }],
        [200, of(refOf('api'), ['code.sast-active'])],
        [200, of(refOf('web'), ['build.sca-active'])],
      ] as const) {
        Object.assign(waivers, { status: code, body: told });
        const refused = await backend.record(id, 'web', waiver);
        expect(refused.status).toBe(400);
        expect(refused.body.error.message).toContain('body.waiverId');
      }
      waivers.body = of(refOf('web'), ['code.sast-active']);
      expect((await backend.record(id, 'web', waiver)).status).toBe(201);
      await backend.send('put', `/reviews/${id}/discussed`, {
        entityRef: refOf('api'),
        isDiscussed: true,
      });
      expect(
        (await backend.items(id)).map(({ isDiscussed }) => isDiscussed),
      ).toEqual([false, true, true]);

      backend.notifications.send.mockClear();
      const { body: ended } = await backend.act(id, 'end');
      expect(ended).toMatchObject({ status: 'ended', actions: [] });
      expect(backend.notifications.send.mock.calls).toEqual([
        [
          {
            recipients: { type: 'entity', entityRef: [OTHER] },
            payload: expect.objectContaining({
              title: 'November review: 1 action is yours',
              description: `The first is due on ${action.dueDate}.`,
              scope: `scorecard-review:${id}`,
            }),
          },
        ],
      ]);
      expect(
        JSON.stringify(backend.notifications.send.mock.calls),
      ).not.toContain(TEXT);
      expect((await backend.record(id, 'web', note)).status).toBe(409);

      const next = await backend.start();
      const { body: read } = await backend.get<ScorecardReview>(
        `/reviews/${next.id}`,
      );
      expectToMatchOpenApi('ScorecardReview', read);
      expect(read.previous).toMatchObject({ id, title: input.title });
      const earlier = async () =>
        (await backend.get<EarlierActions>(`/reviews/${next.id}/open-actions`))
          .body;
      expectToMatchOpenApi('EarlierActions', await earlier());
      expect((await earlier()).items).toMatchObject([
        { id: recorded.id, reviewTitle: input.title, steps: ['complete'] },
      ]);
      const { body: done } = await backend.send<ReviewDecision>(
        'post',
        `/reviews/${id}/decisions/${recorded.id}/actions`,
        { action: 'complete' },
        OTHER,
      );
      expect(done).toMatchObject({
        status: 'done',
        doneBy: OTHER,
        steps: ['reopen'],
      });
      expect((await earlier()).items).toEqual([]);
      expect(backend.audited().map(({ eventId }) => eventId)).toEqual(
        expect.arrayContaining([
          'scorecard-review-create',
          'scorecard-review-action',
          'scorecard-review-decision-add',
          'scorecard-review-follow-up',
        ]),
      );
      const { body: page } =
        await backend.get<ScorecardReviewsPage>('/reviews?limit=1');
      expectToMatchOpenApi('ScorecardReviewsPage', page);
      expect(page.items.map(review => review.id)).toEqual([next.id]);
      const { body: second } = await backend.get<ScorecardReviewsPage>(
        `/reviews?limit=1&cursor=${page.pageInfo.nextCursor}`,
      );
      expect(second.items.map(review => review.id)).toEqual([id]);
    });

    it('changes and removes decisions while it runs, of one person at a time', async () => {
      const backend = await setUp();
      const { id } = await backend.start();
      const { body: first } = await backend.record(id, 'web', note);
      const path = `/reviews/${id}/decisions/${first.id}`;
      const { body: changed } = await backend.send<ReviewDecision>(
        'put',
        path,
        { ...action, version: 1 },
      );
      expect(changed).toMatchObject({
        kind: 'action',
        status: 'open',
        version: 2,
      });
      expect(
        (await backend.send('put', path, { ...note, version: 1 })).status,
      ).toBe(409);
      expect(await backend.remove(`${path}?version=1`)).toBe(409);
      expect(await backend.remove(`${path}?version=2`)).toBe(204);
      expect(await backend.decisions(id)).toEqual([]);
      const log = await backend
        .database('scorecard_review_log')
        .where({ review_id: id })
        .orderBy('at');
      expect(log.map(row => row.action).sort()).toEqual([
        'create',
        'decision.add',
        'decision.remove',
        'decision.update',
        'start',
      ]);
      expect(JSON.stringify(log)).not.toContain(TEXT);

      expect(
        (
          await backend.send('put', `/reviews/${id}`, {
            ...input,
            scope: { tiers: ['tier-1'] },
            version: 2,
          })
        ).status,
      ).toBe(409);
      const { body: renamed } = await backend.send<ScorecardReview>(
        'put',
        `/reviews/${id}`,
        { ...input, title: 'Renamed', participants: [OTHER], version: 2 },
      );
      expect(renamed).toMatchObject({ title: 'Renamed', version: 3 });
      expect((await backend.act(id, 'cancel')).body.status).toBe('cancelled');
      expect((await backend.act(id, 'start')).status).toBe(409);
    });

    it('refuses what makes no sense, what is late, and says where', async () => {
      const backend = await setUp();
      for (const [change, words] of [
        [{ scorecardId: 'none' }, 'scorecardId'],
        [{ facilitator: 'user:default/nobody' }, 'facilitator'],
        [{ facilitator: 'group:default/fraud' }, 'Name a user'],
        [
          { scope: { within: ['group:default/none'] } },
          'scope.within: There is no group:default/none',
        ],
        [{ scope: { within: ['component:default/api'] } }, 'Name a group'],
        [{ scope: { kinds: ['component'] } }, 'kinds'],
      ] as const) {
        const { body, status } = await backend.send<Failure>(
          'post',
          '/reviews',
          { ...input, ...change },
        );
        expect(status).toBe(400);
        expect(body.error.message).toContain(words);
      }
      const empty = await backend.create({ scope: { tiers: ['tier-9'] } });
      expect((await backend.act(empty.id, 'start')).status).toBe(409);

      const { id } = await backend.start({
        scope: { entities: [refOf('web')] },
      });
      for (const [decision, words] of [
        [{ ...action, ownerRef: 'user:default/nobody' }, 'ownerRef'],
        [{ ...action, dueDate: inDays(-1) }, 'dueDate'],
        [{ ...action, checkId: 'no.such' }, 'checkId'],
        [{ kind: 'action', text: TEXT }, 'dueDate'],
        [{ kind: 'waiver', text: TEXT }, 'waiverId'],
      ] as const) {
        const { body, status } = await backend.record(id, 'web', decision);
        expect(status).toBe(400);
        expect(body.error.message).toContain(words);
      }
      expect((await backend.record(id, 'api', note)).status).toBe(404);
      expect(await backend.decisions(id)).toEqual([]);

      // Decisions and the end race; what was taken before the end stays.
      const whole = await backend.start();
      const answers = await Promise.all([
        backend.act(whole.id, 'end'),
        ...['web', 'api', 'scoring'].map(name =>
          backend.record(whole.id, name, note),
        ),
      ]);
      const taken = answers.filter(({ status }) => status === 201).length;
      expect(
        answers.every(({ status }) => [200, 201, 409].includes(status)),
      ).toBe(true);
      expect(await backend.decisions(whole.id)).toHaveLength(taken);
    });

    it('lets the facilitator run it, and nobody else without the right', async () => {
      const backend = await setUp();
      const { id } = await backend.create({ facilitator: OTHER });
      backend.access.denied = ['scorecards.review.manage'];
      expect((await backend.send('post', '/reviews', input)).status).toBe(403);
      expect((await backend.act(id, 'start')).status).toBe(403);
      expect((await backend.act(id, 'start', OTHER)).body.status).toBe(
        'running',
      );
      expect((await backend.record(id, 'web', note)).status).toBe(403);
      expect((await backend.record(id, 'web', note, OTHER)).status).toBe(201);
      const shown = { entityRef: refOf('web') };
      expect(
        (await backend.send('put', `/reviews/${id}/position`, shown)).status,
      ).toBe(403);
      await backend.send('put', `/reviews/${id}/position`, shown, OTHER);
      const { body: followed } = await backend.get<ScorecardReview>(
        `/reviews/${id}`,
      );
      expect(followed).toMatchObject({
        currentRef: refOf('web'),
        actions: [],
        mayRecord: false,
        isFacilitator: false,
      });
      expect(followed).not.toHaveProperty('participants');
      expect(backend.signals.publish).toHaveBeenLastCalledWith({
        recipients: { type: 'broadcast' },
        channel: 'scorecards:reviews',
        message: { reviewId: id },
      });
      backend.access.denied = ['scorecards.review.read'];
      expect((await backend.get('/reviews')).status).toBe(403);
    });

    it('tells of what it left open, of many entities at once', async () => {
      const backend = await setUp();
      const { id } = await backend.start();
      const find = (names: string[]) =>
        backend.send<OpenReviewActions>('post', '/reviews/open-actions', {
          entityRefs: names.map(refOf),
        });
      const { body: recorded } = await backend.record(id, 'web', action, OTHER);
      await backend.record(id, 'scoring', { ...action, ownerRef: ME });
      expect((await find(['web'])).body).toEqual({ items: [], count: 0 });
      await backend.act(id, 'end');
      const { body } = await find(['web', 'api']);
      expectToMatchOpenApi('OpenReviewActions', body);
      expect(body).toMatchObject({
        count: 1,
        items: [{ id: recorded.id, reviewTitle: input.title, reviewId: id }],
      });
      expect((await find([])).status).toBe(400);
      backend.access.evidence = { claims: ['group:default/fraud'] };
      expect((await find(['web', 'scoring'])).body).toMatchObject({
        count: 1,
        items: [{ entityRef: refOf('scoring') }],
      });
      backend.access.denied = ['scorecards.review.read'];
      expect((await find(['web'])).status).toBe(403);
    });

    it('tells nobody of what they may not see', async () => {
      const backend = await setUp();
      const { id } = await backend.start({
        scope: { entities: ['api', 'web', 'scoring'].map(refOf) },
      });
      const { body: hidden } = await backend.record(id, 'web', action, OTHER);
      await backend.record(id, 'scoring', note, OTHER);
      await backend.send('put', `/reviews/${id}/position`, {
        entityRef: refOf('web'),
      });
      backend.access.evidence = { claims: ['group:default/fraud'] };
      expect(
        (await backend.decisions(id)).map(({ entityRef }) => entityRef),
      ).toEqual([refOf('scoring')]);
      expect(
        (await backend.items(id)).map(item => [item.entityRef, item.redacted]),
      ).toContainEqual([refOf('web'), true]);
      expect(
        (await backend.items(id))
          .flatMap(({ then }) => then.failing)
          .find(({ checkId }) => checkId === 'code.no-live-secrets'),
      ).toMatchObject({ outcome: 'fail', needsAttention: true });

      backend.access.catalog = 'some';
      backend.access.hidden = ['web', 'payments'];
      const answers = await Promise.all([
        ...['', '/items', '/decisions'].map(path =>
          backend.get(`/reviews/${id}${path}`),
        ),
        backend.get('/reviews'),
        backend.send('post', '/reviews/preview', {
          scorecardId: 'essentials',
          scope: {},
        }),
      ]);
      expect(JSON.stringify(answers)).not.toContain('default/web');
      expect(await backend.items(id)).toHaveLength(2);
      expect((await backend.record(id, 'web', note)).status).toBe(404);

      backend.access.catalog = 'all';
      backend.access.evidence = 'none';
      await backend.act(id, 'end');
      expect(await backend.decisions(id)).toEqual([]);
      const complete = (by?: string) =>
        backend.send<ReviewDecision>(
          'post',
          `/reviews/${id}/decisions/${hidden.id}/actions`,
          { action: 'complete' },
          by,
        );
      expect((await complete()).status).toBe(404);
      expect((await complete(OTHER)).body.status).toBe('done');
    });
  },
);
