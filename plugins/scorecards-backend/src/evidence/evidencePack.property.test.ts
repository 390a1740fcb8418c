import {
  mockCredentials,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';
import fc from 'fast-check';
import { Knex } from 'knex';
import {
  evaluateTest,
  pick,
  randomOf,
  randomScorecards,
  TEST_OUTCOMES,
} from '../__testUtils__/ledgerScorecards';
import { planChanges } from '../evaluation/planChanges';
import { LedgerOutcome } from '../ledger/outcomeCodes';
import { ResolvedScorecard } from '../ledger/types';
import { migrate } from '../migrate';
import { DefinitionLibrary } from '../service/DefinitionLibrary';
import {
  EvidencePackService,
  EvidencePackServiceOptions,
} from '../service/EvidencePackService';
import { DefinitionStore } from '../store/DefinitionStore';
import { DirtyStore } from '../store/DirtyStore';
import { EvidenceStore } from '../store/EvidenceStore';
import { PlacementStore } from '../store/PlacementStore';
import { ResultStore } from '../store/ResultStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const SYSTEM = 'system:default/s';
const COMPONENTS = ['component:default/a', 'component:default/b'];
const START = 1_000_000;
const END = START + 1_000;

const TABLES = [
  'check_standings',
  'check_history',
  'entity_scores',
  'entity_score_history',
];

function rowOf(entityRef: string, at: number, partOf: string[]): EntityRow {
  const [kind, name] = entityRef.split(':default/');
  return {
    entityRef,
    kind,
    namespace: 'default',
    name,
    annotations: { 'synchrony.io/criticality': 'tier-1' },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/g' },
      ...partOf.map(targetRef => ({ type: 'partOf', targetRef })),
    ],
    asOf: new Date(at).toISOString(),
  };
}

/** What happens to an entity at a moment, and by then is evaluated. */
interface Happening {
  entityRef: string;
  at: number;
  kind: 'outcome' | 'version' | 'place' | 'removed';
  seed: number;
}

const happening: fc.Arbitrary<Happening> = fc.record({
  entityRef: fc.constantFrom(...COMPONENTS),
  at: fc.integer({ min: START, max: END }),
  kind: fc.constantFrom(
    'outcome' as const,
    'outcome' as const,
    'outcome' as const,
    'version' as const,
    'place' as const,
    'removed' as const,
  ),
  seed: fc.integer({ min: 1, max: 1_000_000 }),
});

/** Two components of a system, and all that happens to them. */
class World {
  readonly #results: ResultStore;
  readonly #placements: PlacementStore;
  readonly #scorecards: ResolvedScorecard[];
  readonly #outcomes = new Map<string, Map<string, LedgerOutcome>>();
  #version = 1;

  constructor(database: Knex, scorecards: ResolvedScorecard[]) {
    this.#results = new ResultStore(database, new DirtyStore(database));
    this.#placements = new PlacementStore(database);
    this.#scorecards = scorecards;
  }

  async take({ at, entityRef, kind, seed }: Happening): Promise<void> {
    const random = randomOf(seed);
    const current = this.#scorecards[this.#version - 1];
    const outcomes = this.#outcomes.get(entityRef) ?? new Map();
    this.#outcomes.set(entityRef, outcomes);
    const row = rowOf(entityRef, at, random() < 0.5 ? [SYSTEM] : []);
    const gone = { changed: [], removed: [entityRef] };
    switch (kind) {
      case 'outcome':
        outcomes.set(
          pick(current.checks, random).definition.id,
          pick(TEST_OUTCOMES, random),
        );
        break;
      case 'version':
        this.#version = Math.min(this.#scorecards.length, this.#version + 1);
        break;
      default:
        await this.#placements.apply(
          kind === 'removed' ? gone : { changed: [row], removed: [] },
          new Date(at),
        );
    }
    const evaluated = evaluateTest(
      this.#scorecards[this.#version - 1],
      outcomes,
      'tier-1',
    );
    evaluated.checks.forEach(check => {
      check.result = { ...check.result, reason: `As of ${at}.` };
    });
    await this.#results.write(
      planChanges(
        [
          {
            entityRef,
            at,
            entity: kind === 'removed' ? undefined : row,
            scorecards: kind === 'removed' ? [] : [evaluated],
          },
        ],
        await this.#results.current([entityRef]),
        new Date(at),
      ),
      [],
    );
  }

  async begin(): Promise<void> {
    const rows = [SYSTEM, ...COMPONENTS].map(ref =>
      rowOf(ref, START, ref === SYSTEM ? [] : [SYSTEM]),
    );
    await this.#placements.apply(
      { changed: rows, removed: [] },
      new Date(START),
    );
  }
}

const ALLOWED: Pick<
  EvidencePackServiceOptions,
  'access' | 'catalog' | 'entities' | 'permissions' | 'scorecards'
> = {
  access: {
    visible: async () => ({ kind: 'all' }),
    require: async () => {},
    can: async () => true,
  },
  catalog: {
    mode: async () => 'all',
    filter: async (_, refs) => new Set(refs),
  },
  entities: { get: async () => new Map() },
  permissions: {
    authorize: async () => [{ result: AuthorizeResult.ALLOW }],
    authorizeConditional: async () => [{ result: AuthorizeResult.ALLOW }],
  },
  scorecards: {
    requireScores: async () => {},
  } as unknown as EvidencePackServiceOptions['scorecards'],
};

async function setUp(databaseId: TestDatabaseId) {
  const database = await databases.init(databaseId);
  await migrate(database);
  const scorecards = randomScorecards(randomOf(7), 3);
  const definitions = new DefinitionStore(database);
  for (const { checks, definition } of scorecards) {
    const all = [definition, ...checks.map(check => check.definition)];
    for (const each of all) {
      await definitions.add(each, 'test', new Date(START));
    }
  }
  const packs = new EvidencePackService({
    ...ALLOWED,
    records: { read: async () => [] },
    evidence: new EvidenceStore(database),
    placements: new PlacementStore(database),
    library: new DefinitionLibrary(definitions),
    clock: () => new Date(END + 1),
  });
  return {
    world: async () => {
      for (const table of [...TABLES, 'entity_views', 'entity_placements']) {
        await database(table).delete();
      }
      const world = new World(database, scorecards);
      await world.begin();
      return world;
    },
    draw: (time: number) =>
      packs.pack(mockCredentials.user(), SYSTEM, new Date(time)),
  };
}

describe.each(databases.eachSupportedId())(
  'an evidence pack on %s',
  databaseId => {
    it('is unchanged by anything that happens after its time', async () => {
      const { draw, world } = await setUp(databaseId);
      await fc.assert(
        fc.asyncProperty(
          fc.array(happening, { minLength: 4, maxLength: 14 }),
          fc.integer({ min: START, max: END }),
          async (happenings, time) => {
            const here = await world();
            // Within each part they arrive in any order, as evidence does.
            for (const each of happenings.filter(({ at }) => at <= time)) {
              await here.take(each);
            }
            const before = await draw(time);
            for (const each of happenings.filter(({ at }) => at > time)) {
              await here.take(each);
            }
            const after = await draw(time);
            expect(after.json).toBe(before.json);
            expect(after.sha256).toBe(before.sha256);
          },
        ),
        { numRuns: databaseId === 'SQLITE_3' ? 40 : 10 },
      );
    });
  },
);
