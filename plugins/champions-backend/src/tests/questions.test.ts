import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  Question,
  QuestionsPage,
} from '@synchrony/backstage-plugin-champions-common';
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
import { createContext } from '../createContext';
import { createDesk } from '../createDesk';
import { migrate } from '../migrate';
import { until } from '../__testUtils__/until';
import { DEFAULT_SETTINGS } from '../programme/defaultSettings';
import { QuestionStore } from '../store/desk/QuestionStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const TEXT = 'How do I rotate the leaked key?';

describe.each(databases.eachSupportedId())('questions, %s', id => {
  let database: Knex;
  let test: TestDesk;

  beforeEach(async () => {
    database = await databases.init(id);
    test = await startDesk(database);
    await place(database, {
      [PAY_API]: [PAY_API, PAYMENTS],
      [LEDGER]: [LEDGER, PAYMENTS],
    });
    await assign(database, ANN, PAYMENTS);
    await assign(database, BOB, PAYMENTS, {
      role: 'deputy',
      specialisms: ['supply-chain'],
    });
  });
  afterEach(() => test.stop());

  async function ask(
    who: string,
    subject: object = { kind: 'entity' },
    entityRef = PAY_API,
  ): Promise<Question> {
    const { body, status } = await test.call(who, 'post', '/questions', {
      entityRef,
      subject,
      text: TEXT,
    });
    expect(status).toBe(201);
    expectToMatchOpenApi('Question', body);
    return body;
  }

  async function list(who: string, query: string): Promise<QuestionsPage> {
    const { body } = await test.call(who, 'get', `/questions?${query}`);
    expectToMatchOpenApi('QuestionsPage', body);
    return body;
  }

  it('go to who is strong in it, and the answer comes back', async () => {
    const question = await ask(DEV, {
      kind: 'finding',
      id: 'the-finding',
      area: 'sca',
    });
    expect(question).toMatchObject({
      routedTo: BOB,
      routedBecause: `Deputy of ${PAYMENTS}, and strong in: Supply chain`,
      status: 'open',
      askedBy: DEV,
    });
    expect((await list(BOB, 'role=routed')).items).toEqual([question]);
    expect((await list(ANN, 'role=routed')).items).toEqual([]);
    const { body: desk } = await test.call(BOB, 'get', '/desk');
    expect(desk.items).toMatchObject([{ id: `question:${question.id}` }]);

    const answer = (who: string, version: number) =>
      test.call(who, 'post', `/questions/${question.id}/answer`, {
        answer: 'With the vault, like this',
        version,
      });
    expect((await answer(ANN, 1)).status).toBe(404);
    expect((await answer(CAP, 1)).status).toBe(404);
    expect((await answer(DEV, 1)).status).toBe(403);
    expect((await answer(BOB, 7)).status).toBe(409);
    const answered = await answer(BOB, 1);
    expect(answered.status).toBe(200);
    expectToMatchOpenApi('Question', answered.body);
    expect((await answer(BOB, 2)).status).toBe(409);
    expect((await list(DEV, 'role=asked')).items).toMatchObject([
      { status: 'answered', answer: 'With the vault, like this' },
    ]);

    expect(test.told().map(({ to }) => to)).toEqual([BOB, DEV]);
    for (const { text } of test.told()) {
      expect(text).not.toMatch(/leaked|vault|the-finding/);
    }
  });

  it('are withdrawn by who asked', async () => {
    const question = await ask(DEV);
    expect(question.routedTo).toBe(ANN);
    const withdraw = (who: string) =>
      test.call(who, 'post', `/questions/${question.id}/withdraw`, {
        version: 1,
      });
    expect((await withdraw(ANN)).status).toBe(403);
    expect((await withdraw(BOB)).status).toBe(404);
    expect((await withdraw(DEV)).body).toMatchObject({ status: 'withdrawn' });
    expect((await withdraw(DEV)).status).toBe(409);
  });

  it('go to the captains where nobody is left, and only they answer', async () => {
    await database('assignments').update({ status: 'lapsed' });
    const question = await ask(DEV);
    expect(question.routedTo).toBe(DEFAULT_SETTINGS.captains);
    expect((await list(CAP, 'role=routed')).items).toHaveLength(1);
    expect((await list(ANN, 'role=routed')).items).toEqual([]);
    const { body } = await test.call(
      CAP,
      'post',
      `/questions/${question.id}/answer`,
      { answer: 'So', version: 1 },
    );
    expect(body).toMatchObject({ status: 'answered' });
  });

  it('say what is wrong with them, and nothing of what is hidden', async () => {
    for (const [wrong, expected] of [
      [{ subject: { kind: 'finding' } }, 400],
      [{ subject: { kind: 'entity', id: 'x' } }, 400],
      [{ subject: { kind: 'finding', id: 'SQL injection in pay' } }, 400],
      [{ text: ' ' }, 400],
      [{ entityRef: 'pay' }, 400],
      [{ entityRef: 'component:default/none' }, 404],
    ] as [object, number][]) {
      const { status } = await test.call(DEV, 'post', '/questions', {
        entityRef: PAY_API,
        subject: { kind: 'entity' },
        text: TEXT,
        ...wrong,
      });
      expect([wrong, status]).toEqual([wrong, expected]);
    }
    const question = await ask(DEV);
    test.access.hidden = ['pay-api'];
    const hidden = await test.call(DEV, 'post', '/questions', {
      entityRef: PAY_API,
      subject: { kind: 'entity' },
      text: TEXT,
    });
    expect(hidden.status).toBe(404);
    expect((await list(ANN, 'role=routed')).items).toEqual([]);
    const { status } = await test.call(
      ANN,
      'post',
      `/questions/${question.id}/answer`,
      { answer: 'So', version: 1 },
    );
    expect(status).toBe(404);
  });

  it('are listed page by page, the newest first', async () => {
    const asked = [];
    for (let index = 0; index < 3; index += 1) {
      asked.push((await ask(DEV)).id);
    }
    await database('questions').update({ asked_at: 1_000 });
    const first = await list(DEV, 'role=asked&limit=2');
    const second = await list(
      DEV,
      `role=asked&limit=2&cursor=${first.pageInfo.nextCursor}`,
    );
    const ids = [...first.items, ...second.items].map(item => item.id);
    expect(ids.toSorted()).toEqual(asked.toSorted());
    expect(second.pageInfo).toEqual({});
    const wrong = await test.call(DEV, 'get', '/questions?role=asked&cursor=x');
    expect(wrong.status).toBe(400);
  });

  it('are passed on when who was asked is no champion any more', async () => {
    const one = await ask(DEV);
    await ask(DEV, { kind: 'check', id: 'c', area: 'plan' }, LEDGER);
    const kept = await ask(DEV, { kind: 'finding', id: 'f', area: 'sca' });
    const done = await ask(DEV);
    await test.call(ANN, 'post', `/questions/${done.id}/answer`, {
      answer: 'So',
      version: 1,
    });
    const send = jest.fn(async (_options: unknown) => {});
    const context = await createContext({
      database,
      auditor: mockServices.auditor.mock(),
      auth: mockServices.auth(),
      catalog: catalogServiceMock(),
      config: mockServices.rootConfig(),
      discovery: mockServices.discovery(),
      httpAuth: mockServices.httpAuth(),
      logger: mockServices.logger.mock(),
      notifications: { send },
      permissions: mockServices.permissions(),
      urlReader: mockServices.urlReader.mock(),
      userInfo: mockServices.userInfo(),
    });
    createDesk(context, {
      rights: { leadsAmong: async () => new Set() },
      views: { of: async () => [] },
    });
    const change = () => context.scopeChanges.tell([PAYMENTS]);
    const questions = new QuestionStore(database);

    await change();
    expect(send).not.toHaveBeenCalled();
    const ann = await context.people.idOf(database, ANN);
    await database('assignments')
      .where({ person_id: ann })
      .update({ status: 'ended' });
    await change();
    expect(send.mock.calls).toMatchObject([
      [
        {
          recipients: { entityRef: BOB },
          payload: { title: '2 questions were passed on to you' },
        },
      ],
    ]);
    expect(await questions.get(one.id)).toMatchObject({
      routedBecause: `Deputy of ${PAYMENTS}`,
      version: 2,
    });
    expect(await questions.get(kept.id)).toMatchObject({ version: 1 });
    await database('assignments').update({ status: 'ended' });
    await change();
    expect(await questions.get(one.id)).toMatchObject({
      routedPersonId: undefined,
      routedGroup: DEFAULT_SETTINGS.captains,
    });
    expect(send).toHaveBeenCalledTimes(2);
  });
});

describe.each(databases.eachSupportedId())('the loop of questions, %s', id => {
  it('passes on what nobody was told of', async () => {
    const database = await databases.init(id);
    await migrate(database);
    await place(database, { [PAY_API]: [PAY_API, PAYMENTS] });
    await assign(database, ANN, PAYMENTS, { status: 'ended' });
    await assign(database, BOB, PAYMENTS);
    const people = await database('people').orderBy('id').pluck('id');
    await database('questions').insert({
      id: 'q',
      entity_ref: PAY_API,
      subject_kind: 'entity',
      text: TEXT,
      asked_at: 1,
      routed_person_id: people[0],
      routed_because: 'Champion',
      status: 'open',
      version: 1,
    });
    const test = await startDesk(database);
    await until(async () => test.told().length > 0);
    expect(test.told()).toMatchObject([{ to: BOB }]);
    await test.stop();
  });
});
