import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { MintedUploadToken } from '@synchrony/backstage-plugin-ingestion-common';
import { auditorDouble } from './__testUtils__/auditorDouble';
import { sarif } from './__testUtils__/sarif';
import {
  component,
  ENTITY_REF,
  startIngestion,
  StartOptions,
  TestIngestion,
} from './__testUtils__/startIngestion';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const REPORT = sarif([{ rule: 'sqli', path: 'src/a.ts', line: 3 }]);
const LEDGER = 'component:default/ledger';
const UNKNOWN = 'component:default/not-yet';
const USER = mockCredentials.user.header();
const DAY_MS = 24 * 60 * 60 * 1000;

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('upload tokens, %s', id => {
  const running: TestIngestion[] = [];

  afterEach(async () => {
    for (const ingestion of running.splice(0)) {
      await ingestion.stop();
    }
  });

  async function setUp(options: StartOptions = {}) {
    const database = await databases.init(id);
    const ingestion = await startIngestion(database, {
      entities: [
        component('payments-api'),
        component('ledger', { owner: 'group:default/ledger' }),
      ],
      ...options,
    });
    running.push(ingestion);
    const { api, send } = ingestion;
    const path = '/api/ingestion/upload-tokens';
    const tokens = {
      mint: (body: object = {}) =>
        api
          .post(path)
          .set('authorization', USER)
          .send({ name: 'CI', entityRefs: [ENTITY_REF], ...body }),
      list: (query: Record<string, string> = {}) =>
        api.get(path).query(query).set('authorization', USER),
      rotate: (tokenId: string) =>
        api.post(`${path}/${tokenId}/rotate`).set('authorization', USER),
      revoke: (tokenId: string) =>
        api.delete(`${path}/${tokenId}`).set('authorization', USER),
    };
    const minted = async (body: object = {}): Promise<MintedUploadToken> => {
      const response = await tokens.mint(body);
      expect(response.status).toBe(201);
      return response.body;
    };
    const sendWith = (token: string, entityRef = ENTITY_REF) =>
      send(REPORT, { entityRef }, { authorization: `Bearer ${token}` });
    const getWith = (token: string, route: string) =>
      api.get(`/api/ingestion${route}`).set('authorization', `Bearer ${token}`);
    return { ...ingestion, database, tokens, minted, sendWith, getWith };
  }

  it('asks the gate about its own entity only', async () => {
    const { api, minted, tokens } = await setUp();
    const { id: tokenId, token } = await minted();
    const ask = (entityRef: string) =>
      api
        .post('/api/ingestion/gate')
        .set('authorization', `Bearer ${token}`)
        .send({ entityRef });
    expect((await ask(ENTITY_REF)).body).toMatchObject({ verdict: 'warn' });
    expect((await ask(LEDGER)).status).toBe(403);
    await tokens.revoke(tokenId);
    expect((await ask(ENTITY_REF)).status).toBe(401);
    const anonymous = await api
      .post('/api/ingestion/gate')
      .set('authorization', mockCredentials.none.header())
      .send({ entityRef: ENTITY_REF });
    expect(anonymous.status).toBe(401);
  });

  it('sends reports and reads their receipts, and nothing else', async () => {
    const { getWith, minted, sendWith, submit } = await setUp();
    const { id: tokenId, token } = await minted();
    const sent = await sendWith(token);
    expect(sent.status).toBe(202);
    const receipt = await getWith(
      token,
      `/reports/${sent.body.reportId}?wait=30`,
    );
    expect(receipt.body).toMatchObject({
      status: 'processed',
      submitter: `upload-token:${tokenId}`,
      counts: { new: 1 },
    });
    const other = await submit(REPORT);
    expect((await getWith(token, `/reports/${other.reportId}`)).status).toBe(
      404,
    );
    for (const route of [
      '/reports',
      '/findings',
      '/upload-tokens',
      '/scorecard-facts',
      '/entities/default/component/payments-api/summary',
    ]) {
      expect({ route, status: (await getWith(token, route)).status }).toEqual({
        route,
        status: 401,
      });
    }
  });

  it('is refused for other entities, whether they exist or not', async () => {
    const { minted, sendWith } = await setUp();
    const { token } = await minted();
    for (const entityRef of [LEDGER, UNKNOWN]) {
      const response = await sendWith(token, entityRef);
      expect(response.status).toBe(403);
      expect(response.body.error.message).toContain(ENTITY_REF);
    }
  });

  it('is made by the owners of all its entities only', async () => {
    const { tokens } = await setUp();
    for (const entityRefs of [[LEDGER], [ENTITY_REF, LEDGER], [UNKNOWN]]) {
      expect((await tokens.mint({ entityRefs })).status).toBe(403);
    }
  });

  it.each([
    [{ name: '' }, 'body.name'],
    [{ entityRefs: [] }, 'body.entityRefs'],
    [{ entityRefs: ['payments'] }, 'body.entityRefs.0'],
    [{ expiresInDays: 366 }, 'body.expiresInDays'],
    [{ expiresInDays: 0 }, 'body.expiresInDays'],
    [{ colour: 'red' }, 'body.colour'],
  ])('names what is wrong of %p', async (body, path) => {
    const { tokens } = await setUp();
    const response = await tokens.mint(body);
    expect(response.status).toBe(400);
    expect(response.body.error.details).toEqual({ path });
  });

  it('keeps no secret, and lists none', async () => {
    const { database, minted, tokens } = await setUp();
    const { token, ...shown } = await minted();
    const secret = token.slice(-43);
    expect(JSON.stringify(await database('upload_tokens'))).not.toContain(
      secret,
    );
    const list = await tokens.list();
    expect(list.body).toMatchObject({ items: [shown], totalItems: 1 });
    expect(JSON.stringify(list.body)).not.toContain(secret);
  });

  it('says when it was used last, to the minute', async () => {
    const { database, minted, sendWith, tokens } = await setUp();
    const { token } = await minted();
    const lastUsed = async () =>
      Date.parse((await tokens.list()).body.items[0].lastUsedAt);
    await sendWith(token);
    const first = await lastUsed();
    expect(Math.abs(first - Date.now())).toBeLessThan(30_000);
    await sendWith(token);
    expect(await lastUsed()).toBe(first);
    const earlier = first - 61_000;
    await database('upload_tokens').update({ last_used_at: earlier });
    await sendWith(token);
    expect(await lastUsed()).toBeGreaterThan(earlier);
  });

  it('works for a day more after it was rotated', async () => {
    const { minted, sendWith, tokens } = await setUp();
    const old = await minted({ expiresInDays: 30 });
    const response = await tokens.rotate(old.id);
    expect(response.status).toBe(201);
    const { token, id: newId } = response.body;
    expect((await sendWith(token)).status).toBe(202);
    expect((await sendWith(old.token)).status).toBe(202);
    const { items } = (await tokens.list()).body;
    const [listed] = items.filter((item: { id: string }) => item.id === old.id);
    expect(listed).toMatchObject({ state: 'replaced', replacedBy: newId });
    const left = Date.parse(listed.expiresAt) - Date.now();
    expect(left).toBeLessThanOrEqual(DAY_MS);
    expect(left).toBeGreaterThan(DAY_MS - 60_000);
    expect((await tokens.rotate(old.id)).status).toBe(409);
  });

  it('is refused as soon as it is revoked', async () => {
    const { minted, sendWith, tokens } = await setUp();
    const { id: tokenId, token } = await minted();
    expect((await sendWith(token)).status).toBe(202);
    expect((await tokens.revoke(tokenId)).status).toBe(204);
    const refused = await sendWith(token);
    expect(refused.status).toBe(401);
    expect(refused.body.error.message).toBe('This upload token was revoked');
    expect((await tokens.rotate(tokenId)).status).toBe(409);
    expect((await tokens.revoke(tokenId)).status).toBe(204);
  });

  it('is refused when it expired', async () => {
    const { database, minted, sendWith } = await setUp();
    const { token } = await minted();
    await database('upload_tokens').update({ expires_at: Date.now() - 1 });
    expect((await sendWith(token)).status).toBe(401);
  });

  it('answers the same to a wrong secret and an unknown token', async () => {
    const { minted, sendWith, tokens } = await setUp();
    const { id: tokenId, token } = await minted();
    await tokens.revoke(tokenId);
    const answers = [];
    for (const wrong of [
      `${token.slice(0, -43)}${'A'.repeat(43)}`,
      `syn_${'0'.repeat(24)}_${'A'.repeat(43)}`,
      'syn_nonsense',
    ]) {
      const { body, status } = await sendWith(wrong);
      answers.push([status, body.error.name, body.error.message]);
    }
    expect(new Set(answers.map(answer => JSON.stringify(answer)))).toEqual(
      new Set([
        JSON.stringify([
          401,
          'AuthenticationError',
          'There is no such upload token',
        ]),
      ]),
    );
  });

  it('is hidden from those who do not own all its entities', async () => {
    let owned = ['group:default/payments', 'group:default/ledger'];
    const { minted, tokens } = await setUp({
      ownershipEntityRefs: () => owned,
    });
    const both = await minted({ entityRefs: [ENTITY_REF, LEDGER] });
    const single = await minted();
    owned = ['group:default/payments'];
    const { items } = (await tokens.list()).body;
    expect(items.map((item: { id: string }) => item.id)).toEqual([single.id]);
    expect((await tokens.revoke(both.id)).status).toBe(404);
    expect((await tokens.rotate(both.id)).status).toBe(404);
  });

  it('is listed in pages, each token once', async () => {
    const { minted, tokens } = await setUp();
    const made = [];
    for (const name of ['a', 'b', 'c']) {
      made.unshift((await minted({ name })).name);
    }
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await tokens.list({
        entityRef: ENTITY_REF,
        limit: '2',
        ...(cursor && { cursor }),
      });
      names.push(...body.items.map((item: { name: string }) => item.name));
      cursor = body.pageInfo.nextCursor;
    } while (cursor);
    expect(names.sort()).toEqual(made.sort());
  });

  it('tells the auditor what happens with tokens', async () => {
    const { events, factory } = auditorDouble();
    const { minted, sendWith, tokens } = await setUp({ services: [factory] });
    const { id: tokenId, token } = await minted();
    const { body } = await tokens.rotate(tokenId);
    await sendWith(body.token);
    await tokens.revoke(tokenId);
    await sendWith(token);
    expect(events).toEqual([
      expect.objectContaining({
        eventId: 'upload-token-mint',
        status: 'succeeded',
      }),
      {
        eventId: 'upload-token-rotate',
        status: 'succeeded',
        meta: { tokenId },
      },
      {
        eventId: 'report-submit',
        status: 'succeeded',
        meta: { entityRef: ENTITY_REF, submitter: `upload-token:${body.id}` },
      },
      {
        eventId: 'upload-token-revoke',
        status: 'succeeded',
        meta: { tokenId },
      },
      {
        eventId: 'upload-token-use',
        status: 'failed',
        meta: { tokenId, reason: 'revoked' },
      },
    ]);
  });
});
