import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { JWTPayload } from 'jose';
import {
  AUDIENCE,
  commonClaims,
  IdTokenIssuer,
  startIdTokenIssuer,
} from './__testUtils__/idTokenIssuer';
import { sarif } from './__testUtils__/sarif';
import {
  component,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const SOAK = process.env.SYNCHRONY_SOAK === '1';
const RUNS = SOAK ? 10_000 : 300;

jest.setTimeout(SOAK ? 60 * 60_000 : 120_000);

const REPORT = sarif([{ rule: 'sqli', path: 'src/a.ts', line: 3 }]);

/** Two teams, and what the good tokens of each say. */
const TEAMS = [
  {
    entityRef: 'component:default/payments-api',
    claims: {
      repository: 'larkhill/payments',
      repository_owner: 'larkhill',
      repository_id: '42',
      repository_owner_id: '7',
      ref: 'refs/heads/main',
    },
  },
  {
    entityRef: 'component:default/ledger',
    claims: {
      repository: 'bank/ledger',
      repository_owner: 'bank',
      repository_id: '43',
      repository_owner_id: '8',
      ref: 'refs/heads/main',
    },
  },
];

const NAMES = Object.keys(
  TEAMS[0].claims,
) as (keyof (typeof TEAMS)[0]['claims'])[];
const GOOD = TEAMS.flatMap(({ claims }) => Object.values(claims));

const value = fc.oneof(
  fc.constantFrom(...GOOD),
  fc.constantFrom(...GOOD).map(text => text.toLocaleUpperCase('en-US')),
  fc
    .tuple(
      fc.constantFrom(...GOOD),
      fc.constantFrom('/', ' ', '\0', '/..', '%2f', ':', '*', '2'),
      fc.boolean(),
    )
    .map(([text, extra, before]) => (before ? extra + text : text + extra)),
  fc.constantFrom('larkhill/ledger', 'bank/payments', 'mallory/payments'),
  fc.constantFrom(...GOOD).map(text => [text]),
  fc.constantFrom(42, 43, 7, null, undefined, '', true, {}),
);

const attempt = fc.record({
  team: fc.constantFrom(...TEAMS),
  target: fc.constantFrom(...TEAMS),
  changes: fc.array(fc.tuple(fc.constantFrom(...NAMES), value), {
    maxLength: 3,
  }),
  sub: fc.constantFrom(
    'repo:larkhill/payments:ref:refs/heads/main',
    'repo:bank/ledger:ref:refs/heads/main',
  ),
});

describe.each(databases.eachSupportedId())('claims of ID tokens, %s', id => {
  let issuer: IdTokenIssuer;
  let ingestion: TestIngestion;

  beforeAll(async () => {
    issuer = await startIdTokenIssuer();
    ingestion = await startIngestion(await databases.init(id), {
      entities: [component('payments-api'), component('ledger')],
      config: {
        oidc: [
          {
            issuer: issuer.issuer,
            audience: AUDIENCE,
            provider: 'github',
            bindings: TEAMS.map(({ claims, entityRef }) => ({
              owner: claims.repository_owner,
              repository: claims.repository.split('/')[1],
              ownerId: claims.repository_owner_id,
              repositoryId: claims.repository_id,
              ref: claims.ref,
              entities: [entityRef],
            })),
          },
        ],
      },
    });
  });

  afterAll(async () => {
    await ingestion.stop();
    await issuer.stop();
  });

  it('write no entity but that of the claims', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(attempt, async ({ changes, sub, target, team }) => {
        const claims: JWTPayload = {
          ...commonClaims(issuer.issuer),
          ...team.claims,
          ...Object.fromEntries(changes),
          sub,
        };
        const good = NAMES.every(
          // GitHub writes ids as text; a number is the same id.
          name => String(claims[name]) === target.claims[name],
        );
        const response = await ingestion.api
          .post('/api/ingestion/oidc/exchange')
          .send({
            token: await issuer.signEc(claims),
            entityRef: target.entityRef,
          });
        expect([200, 401, 403]).toContain(response.status);
        if (response.status !== 200) {
          return;
        }
        accepted += 1;
        expect({ claims, good }).toEqual({ claims, good: true });
        for (const { entityRef } of TEAMS) {
          const sent = await ingestion.send(
            REPORT,
            { entityRef },
            { authorization: `Bearer ${response.body.token}` },
          );
          expect(sent.status).toBe(entityRef === target.entityRef ? 202 : 403);
        }
      }),
      { numRuns: RUNS },
    );
    expect(accepted).toBeGreaterThan(0);
  });
});
