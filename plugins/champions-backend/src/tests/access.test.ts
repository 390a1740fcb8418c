import { TestDatabases } from '@backstage/backend-test-utils';
import {
  CAPTAIN,
  component,
  group,
  putAssignment,
  READER,
  setUpProgramme,
  user,
} from '../__testUtils__/setUpProgramme';
import { openApiDocument } from '../openapi';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const API = 'component:default/cards-api';
const CARDS = 'group:default/cards';
const ANA = '/people/default/ana';
const AT = { at: '2026-10-01T00:00:00Z', entityRefs: [API] };
const VERSION = { version: 1 };
const MEETING = {
  title: 'Champions meeting',
  startsAt: new Date(Date.now() + 10 * 24 * 60 * 60_000).toISOString(),
  minutes: 45,
};

type Method = 'get' | 'post' | 'put' | 'delete';

/** What somebody is answered who may do nothing, may read, or is captain. */
interface Route {
  method: Method;
  path: string;
  /** The path as it is described. */
  of?: string;
  body?: object;
  nothing: number;
  reader: number;
  captain: number;
}

const route = (
  method: Method,
  path: string,
  [nothing, reader, captain]: [number, number, number],
  more: Pick<Route, 'body' | 'of'> = {},
): Route => ({ method, path, nothing, reader, captain, ...more });

const ASSIGNMENT = '/assignments/{id}';
const PERSON = '/people/{namespace}/{name}';
const BRIEF = '/briefs/{namespace}/{kind}/{name}/{month}';

/**
 * Every route, by domain.md 7.2 in its order: what a person may not do is 403,
 * what a person may not know of is not there.
 */
const ROUTES: Route[] = [
  route('get', '/assignments', [403, 200, 200]),
  route('post', '/assignments', [403, 403, 201], {
    body: { userRef: 'user:default/ben', scopeRef: CARDS, role: 'deputy' },
  }),
  // Nominated by somebody else: who may not know of it does not find it.
  route('get', '/assignments/a1', [403, 404, 200], { of: ASSIGNMENT }),
  route('post', '/assignments/a1/actions', [403, 404, 403], {
    of: `${ASSIGNMENT}/actions`,
    body: { action: 'accept', ...VERSION },
  }),
  route('post', '/assignments/import', [403, 403, 200], {
    body: {
      items: [
        {
          userRef: 'user:default/ben',
          scopeRef: 'group:default/rails',
          role: 'primary',
          capacityPct: 10,
          acceptedAt: '2026-02-03T00:00:00Z',
          consentRecord: 'Mail of 3 February',
        },
      ],
    },
  }),
  route('post', '/resolve', [403, 200, 200], { body: { entityRefs: [API] } }),
  route(
    'get',
    '/entities/default/component/cards-api/champions',
    [403, 200, 200],
    {
      of: '/entities/{namespace}/{kind}/{name}/champions',
    },
  ),
  route('get', '/relations', [403, 403, 200]),
  route('get', ANA, [403, 200, 200], { of: PERSON }),
  route('get', `${ANA}/entities`, [403, 403, 403], {
    of: `${PERSON}/entities`,
  }),
  route('get', '/me', [403, 200, 200]),
  route('get', '/desk', [403, 200, 200]),
  route('get', '/briefs/default/group/cards/2026-10', [403, 403, 200], {
    of: BRIEF,
  }),
  route('put', '/briefs/default/group/cards/2026-10', [403, 403, 200], {
    of: BRIEF,
    body: { text: 'All is well', version: 0 },
  }),
  route('delete', '/briefs/default/group/cards/2026-10', [403, 403, 204], {
    of: BRIEF,
  }),
  route('get', '/questions?role=asked', [403, 200, 200], { of: '/questions' }),
  route('post', '/questions', [403, 201, 201], {
    body: { entityRef: API, subject: { kind: 'entity' }, text: 'How do I?' },
  }),
  route('post', '/questions/q1/answer', [403, 404, 404], {
    of: '/questions/{id}/answer',
    body: { answer: 'So', ...VERSION },
  }),
  route('post', '/questions/q1/withdraw', [403, 404, 404], {
    of: '/questions/{id}/withdraw',
    body: VERSION,
  }),
  route('get', '/calendar', [403, 200, 200]),
  route('post', '/calendar', [403, 201, 201]),
  route('delete', '/calendar', [403, 204, 204]),
  route('get', '/meetings', [403, 200, 200]),
  route('post', '/meetings', [403, 403, 201], { body: MEETING }),
  route('put', '/meetings/m1', [403, 403, 404], {
    of: '/meetings/{id}',
    body: { ...MEETING, ...VERSION },
  }),
  route('post', '/meetings/m1/cancel', [403, 403, 404], {
    of: '/meetings/{id}/cancel',
    body: VERSION,
  }),
  route('get', '/programme', [403, 200, 200]),
  route('get', '/programme/coverage', [403, 200, 200]),
  route('get', '/programme/pipeline', [403, 200, 200]),
  route('get', '/programme/vacancies', [403, 200, 200]),
  route('get', '/programme/people', [403, 403, 200]),
  route('get', '/programme/settings', [403, 200, 200]),
  route('get', '/programme/effect', [403, 403, 403]),
  route('post', '/training', [403, 403, 201], {
    body: {
      userRef: 'user:default/ana',
      courseId: 'awareness',
      completedOn: '2026-10-01',
    },
  }),
  route('post', '/training/t1/confirm', [403, 403, 404], {
    of: '/training/{id}/confirm',
  }),
  route('delete', '/training/t1', [403, 404, 404], { of: '/training/{id}' }),
  route('put', '/volunteers/me', [403, 200, 200], {
    body: {
      specialisms: [],
      capacityPct: 10,
      scopeRefs: [],
      willing: ['deputy'],
      visibility: 'captains',
    },
  }),
  route('delete', '/volunteers/me', [403, 204, 204]),
  route('get', `${ANA}/export`, [403, 403, 403], { of: `${PERSON}/export` }),
  route('get', `${ANA}/erasure`, [403, 403, 403], { of: `${PERSON}/erasure` }),
  route('post', `${ANA}/erasure`, [403, 403, 403], { of: `${PERSON}/erasure` }),
  route('post', '/as-of', [403, 403, 403], { body: AT }),
  route('post', '/evidence-records', [403, 403, 403], { body: AT }),
  route('get', '/search-documents', [403, 403, 403]),
];

/** Known to who has the address of a feed; see the tests of the calendar. */
const WITHOUT_SIGNING_IN = ['get /calendar/feed/{token}.ics'];

const BY_POLICY = [
  'champions.audit.read',
  'champions.effect.read',
  'champions.privacy.erase',
];

describe.each(databases.eachSupportedId())('who may what on %s', id => {
  it('is said of every route', () => {
    const described = Object.entries(openApiDocument.paths).flatMap(
      ([path, methods]) =>
        Object.keys(methods).map(method => `${method} ${path}`),
    );
    expect(
      [
        ...ROUTES.map(({ method, of, path }) => `${method} ${of ?? path}`),
        ...WITHOUT_SIGNING_IN,
      ].sort(),
    ).toEqual(described.sort());
  });

  it.each([
    ['nothing', READER, ['champions.champion.read', ...BY_POLICY]],
    ['reader', READER, ['champions.champion.nominate', ...BY_POLICY]],
    ['captain', CAPTAIN, BY_POLICY],
  ] as const)('holds for who is allowed: %s', async (who, by, denied) => {
    const { access, ask, database } = await setUpProgramme(databases, id, [
      group('cards'),
      group('rails'),
      component('cards-api', 'cards'),
      user('ana', 'cards'),
      user('ben', 'rails'),
      user('rob'),
      user('cap'),
    ]);
    access.denied = [...denied];
    await putAssignment(database, {
      id: 'a1',
      user: 'ana',
      scope: CARDS,
      status: 'nominated',
      nominator: 'user:default/nina',
    });
    const found: Record<string, number> = {};
    for (const { body, method, path } of ROUTES) {
      const { status } = await ask(method, path, by, body);
      found[`${method} ${path}`] = status;
    }
    expect(found).toEqual(
      Object.fromEntries(
        ROUTES.map(each => [`${each.method} ${each.path}`, each[who]]),
      ),
    );
  });
});
