import {
  mockCredentials,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  EARNED_LEVELS,
  STAGES,
  WEIGHTS,
  WeightWord,
} from '@synchrony/backstage-plugin-scorecards-common';
import { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';
import { pick, randomOf, testCheck } from '../__testUtils__/ledgerScorecards';
import { compileCheck, CATALOG_SOURCE } from '../definitions/compile';
import { compileScorecard } from '../definitions/compileScorecard';
import { ScorecardDefinition } from '../definitions/types';
import { catalogFactsSchema } from '../evaluation/catalogFacts';
import { evaluateAll, Ruleset } from '../evaluation/evaluateAll';
import { EvaluatedScorecard } from '../evaluation/evaluateScorecard';
import { planChanges } from '../evaluation/planChanges';
import { migrate } from '../migrate';
import { FactSchema } from '../rules/FactSchema';
import { RuleEnvironment } from '../rules/RuleEnvironment';
import { BlockingChecks } from '../service/BlockingChecks';
import { DefinitionLibrary } from '../service/DefinitionLibrary';
import { HistoryService } from '../service/HistoryService';
import { LedgerService } from '../service/LedgerService';
import { RollupService } from '../service/RollupService';
import { ScopeMembers } from '../service/ScopeMembers';
import { ScoreListService } from '../service/ScoreListService';
import {
  ScorecardsService,
  ScorecardsServiceOptions,
} from '../service/ScorecardsService';
import { DefinitionStore } from '../store/DefinitionStore';
import { DirtyStore } from '../store/DirtyStore';
import { HierarchyStore } from '../store/HierarchyStore';
import { HistoryStore } from '../store/HistoryStore';
import { LedgerStore } from '../store/LedgerStore';
import { ResultStore } from '../store/ResultStore';
import { RollupStore } from '../store/RollupStore';
import { ScoreListStore } from '../store/ScoreListStore';
import { SnapshotStore } from '../store/SnapshotStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const START = Date.parse('2026-11-01T08:00:00Z');
const HOUR_MS = 3_600_000;
const STEPS = 4;
const CHECKS = 7;

/** What is told of one check: an outcome, and what stands behind it. */
interface Told {
  outcome: 'pass' | 'fail' | 'unknown' | 'waived';
  /** Differs where nobody but insiders may notice. */
  detail: number;
}

type Facts = Told[];

const SOURCES = new Map([
  [CATALOG_SOURCE, new FactSchema(catalogFactsSchema)],
  [
    'ingestion',
    new FactSchema({
      type: 'object',
      properties: {
        ...Object.fromEntries(
          Array.from({ length: CHECKS }, (_, index) => [
            `c${index}`,
            { type: 'integer' },
          ]),
        ),
        waivers: {
          type: 'object',
          properties: { checks: { type: 'object' } },
        },
      },
    }),
  ],
]);

function rulesetOf(random: () => number, id: string): Ruleset {
  const environment = new RuleEnvironment(SOURCES);
  const checks = Array.from({ length: CHECKS }, (_, index) =>
    compileCheck(
      testCheck(`${id}.c${index}`, {
        stage: pick(STAGES, random),
        weight: pick(Object.keys(WEIGHTS) as WeightWord[], random),
        waivable: true,
        sensitive: random() < 0.5,
        unknownWhen: [
          {
            when: `ingestion.c${index} < 0`,
            reason: 'no_data',
            because: `Unknown {{ingestion.c${index}}}.`,
          },
        ],
        passWhen: `ingestion.c${index} < 100`,
        passBecause: `Passes by {{ingestion.c${index}}}.`,
        failBecause: `Fails by {{ingestion.c${index}}}.`,
      }),
      environment,
    ),
  );
  const definition: ScorecardDefinition = {
    kind: 'scorecard',
    id,
    version: 1,
    title: id,
    appliesTo: { kind: ['Component'] },
    targetByTier: {},
    checks: checks.map(({ definition: { id: checkId } }) => ({
      check: `${checkId}@1`,
      requiredFor: pick([...EARNED_LEVELS, undefined], random),
    })),
  };
  const scorecard = compileScorecard(
    definition,
    name => checks.find(check => `${check.definition.id}@1` === name),
    environment,
  );
  return { scorecards: [scorecard], sources: SOURCES };
}

/** Facts that make the checks of a ruleset come out so. */
function evaluate(
  ruleset: Ruleset,
  entity: EntityRow,
  facts: Facts,
  at: number,
): EvaluatedScorecard[] {
  const [{ checks }] = ruleset.scorecards;
  const starts = { pass: 0, fail: 100, waived: 100, unknown: -100 };
  const told = {
    ...Object.fromEntries(
      facts.map(({ detail, outcome }, index) => [
        `c${index}`,
        starts[outcome] + detail,
      ]),
    ),
    waivers: {
      checks: Object.fromEntries(
        facts.flatMap(({ detail, outcome }, index) =>
          outcome === 'waived'
            ? [[checks[index].check.definition.id, at + (1 + detail) * HOUR_MS]]
            : [],
        ),
      ),
    },
  };
  return evaluateAll(
    {
      entity,
      told: [
        {
          source: 'ingestion',
          entityRef: entity.entityRef,
          facts: told,
          stale: false,
        },
      ],
    },
    ruleset,
    new Date(at),
  );
}

function randomFacts(random: () => number): Facts {
  return Array.from({ length: CHECKS }, () => ({
    outcome: pick(['pass', 'pass', 'fail', 'waived', 'unknown'], random),
    detail: Math.floor(random() * 50),
  }));
}

/** Others that differ in what outsiders are not told. */
function disguised(ruleset: Ruleset, facts: Facts, random: () => number) {
  const [{ checks }] = ruleset.scorecards;
  return facts.map(({ outcome }, index): Told => {
    const isHidden =
      outcome !== 'pass' && checks[index].check.definition.sensitive;
    return {
      outcome: isHidden ? pick(['fail', 'waived', 'unknown'], random) : outcome,
      detail: Math.floor(random() * 50),
    };
  });
}

/** What is told on purpose, whoever looks (ADR 24). */
function disclosed([{ score, target }]: EvaluatedScorecard[]): string {
  return JSON.stringify([score.level, score.nextLevel, target]);
}

function entityOf(name: string): EntityRow {
  return {
    entityRef: `component:default/${name}`,
    kind: 'Component',
    namespace: 'default',
    name,
    ownerRef: `group:default/${name}`,
    annotations: {},
    relations: [],
    asOf: new Date(START).toISOString(),
  };
}

async function setUp(databaseId: TestDatabaseId) {
  const database = await databases.init(databaseId);
  await migrate(database);
  const results = new ResultStore(database, new DirtyStore(database));
  const definitions = new DefinitionStore(database);
  const hierarchy = new HierarchyStore(database);
  const clock = () => new Date(START + 100 * HOUR_MS);
  const shared = {
    access: {
      visible: async () => ({ kind: 'none' as const }),
      require: async () => {},
      can: async () => false,
    },
    catalog: {
      mode: async () => 'all' as const,
      filter: async (_: unknown, refs: string[]) => new Set(refs),
    },
    clock,
  };
  const scorecards = new ScorecardsService({
    ...shared,
    permissions: {
      authorize: async () => [{ result: 'ALLOW' }],
    } as unknown as ScorecardsServiceOptions['permissions'],
    entities: { get: async () => new Map() },
    definitions: {} as ScorecardsServiceOptions['definitions'],
    results,
  });
  const library = new DefinitionLibrary(definitions);
  const options = {
    ...shared,
    scorecards,
    hierarchy,
    scopes: new ScopeMembers({ hierarchy }),
    blocking: new BlockingChecks(library),
  };
  const ledger = new LedgerService({
    ...options,
    ledger: new LedgerStore(database),
    library,
  });
  const history = new HistoryService({
    ...options,
    history: new HistoryStore(database),
  });
  const list = new ScoreListService({
    ...options,
    list: new ScoreListStore(database),
  });
  const rollups = new RollupService({
    ...options,
    store: new RollupStore(database),
    snapshots: new SnapshotStore(database),
    platformTypes: [],
  });
  const caller = mockCredentials.user();
  return {
    async keep({ scorecards: [{ checks, definition }] }: Ruleset) {
      for (const each of [definition, ...checks.map(c => c.check.definition)]) {
        await definitions.add(each, { file: 'test' }, new Date(START));
      }
    },
    async store(
      entity: EntityRow,
      evaluated: EvaluatedScorecard[],
      at: number,
    ) {
      const { entityRef } = entity;
      await results.write(
        planChanges(
          [{ entityRef, entity, scorecards: evaluated, at }],
          await results.current([entityRef]),
          new Date(at),
        ),
        [],
      );
    },
    async begin(names: string[]) {
      await hierarchy.apply({
        changed: names.map(name => ({
          ...entityOf(name),
          entityRef: `group:default/${name}`,
          kind: 'group',
        })),
        removed: [],
      });
    },
    /** Everything that outsiders are told of an entity, its name aside. */
    async told(name: string, scorecard: string): Promise<unknown> {
      const { entityRef, ownerRef } = entityOf(name);
      const moments = Array.from({ length: 2 * STEPS }, (_, index) => {
        const time = new Date(START + (index * HOUR_MS) / 2 + 1);
        return ledger.at(caller, entityRef, scorecard, time);
      });
      const answers = {
        view: JSON.parse(await scorecards.entityScorecards(caller, entityRef)),
        list: await list.list(caller, { scorecard, ownedBy: [ownerRef!] }),
        history: await history.history(caller, entityRef),
        at: await Promise.all(moments),
        changes: await ledger.changes(caller, entityRef, scorecard, {
          from: new Date(START + 1).toISOString(),
          to: new Date(START + STEPS * HOUR_MS).toISOString(),
        }),
        rollup: await rollups.rollup(caller, ownerRef!, scorecard),
      };
      return JSON.parse(JSON.stringify(answers).replaceAll(name, 'it'));
    },
  };
}

describe.each(databases.eachSupportedId())('outsiders on %s', databaseId => {
  it('are told the same of what differs only in what is hidden', async () => {
    const world = await setUp(databaseId);
    const runs = databaseId === 'SQLITE_3' ? 25 : 5;
    let differing = 0;
    for (let seed = 1; seed <= runs; seed += 1) {
      const random = randomOf(seed);
      const id = `card${seed}`;
      const ruleset = rulesetOf(random, id);
      await world.keep(ruleset);
      const names = [`left-${seed}-`, `right-${seed}-`];
      const [left, right] = names.map(entityOf);
      await world.begin(names);
      for (let step = 0; step < STEPS; step += 1) {
        const at = START + step * HOUR_MS;
        const facts = randomFacts(random);
        const open = evaluate(ruleset, left, facts, at);
        await world.store(left, open, at);
        // The right one differs in hidden things, and changes more often.
        for (const time of [at, at + HOUR_MS / 4, at + HOUR_MS / 2]) {
          const hidden = evaluate(
            ruleset,
            right,
            disguised(ruleset, facts, random),
            time,
          );
          const isLike = disclosed(hidden) === disclosed(open);
          differing += isLike ? 1 : 0;
          if (isLike || time === at) {
            const shown = isLike ? hidden : evaluate(ruleset, right, facts, at);
            await world.store(right, shown, time);
          }
        }
      }
      const [first, second] = await Promise.all(
        names.map(name => world.told(name, id)),
      );
      expect({ seed, told: second }).toEqual({ seed, told: first });
    }
    expect(differing).toBeGreaterThan(runs);
  });
});
