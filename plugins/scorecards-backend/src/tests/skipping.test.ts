import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  createEntityProjection,
  normalizeEntityRef,
} from '@synchrony/backstage-plugin-scorecards-node';
import fc from 'fast-check';
import { Knex } from 'knex';
import { CATALOG_SOURCE, compileCheck } from '../definitions/compile';
import { compileScorecard } from '../definitions/compileScorecard';
import { CheckDefinition } from '../definitions/types';
import { catalogFactsSchema } from '../evaluation/catalogFacts';
import { ActiveRuleset } from '../evaluation/evaluateAll';
import { migrate } from '../migrate';
import { FactSchema } from '../rules/FactSchema';
import { RuleEnvironment } from '../rules/RuleEnvironment';
import { EntityInputs } from '../service/EntityInputs';
import { Evaluator } from '../service/Evaluator';
import { InputMarks } from '../service/InputMarks';
import { DirtyStore } from '../store/DirtyStore';
import { FactTable } from '../store/FactTable';
import { MarkStore } from '../store/MarkStore';
import { unpackText } from '../store/packedText';
import { ResultStore } from '../store/ResultStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const START = Date.parse('2026-11-24T08:00:00.000Z');
const HOUR = 3_600_000;
const NAMES = ['a', 'b'];

jest.setTimeout(60_000);

function check(
  id: string,
  passWhen: string,
  more: Partial<CheckDefinition> = {},
): CheckDefinition {
  return {
    kind: 'check',
    id,
    version: 1,
    title: id,
    stage: 'code',
    weight: 'medium',
    effort: 'S',
    waivable: true,
    rationale: '',
    action: '',
    remediation: '',
    noDataBecause: 'Nothing is known.',
    passWhen,
    passBecause: 'It is so.',
    failBecause: 'It is not so.',
    ...more,
  };
}

/** Rules that a definition of this number gives. */
function rulesetOf(version: number): ActiveRuleset {
  const sources = new Map([
    [CATALOG_SOURCE, new FactSchema(catalogFactsSchema)],
    [
      'ingestion',
      new FactSchema({
        type: 'object',
        properties: {
          bad: { type: 'integer' },
          note: { type: 'string' },
          waivers: {
            type: 'object',
            properties: { checks: { type: 'object' } },
          },
        },
      }),
    ],
  ]);
  const environment = new RuleEnvironment(sources);
  const checks = [
    check('owned', 'catalog.owner.exists'),
    check('clean', `ingestion.bad < ${version + 1}`, {
      failBecause: '{{counted(ingestion.bad, "thing")}} to do.',
      sensitive: true,
    }),
    check('rated', 'catalog.criticality == "tier-1"'),
  ].map(definition => compileCheck(definition, environment));
  const scorecard = compileScorecard(
    {
      kind: 'scorecard',
      id: 'basics',
      version,
      title: 'Basics',
      appliesTo: { kind: ['Component'], lifecycle: ['production'] },
      targetByTier: { 'tier-1': 'gold' },
      graceDays: 1,
      checks: [
        { check: 'owned@1', requiredFor: 'bronze' },
        { check: 'clean@1', requiredFor: 'silver' },
        { check: 'rated@1', requiredFor: 'gold' },
      ],
    },
    name => checks.find(({ definition }) => `${definition.id}@1` === name),
    environment,
  );
  return { scorecards: [scorecard], sources, hash: `rules ${version}` };
}

const RULESETS = [rulesetOf(1), rulesetOf(2)];

interface Component {
  exists: boolean;
  tier: string;
  lifecycle: string;
  owner: string;
}

type Step =
  | { kind: 'tell'; name: string; bad: number; note: string; waivedFor: number }
  | { kind: 'withdraw'; name: string }
  | { kind: 'change'; name: string; change: Partial<Component> }
  | { kind: 'owner'; exists: boolean }
  | { kind: 'rules'; index: number }
  | { kind: 'wait'; hours: number }
  | { kind: 'crash'; isAfterCommit: boolean }
  | { kind: 'look' };

function told(facts: { bad: number; waivedFor?: number }): Step {
  return { kind: 'tell', name: 'a', note: '', waivedFor: 0, ...facts };
}

const name = fc.constantFrom(...NAMES);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('tell' as const),
      name,
      bad: fc.constantFrom(0, 2, 3),
      note: fc.constantFrom('', 'x'),
      waivedFor: fc.constantFrom(0, 0, 2, 30),
    }),
  },
  fc.record({ kind: fc.constant('withdraw' as const), name }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      name,
      change: fc.oneof(
        fc.record({ exists: fc.boolean() }),
        fc.record({ tier: fc.constantFrom('tier-1', 'tier-2') }),
        fc.record({ lifecycle: fc.constantFrom('production', 'retired') }),
        fc.record({ owner: fc.constantFrom('there', 'nobody') }),
      ),
    }),
  },
  fc.record({ kind: fc.constant('owner' as const), exists: fc.boolean() }),
  fc.record({
    kind: fc.constant('rules' as const),
    index: fc.constantFrom(0, 1),
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      hours: fc.constantFrom(1, 20, 30),
    }),
  },
  fc.record({
    kind: fc.constant('crash' as const),
    isAfterCommit: fc.boolean(),
  }),
  { weight: 3, arbitrary: fc.constant({ kind: 'look' as const }) },
);

/** Scorecards of two components, over a catalog and a source in memory. */
class World {
  readonly database: Knex;
  readonly facts: FactTable;
  readonly dirty: DirtyStore;
  readonly #isSkipping: boolean;
  readonly #results: ResultStore;
  readonly #components = new Map<string, Component>(
    NAMES.map(each => [
      each,
      { exists: true, tier: 'tier-1', lifecycle: 'production', owner: 'there' },
    ]),
  );
  #ownerExists = true;
  #ruleset = RULESETS[0];
  #seq = 0;
  #crash: { isAfterCommit: boolean } | undefined;
  now = START;
  /** How many entities were evaluated. */
  evaluated = 0;
  /** Called once after inputs were read. */
  onRead: (() => Promise<void>) | undefined;

  constructor(database: Knex, isSkipping = true) {
    this.database = database;
    this.#isSkipping = isSkipping;
    this.dirty = new DirtyStore(database);
    this.facts = new FactTable(database, this.dirty);
    this.#results = new ResultStore(database, this.dirty);
  }

  clock = () => new Date(this.now);

  async clear(): Promise<void> {
    for (const table of [
      'facts',
      'fact_sources',
      'dirty_entities',
      'check_standings',
      'check_history',
      'entity_views',
      'entity_scores',
      'entity_score_history',
      'entity_marks',
      'level_notices',
      'synchrony_entities',
    ]) {
      await this.database(table).delete();
    }
  }

  entities(): Entity[] {
    const entity = (kind: string, of: string, more: Partial<Entity> = {}) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { name: of },
      ...more,
    });
    return [
      ...(this.#ownerExists ? [entity('Group', 'there')] : []),
      ...[...this.#components]
        .filter(([, { exists }]) => exists)
        .map(([of, { lifecycle, owner, tier }]) =>
          entity('Component', of, {
            metadata: {
              name: of,
              annotations: { 'synchrony.io/criticality': tier },
            },
            spec: { type: 'service', lifecycle },
            relations: [
              { type: 'ownedBy', targetRef: `group:default/${owner}` },
            ],
          }),
        ),
    ];
  }

  async projection() {
    const projection = await createEntityProjection({
      database: this.database,
      catalog: catalogServiceMock({ entities: this.entities() }),
      auth: mockServices.auth(),
      logger: mockServices.logger.mock(),
      clock: this.clock,
    });
    projection.onChange(async ({ changed, removed }) => {
      const refs = [...changed.map(row => row.entityRef), ...removed];
      await this.mark([...refs, ...(await this.#results.ownedBy(refs))]);
    });
    return projection;
  }

  mark(refs: string[]): Promise<void> {
    return this.dirty.mark(
      this.database,
      refs.map(entityRef => ({ entityRef, at: this.now })),
    );
  }

  async tell(of: string, facts: Record<string, unknown> | null) {
    this.#seq += 1;
    await this.facts.applyPage(
      'ingestion',
      await this.facts.stateOf('ingestion'),
      {
        items: [
          {
            entityRef: `component:default/${of}`,
            facts,
            observedAt: this.clock().toISOString(),
            validUntil: new Date(this.now + 48 * HOUR).toISOString(),
          },
        ],
        cursor: `feed.${this.#seq}`,
        more: false,
      },
      this.clock(),
    );
  }

  async take(next: Step): Promise<void> {
    this.now += 1;
    switch (next.kind) {
      case 'tell':
        return this.tell(next.name, {
          bad: next.bad,
          note: next.note,
          waivers: {
            checks: next.waivedFor
              ? { clean: this.now + next.waivedFor * HOUR }
              : {},
          },
        });
      case 'withdraw':
        return this.tell(next.name, null);
      case 'change': {
        const before = this.#components.get(next.name)!;
        this.#components.set(next.name, { ...before, ...next.change });
        return undefined;
      }
      case 'owner':
        this.#ownerExists = next.exists;
        return undefined;
      case 'rules':
        this.#ruleset = RULESETS[next.index];
        return this.mark(NAMES.map(of => `component:default/${of}`));
      case 'wait':
        this.now += next.hours * HOUR;
        return undefined;
      case 'crash':
        this.#crash = next;
        return this.mark(NAMES.map(of => `component:default/${of}`));
      default:
        return this.mark(NAMES.map(of => `component:default/${of}`));
    }
  }

  /** What the worker does in a round; a process that crashed begins anew. */
  async round(): Promise<void> {
    const projection = await this.projection();
    await projection.sweep();
    await this.facts.expire(this.clock());
    await this.#results.endGrace(this.clock());
    const drain = () =>
      this.evaluator(projection).drain(this.#ruleset, async () => {});
    if (this.#crash) {
      await drain().catch(() => undefined);
      this.#crash = undefined;
    }
    await drain();
  }

  evaluator(projection: Awaited<ReturnType<World['projection']>>): Evaluator {
    const inputs = new EntityInputs({
      facts: this.facts,
      entities: projection,
    });
    const { clock, database, dirty, facts } = this;
    const results = new ResultStore(database, dirty);
    const write = results.write.bind(results);
    results.write = async (...args) => {
      const crash = this.#crash;
      if (crash?.isAfterCommit) {
        await write(...args);
      }
      if (crash) {
        throw new Error('crashed');
      }
      await write(...args);
    };
    return new Evaluator({
      dirty,
      results,
      clock,
      metrics: { evaluated: () => {}, skipped: () => {} },
      marks: new MarkStore(database),
      inputMarks: this.#isSkipping
        ? new InputMarks({ facts, entities: projection })
        : { read: async () => new Map() },
      inputs: {
        read: async refs => {
          const read = await inputs.read(refs);
          this.evaluated += refs.length;
          const { onRead } = this;
          this.onRead = undefined;
          await onRead?.();
          return read;
        },
      },
    });
  }

  drain(evaluator: Evaluator): Promise<void> {
    return evaluator.drain(this.#ruleset, async () => {});
  }

  /** All that is stored of results. */
  async stored(): Promise<unknown> {
    const rows = async (table: string, order: string[]) =>
      (await this.database(table).orderBy(order)).map(row =>
        Object.fromEntries(
          Object.entries(row).map(([column, value]) => [
            column,
            Buffer.isBuffer(value) ? unpackText(value) : value,
          ]),
        ),
      );
    return {
      checks: await rows('check_results', ['entity_ref', 'check_id', 'since']),
      scores: await rows('entity_scores', ['entity_ref']),
      history: await rows('entity_score_history', ['entity_ref', 'since']),
      views: await rows('entity_views', ['entity_ref']),
      notices: await rows('level_notices', ['entity_ref']),
    };
  }
}

describe.each(databases.eachSupportedId())('skipping on %s', databaseId => {
  const ready = async (isSkipping?: boolean) => {
    const database = await databases.init(databaseId);
    await migrate(database);
    return new World(database, isSkipping);
  };

  it('gives what evaluating always gives, whatever happens', async () => {
    const databaseOf = [
      (await ready()).database,
      (await ready()).database,
    ] as const;
    let saved = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 12 }),
        async steps => {
          const skipping = new World(databaseOf[0]);
          const always = new World(databaseOf[1], false);
          await skipping.clear();
          await always.clear();
          for (const next of steps) {
            for (const world of [skipping, always]) {
              await world.take(next);
              await world.round();
            }
            expect(await skipping.stored()).toEqual(await always.stored());
          }
          saved += always.evaluated - skipping.evaluated;
        },
      ),
      {
        numRuns: databaseId === 'SQLITE_3' ? 15 : 4,
        examples: [
          [
            [
              told({ bad: 3, waivedFor: 2 }),
              { kind: 'look' },
              { kind: 'wait', hours: 20 },
              { kind: 'look' },
            ],
          ],
          [
            [
              told({ bad: 0 }),
              told({ bad: 3 }),
              { kind: 'look' },
              { kind: 'wait', hours: 30 },
              { kind: 'look' },
            ],
          ],
        ],
      },
    );
    expect(saved).toBeGreaterThan(0);
  });

  it('keeps what a replica stored meanwhile, and looks again', async () => {
    const world = await ready();
    await world.round();
    const projection = await world.projection();
    const late = world.evaluator(projection);
    const other = world.evaluator(projection);
    await world.tell('a', { bad: 2, note: '' });
    world.onRead = async () => {
      world.now += HOUR;
      await world.tell('a', { bad: 0, note: '' });
      await world.drain(other);
    };
    await expect(world.drain(late)).rejects.toThrow(ConflictError);
    const outcome = async () =>
      (
        await world
          .database('check_standings')
          .where({ entity_ref: normalizeEntityRef('component:default/a') })
          .where({ check_id: 'clean' })
          .first()
      ).outcome;
    expect(await outcome()).toBe('pass');
    await world.drain(late);
    expect(await outcome()).toBe('pass');
    expect(await world.dirty.next(1)).toEqual([]);
  });
});
