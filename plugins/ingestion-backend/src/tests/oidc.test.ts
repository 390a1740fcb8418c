import { createHmac } from 'node:crypto';
import { TestDatabases } from '@backstage/backend-test-utils';
import { JWTPayload } from 'jose';
import {
  AUDIENCE,
  commonClaims,
  IdTokenIssuer,
  nowInSeconds,
  startIdTokenIssuer,
} from './__testUtils__/idTokenIssuer';
import { sarif } from './__testUtils__/sarif';
import {
  component,
  ENTITY_REF,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const REPORT = sarif([{ rule: 'sqli', path: 'src/a.ts', line: 3 }]);
const LEDGER = 'component:default/ledger';
const UNKNOWN = 'component:default/not-yet';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('ID tokens, %s', id => {
  let github: IdTokenIssuer;
  let gitlab: IdTokenIssuer;
  let ingestion: TestIngestion;

  beforeAll(async () => {
    github = await startIdTokenIssuer();
    gitlab = await startIdTokenIssuer();
    ingestion = await startIngestion(await databases.init(id), {
      permissionEnabled: true,
      entities: [
        component('payments-api'),
        component('ledger'),
        component('cards', {
          annotations: {
            'backstage.io/source-location': `url:${gitlab.issuer.replace(
              'http:',
              'https:',
            )}/larkhill/cards/web/-/tree/main/`,
          },
        }),
      ],
      config: {
        oidc: [
          {
            issuer: github.issuer,
            audience: AUDIENCE,
            provider: 'github',
            bindings: [
              {
                owner: 'larkhill',
                repository: 'payments',
                repositoryId: '42',
                entities: [ENTITY_REF, UNKNOWN],
              },
              {
                owner: 'larkhill',
                repository: 'ledger',
                ref: 'refs/heads/main',
                entities: [LEDGER],
              },
            ],
          },
          {
            issuer: gitlab.issuer,
            audience: AUDIENCE,
            provider: 'gitlab',
            bindings: [{ owner: 'larkhill/cards', fromCatalog: true }],
          },
        ],
      },
    });
  });

  afterAll(async () => {
    await ingestion.stop();
    await Promise.all([github.stop(), gitlab.stop()]);
  });

  const claims = (changes: JWTPayload = {}): JWTPayload => ({
    ...commonClaims(github.issuer),
    sub: 'repo:larkhill/payments:ref:refs/heads/main',
    repository: 'larkhill/payments',
    repository_owner: 'larkhill',
    repository_id: '42',
    repository_owner_id: '7',
    ref: 'refs/heads/main',
    ...changes,
  });

  const exchange = (token: string, entityRef = ENTITY_REF) =>
    ingestion.api
      .post('/api/ingestion/oidc/exchange')
      .send({ token, entityRef });

  const sendWith = (token: string, entityRef: string) =>
    ingestion.send(REPORT, { entityRef }, { authorization: `Bearer ${token}` });

  it('name the issuers and bindings to who runs ingestion, with their last exchange', async () => {
    expect((await exchange(await github.sign(claims()))).status).toBe(200);
    const answer = await ingestion.get('/oidc/issuers');
    expect(answer.body.items).toEqual([
      {
        issuer: github.issuer,
        audience: AUDIENCE,
        provider: 'github',
        bindings: [
          {
            claims: { repository: 'larkhill/payments', repository_id: '42' },
            entityRefs: [ENTITY_REF, UNKNOWN],
            fromCatalog: false,
          },
          {
            claims: { repository: 'larkhill/ledger', ref: 'refs/heads/main' },
            entityRefs: [LEDGER],
            fromCatalog: false,
          },
        ],
        lastExchangeAt: expect.any(String),
      },
      {
        issuer: gitlab.issuer,
        audience: AUDIENCE,
        provider: 'gitlab',
        bindings: [
          {
            claims: { namespace_path: 'larkhill/cards' },
            entityRefs: [],
            fromCatalog: true,
          },
        ],
      },
    ]);
  });

  it('are exchanged for upload tokens of one entity', async () => {
    const exchanged = await exchange(await github.sign(claims()));
    expect(exchanged.status).toBe(200);
    const { entityRef, expiresAt, token } = exchanged.body;
    expect(entityRef).toBe(ENTITY_REF);
    const minutes = (Date.parse(expiresAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(14);
    expect(minutes).toBeLessThanOrEqual(15);
    const sent = await sendWith(token, ENTITY_REF);
    expect(sent.status).toBe(202);
    const receipt = await ingestion.api
      .get(`/api/ingestion/reports/${sent.body.reportId}`)
      .query({ wait: '30' })
      .set('authorization', `Bearer ${token}`);
    expect(receipt.body.status).toBe('processed');
    for (const other of [LEDGER, UNKNOWN]) {
      expect((await sendWith(token, other)).status).toBe(403);
    }
  });

  it('are exchanged when the issuer signs with ES256', async () => {
    const exchanged = await exchange(await github.signEc(claims()));
    expect(exchanged.status).toBe(200);
  });

  it('may speak for an entity that does not exist yet', async () => {
    const exchanged = await exchange(await github.sign(claims()), UNKNOWN);
    const sent = await sendWith(exchanged.body.token, UNKNOWN);
    expect(sent.body.status).toBe('quarantined');
  });

  it('are exchanged once, also by many at the same time', async () => {
    const token = await github.sign(claims());
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => exchange(token)),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 401, 401, 401, 401]);
    const again = await exchange(token);
    expect(again.status).toBe(401);
    expect(again.body.error.message).toContain('exchanged before');
  });

  it('are not used up by what was refused', async () => {
    const token = await github.sign(claims());
    expect((await exchange(token, LEDGER)).status).toBe(403);
    expect((await exchange(token)).status).toBe(200);
  });

  it('are refused for entities of others, with what is allowed', async () => {
    const response = await exchange(await github.sign(claims()), LEDGER);
    expect(response.status).toBe(403);
    expect(response.body.error.message).toContain(ENTITY_REF);
  });

  it.each<[string, JWTPayload]>([
    ['another owner', { repository_owner: 'mallory' }],
    ['another repository', { repository: 'larkhill/payments2' }],
    ['a fork', { repository: 'mallory/payments', repository_owner: 'mallory' }],
    ['a reused name', { repository_id: '43' }],
    ['no id', { repository_id: undefined }],
    ['other letters', { repository: 'Larkhill/payments' }],
    ['a longer path', { repository: 'larkhill/payments/x' }],
    ['no repository', { repository: undefined }],
  ])('are refused from %s, whatever sub says', async (_, changes) => {
    const response = await exchange(await github.sign(claims(changes)));
    expect([401, 403]).toContain(response.status);
  });

  it('are refused from a ref that is not bound', async () => {
    const ledger = { repository: 'larkhill/ledger', repository_id: '43' };
    const main = await github.sign(claims(ledger));
    expect((await exchange(main, LEDGER)).status).toBe(200);
    const branch = await github.sign(
      claims({ ...ledger, ref: 'refs/heads/main2' }),
    );
    expect((await exchange(branch, LEDGER)).status).toBe(403);
  });

  it.each<[string, () => JWTPayload]>([
    ['another audience', () => ({ aud: 'other' })],
    ['another issuer', () => ({ iss: 'https://issuer.example' })],
    ['the other issuer', () => ({ iss: gitlab.issuer })],
    ['no issuer', () => ({ iss: undefined })],
    ['an end 61 seconds ago', () => ({ exp: nowInSeconds() - 61 })],
    ['a beginning in 2 minutes', () => ({ nbf: nowInSeconds() + 120 })],
    ['an issue in 2 minutes', () => ({ iat: nowInSeconds() + 120 })],
    ['no end', () => ({ exp: undefined })],
    ['no issue', () => ({ iat: undefined })],
    ['no jti', () => ({ jti: undefined })],
  ])('are refused with %s', async (_, changes) => {
    const response = await exchange(await github.sign(claims(changes())));
    expect(response.status).toBe(401);
    expect(response.body.error.name).toBe('AuthenticationError');
  });

  it('may be off by less than a minute', async () => {
    const token = await github.sign(
      claims({ exp: nowInSeconds() - 40, iat: nowInSeconds() + 40 }),
    );
    expect((await exchange(token)).status).toBe(200);
  });

  it('are refused unless the issuer signed them as agreed', async () => {
    const encode = (value: object) =>
      Buffer.from(JSON.stringify(value)).toString('base64url');
    const payload = encode(claims());
    const none = `${encode({ alg: 'none' })}.${payload}.`;
    const head = `${encode({ alg: 'HS256', kid: 'rsa' })}.${payload}`;
    const mac = createHmac('sha256', github.publicKeyText)
      .update(head)
      .digest('base64url');
    const [header, , signature] = (await github.sign(claims())).split('.');
    for (const token of [
      none,
      `${head}.${mac}`,
      await github.signForged(claims()),
      await github.signPs(claims()),
      await gitlab.sign(claims()),
      `${header}.${payload}.${signature}`,
      'x.y.z',
      '',
    ]) {
      expect((await exchange(token)).status).toBe(401);
    }
  });

  it('of GitLab speak for what the catalog says is in the project', async () => {
    const project = (path: string) =>
      gitlab.sign({
        ...commonClaims(gitlab.issuer),
        project_path: path,
        namespace_path: 'larkhill/cards',
        ref: 'main',
        ref_type: 'branch',
      });
    const cards = 'component:default/cards';
    const exchanged = await exchange(
      await project('larkhill/cards/web'),
      cards,
    );
    expect(exchanged.status).toBe(200);
    expect((await sendWith(exchanged.body.token, cards)).status).toBe(202);
    for (const [path, entityRef] of [
      ['larkhill/cards/web2', cards],
      ['larkhill/cards/web', ENTITY_REF],
      ['larkhill/cards/web', UNKNOWN],
    ]) {
      const response = await exchange(await project(path), entityRef);
      expect(response.status).toBe(403);
    }
  });

  it('wait for an issuer whose keys cannot be read', async () => {
    const fresh = await startIdTokenIssuer();
    fresh.state.away = true;
    const other = await startIngestion(await databases.init(id), {
      config: {
        oidc: [
          {
            issuer: fresh.issuer,
            audience: AUDIENCE,
            provider: 'github',
            bindings: [
              {
                owner: 'larkhill',
                repository: 'payments',
                entities: [ENTITY_REF],
              },
            ],
          },
        ],
      },
    });
    const token = await fresh.sign(claims({ iss: fresh.issuer }));
    const send = () =>
      other.api
        .post('/api/ingestion/oidc/exchange')
        .send({ token, entityRef: ENTITY_REF });
    expect((await send()).status).toBe(503);
    fresh.state.away = false;
    expect((await send()).status).toBe(200);
    await other.stop();
    await fresh.stop();
  });
});
