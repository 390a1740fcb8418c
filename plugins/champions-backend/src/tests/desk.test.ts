import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { Desk, TeamBrief } from '@synchrony/backstage-plugin-champions-common';
import { Attention } from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import {
  ANN,
  assign,
  BOB,
  CAP,
  DEV,
  LEDGER,
  PAY_API,
  PAYMENTS,
  place,
  startDesk,
  TestDesk,
} from '../__testUtils__/startDesk';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const LEAD = 'user:default/lead';
const MONTH = new Date().toISOString().slice(0, 7);
const BRIEF = `/briefs/default/group/payments/${MONTH}`;
const complete = <T>(items: T[]) => ({
  state: 'complete' as const,
  entities: 2,
  items,
  count: items.length,
  isLowerBound: false,
});
const ATTENTION: Attention = {
  asOf: '2026-11-26T12:00:00.000Z',
  critical: complete([
    {
      id: 'f1',
      entityRef: PAY_API,
      title: 'Remote code execution',
      type: 'sca',
      severity: 'critical',
      isKev: true,
      firstSeenAt: '2026-11-20T12:00:00.000Z',
    },
  ]),
  due: complete([]),
  waivers: { state: 'forbidden' },
  evidence: complete([
    {
      entityRef: LEDGER,
      controls: [{ controlType: 'sast', state: 'stale' }],
    },
  ]),
};
const row = (entityRef: string, more: object) => ({
  entityRef,
  scorecardId: 'essentials',
  level: 'bronze',
  waivers: 0,
  computedAt: '2026-11-26T12:00:00.000Z',
  ...more,
});
const SCORES = {
  items: [
    row(PAY_API, { nextLevel: 'silver', planSteps: 3 }),
    row(LEDGER, { nextLevel: 'silver', planSteps: 5 }),
  ],
  totalItems: 2,
  levels: {},
  pageInfo: {},
};
const OPEN_ACTIONS = {
  items: [
    {
      id: 'act',
      reviewId: 'r',
      reviewTitle: 'November review',
      entityRef: LEDGER,
      kind: 'action',
      text: 'Switch the scanner on again',
      dueDate: '2020-01-01',
      version: 1,
      createdBy: DEV,
      createdAt: '2019-12-01T12:00:00.000Z',
      steps: [],
      mayEdit: false,
    },
  ],
  count: 1,
};
const FIGURES = {
  state: 'complete',
  asOf: '2026-11-26T12:00:00.000Z',
  entities: 2,
  new: 11,
  fixed: 14,
  overdue: 0,
  acceptedRisk: 1,
};

describe.each(databases.eachSupportedId())('the desk, %s', id => {
  let database: Knex;
  let test: TestDesk;

  const start = async (options: Parameters<typeof startDesk>[1] = {}) => {
    database = await databases.init(id);
    test = await startDesk(database, {
      ingestion: {
        '/attention': { status: 200, body: ATTENTION },
        '/figures': { status: 200, body: FIGURES },
      },
      scorecards: {
        '/entities/query': { status: 200, body: SCORES },
        '/reviews/open-actions': { status: 200, body: OPEN_ACTIONS },
      },
      ...options,
    });
    await place(database, {
      [PAY_API]: [PAY_API, PAYMENTS],
      [LEDGER]: [LEDGER, PAYMENTS],
      [PAYMENTS]: [PAYMENTS],
    });
    await database('coverage')
      .whereIn('entity_ref', [PAY_API, LEDGER, PAYMENTS])
      .delete();
    await database('coverage').insert(
      [PAY_API, LEDGER, PAYMENTS].map(entity_ref => ({
        entity_ref,
        state: 'covered_thin',
        reasons: '["no_deputy"]',
        is_declared_only: false,
        kind: entity_ref.split(':')[0],
        tier: entity_ref === PAY_API ? 'tier-1' : null,
        is_production: true,
        since: 1,
      })),
    );
  };
  afterEach(() => test.stop());

  async function desk(who: string): Promise<Desk> {
    const { body, status } = await test.call(who, 'get', '/desk');
    expect(status).toBe(200);
    expectToMatchOpenApi('Desk', body);
    return body;
  }

  it('has what needs the champion, asked as the champion', async () => {
    await start();
    await assign(database, ANN, PAYMENTS);
    const answer = await desk(ANN);
    expect(answer).toMatchObject({
      components: 2,
      scopes: [
        {
          assignment: {
            scopeRef: PAYMENTS,
            userRef: ANN,
            actions: expect.arrayContaining(['announceStepDown', 'withdraw']),
          },
          coverage: 'covered_thin',
          components: 2,
          tier1: 1,
          levels: { bronze: 2 },
        },
      ],
      items: [
        { id: 'finding:f1', urgency: 'now' },
        { id: 'action:act', urgency: 'now' },
        { id: `evidence:${LEDGER}`, urgency: 'later' },
      ],
    });
    expect(
      answer.sections.map(({ section, state }) => `${section} ${state}`),
    ).toEqual([
      'critical complete',
      'due complete',
      'waivers forbidden',
      'evidence complete',
      'reviews complete',
      'questions complete',
    ]);
    expect(test.asked.ingestion).toEqual([
      {
        path: '/attention',
        body: { entityRefs: [LEDGER, PAY_API] },
        user: ANN,
      },
    ]);
  });

  it('stands without the plugins that do not answer', async () => {
    await start({ ingestion: {}, scorecards: {} });
    await assign(database, ANN, PAYMENTS);
    const answer = await desk(ANN);
    expect(
      answer.sections.filter(each => each.state === 'missing'),
    ).toHaveLength(5);
    expect(answer.items).toEqual([]);
    expect(answer.scopes[0].levels).toBeUndefined();
  });

  it('leaves out what is nearer to another, what is hidden and what was not accepted', async () => {
    await start();
    await assign(database, ANN, PAYMENTS);
    await assign(database, BOB, LEDGER);
    await assign(database, DEV, PAYMENTS, {
      status: 'nominated',
      role: 'deputy',
    });
    expect(await desk(ANN)).toMatchObject({ components: 1 });
    await database('assignments')
      .where({ scope_ref: LEDGER })
      .update({ status: 'lapsed' });
    expect(await desk(ANN)).toMatchObject({ components: 2 });
    expect(await desk(DEV)).toMatchObject({
      components: 0,
      items: [],
      scopes: [{ assignment: { status: 'nominated' }, components: 2 }],
    });
    test.access.hidden = ['pay-api', 'ledger'];
    expect(await desk(ANN)).toMatchObject({ components: 0, items: [] });
    expect(await desk('user:default/nobody')).toMatchObject({ scopes: [] });
  });

  it('is for people who may know of champions', async () => {
    await start();
    test.access.read = false;
    for (const [method, path, body] of [
      ['get', '/desk'],
      ['get', BRIEF],
      ['put', BRIEF, { text: 'x', version: 0 }],
      ['delete', BRIEF],
      ['get', '/questions?role=asked'],
      ['post', '/questions/x/answer', { answer: 'x', version: 1 }],
      ['post', '/questions/x/withdraw', { version: 1 }],
      [
        'post',
        '/questions',
        { entityRef: PAY_API, subject: { kind: 'entity' }, text: 'How?' },
      ],
      ['get', '/calendar'],
      ['post', '/calendar'],
      ['delete', '/calendar'],
    ] as ['get' | 'put' | 'post' | 'delete', string, object?][]) {
      const { status } = await test.call(ANN, method, path, body);
      expect(`${method} ${path} ${status}`).toBe(`${method} ${path} 403`);
      const machine = await test.api[method](`/api/champions${path}`)
        .set('authorization', mockCredentials.service.header())
        .send(body);
      expect(machine.status).toBe(403);
      const nobody = await test.api[method](`/api/champions${path}`)
        .set('authorization', mockCredentials.none.header())
        .send(body);
      expect(nobody.status).toBe(401);
    }
  });

  async function brief(who: string): Promise<TeamBrief> {
    const { body, status } = await test.call(who, 'get', BRIEF);
    expect(status).toBe(200);
    expectToMatchOpenApi('TeamBrief', body);
    return body;
  }

  it('drafts a brief, keeps what is written and goes back to the draft', async () => {
    await start();
    await assign(database, ANN, PAYMENTS);
    const draft = await brief(ANN);
    expect(draft).toMatchObject({
      figures: {
        new: 11,
        fixed: 14,
        overdue: 0,
        acceptedRisk: 1,
        components: 2,
        nextLevel: { entityRef: PAY_API, level: 'silver', steps: 3 },
      },
      isEdited: false,
      version: 0,
      mayEdit: true,
    });
    expect(draft.text).toContain('Team payments');
    const write = (who: string, text: string, version: number) =>
      test.call(who, 'put', BRIEF, { text, version });
    expect((await write(ANN, 'Mine', 0)).body).toMatchObject({
      text: 'Mine',
      isEdited: true,
      editedBy: ANN,
      version: 1,
    });
    expect((await write(CAP, 'Too late', 0)).status).toBe(409);
    expect((await write(CAP, 'Ours', 1)).body).toMatchObject({
      text: 'Ours',
      editedBy: CAP,
    });
    expect((await brief(LEAD)).text).toBe('Ours');
    expect((await test.call(ANN, 'delete', BRIEF)).status).toBe(204);
    expect(await brief(ANN)).toMatchObject({ isEdited: false, version: 0 });
  });

  it('says of a number that it is not known', async () => {
    await start({
      ingestion: {
        '/figures': { status: 200, body: { ...FIGURES, entities: 1 } },
      },
      scorecards: {},
    });
    await assign(database, ANN, PAYMENTS);
    const { figures, text } = await brief(ANN);
    expect(figures).toEqual({ components: 2 });
    expect(text).toContain('Overdue now: not known');
  });

  it('shows a brief to those of its scope only', async () => {
    await start();
    await assign(database, ANN, PAYMENTS, { status: 'onboarding' });
    const status = async (who: string, path = BRIEF) =>
      (await test.call(who, 'get', path)).status;
    expect(await status(ANN)).toBe(403);
    expect(await status(DEV)).toBe(403);
    expect(
      (await test.call(DEV, 'put', BRIEF, { text: 'x', version: 0 })).status,
    ).toBe(403);
    expect((await test.call(DEV, 'delete', BRIEF)).status).toBe(403);
    await database('assignments').update({ status: 'stepping_down' });
    expect(await status(ANN)).toBe(200);
    expect(await status(LEAD)).toBe(200);
    test.access.leads = [DEV];
    expect(await status(DEV)).toBe(200);
    expect(await status(CAP, `/briefs/default/group/none/${MONTH}`)).toBe(404);
    expect(await status(CAP, `/briefs/default/user/ann/${MONTH}`)).toBe(404);
    expect(await status(CAP, '/briefs/default/group/payments/2999-01')).toBe(
      400,
    );
    test.access.hidden = ['payments'];
    expect(await status(CAP)).toBe(404);
  });
});
