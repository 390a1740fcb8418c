import { mockServices } from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import {
  AssignmentStatus,
  ChampionContact,
  EntityCoverage,
} from '@synchrony/backstage-plugin-champions-common';
import { ChampionRoleSource } from './ChampionRoleSource';

const AMARA = 'user:default/amara';
const LEDGER = 'component:default/ledger';
const CARDS = 'component:default/cards';

function contact(userRef: string, status: AssignmentStatus): ChampionContact {
  return {
    assignmentId: userRef,
    userRef,
    role: 'primary',
    status,
    specialisms: [],
  };
}

function coverage(
  entityRef: string,
  primary?: ChampionContact,
  deputies: ChampionContact[] = [],
): EntityCoverage {
  return {
    entityRef,
    state: 'covered',
    reasons: [],
    isInherited: false,
    primary,
    deputies,
  };
}

function setUp(answer: () => Promise<EntityCoverage[]>) {
  const logger = mockServices.logger.mock();
  const source = new ChampionRoleSource({
    logger,
    champions: {
      resolveChampions: async () => ({
        items: await answer(),
        asOf: '2026-11-26T12:00:00Z',
      }),
    },
  });
  return { logger, source };
}

describe('ChampionRoleSource', () => {
  it('counts champions and deputies who act, also while they step down', async () => {
    const { source } = setUp(async () => [
      coverage(LEDGER, contact(AMARA, 'stepping_down'), [
        contact('user:default/bo', 'active'),
        contact('user:default/new', 'onboarding'),
      ]),
      coverage(CARDS, contact('user:default/bo', 'active')),
    ]);
    const refs = [LEDGER, CARDS, 'component:default/unknown'];
    expect(await source.entitiesOf(AMARA, refs)).toEqual(new Set([LEDGER]));
    expect(await source.entitiesOf('user:default/new', refs)).toEqual(
      new Set(),
    );
    expect(await source.holdersOf(refs)).toEqual(
      new Map([
        [LEDGER, new Set([AMARA, 'user:default/bo'])],
        [CARDS, new Set(['user:default/bo'])],
      ]),
    );
  });

  it('knows that nobody is champion without the plugin', async () => {
    const { logger, source } = setUp(async () => {
      throw await ResponseError.fromResponse(
        Response.json({}, { status: 404 }) as Response & { ok: false },
      );
    });
    expect(await source.holdersOf([LEDGER])).toEqual(new Map());
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('does not know while champions fails, and gives nobody the role', async () => {
    const { source } = setUp(async () => {
      throw new TypeError('fetch failed');
    });
    expect(await source.holdersOf([LEDGER])).toBeUndefined();
    expect(await source.entitiesOf(AMARA, [LEDGER])).toEqual(new Set());
  });
});
