import { resolve } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import {
  levelRank,
  OUTCOMES,
} from '@synchrony/backstage-plugin-scorecards-common';
import { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';
import fc from 'fast-check';
import { compileCheck } from '../definitions/compile';
import {
  compileScorecard,
  CompiledScorecard,
} from '../definitions/compileScorecard';
import { parseDefinitions } from '../definitions/parseDefinitions';
import { readDefinitionFiles } from '../definitions/readDefinitionFiles';
import {
  CheckDefinition,
  nameOf,
  ScorecardDefinition,
} from '../definitions/types';
import { catalogFactsSchema, toCatalogFacts } from '../evaluation/catalogFacts';
import { SourceFacts } from '../evaluation/evaluateCheck';
import { evaluateScorecard } from '../evaluation/evaluateScorecard';
import { FactSchema } from '../rules/FactSchema';
import { writeAges } from '../rules/relativeTime';
import { RuleEnvironment } from '../rules/RuleEnvironment';
import {
  active,
  allScans,
  CONTROL_TYPES,
  ingestionSchema,
  noScans,
  SEVERITIES,
  TestFacts,
} from '../__testUtils__/ingestionFacts';

const now = new Date('2026-11-24T08:00:00.000Z');
const catalogSchema = new FactSchema(catalogFactsSchema);
const factSchema = new FactSchema(ingestionSchema);
let essentials: CompiledScorecard;

beforeAll(async () => {
  const { files, problems } = await readDefinitionFiles(
    [resolve(__dirname, '../../definitions')],
    mockServices.urlReader.mock(),
  );
  const parsed = files.map(({ name, text }) => parseDefinitions(name, text));
  const [problem] = [...problems, ...parsed.flatMap(file => file.problems)];
  if (problem) {
    throw new Error(`${problem.file}:${problem.line} ${problem.message}`);
  }
  const definitions = parsed.flatMap(file =>
    file.definitions.map(({ definition }) => definition),
  );
  const environment = new RuleEnvironment(
    new Map([
      ['catalog', catalogSchema],
      ['ingestion', factSchema],
    ]),
  );
  const checks = new Map(
    definitions
      .filter((item): item is CheckDefinition => item.kind === 'check')
      .map(item => [
        nameOf(item),
        compileCheck(item, environment, source => source === 'ingestion'),
      ]),
  );
  const scorecard = definitions.find(
    (item): item is ScorecardDefinition => item.id === 'essentials',
  );
  essentials = compileScorecard(
    scorecard!,
    name => checks.get(name),
    environment,
  );
});

const service: EntityRow = {
  entityRef: 'component:default/payments',
  kind: 'component',
  namespace: 'default',
  name: 'payments',
  type: 'service',
  lifecycle: 'production',
  ownerRef: 'group:default/team',
  annotations: {
    'synchrony.io/criticality': 'tier-1',
    'synchrony.io/data-classification': 'confidential',
    'synchrony.io/exposure': 'internet',
    'backstage.io/source-location': 'url:https://example.com/payments/',
  },
  relations: [],
  asOf: now.toISOString(),
};

function evaluate(
  facts: TestFacts | SourceFacts,
  entity: EntityRow = service,
  ownerExists = true,
) {
  const catalog = toCatalogFacts(entity, ownerExists);
  const told: SourceFacts =
    'state' in facts
      ? facts
      : { state: 'present', raw: facts, cel: factSchema.toCel(facts) };
  return evaluateScorecard(
    essentials,
    entity,
    new Map([
      [
        'catalog',
        { state: 'present', raw: catalog, cel: catalogSchema.toCel(catalog) },
      ],
      ['ingestion', told],
    ]),
    now,
  );
}

function resultOf(evaluated: ReturnType<typeof evaluate>, id: string) {
  const { result } = evaluated.checks.find(check => check.id === id)!;
  return { ...result, reason: writeAges(result.reason, now) };
}

function outcomes(evaluated: ReturnType<typeof evaluate>) {
  return Object.fromEntries(
    evaluated.checks.map(check => [check.id, check.outcome]),
  );
}

describe('Essentials', () => {
  it('is Silver for a service that does everything, its target in tier 1', () => {
    const evaluated = evaluate(allScans());
    expect(new Set(Object.values(outcomes(evaluated)))).toEqual(
      new Set(['pass']),
    );
    expect(evaluated.score.level).toBe('silver');
    expect(evaluated.target).toBe('silver');
  });

  it('lists what nobody measures yet apart, in no sum', () => {
    const { checks, plan, score, waiting } = evaluate(allScans());
    expect(waiting.map(({ definition }) => definition.id)).toEqual([
      'plan.champion-active',
      'code.review-protected',
    ]);
    expect(checks).toHaveLength(8);
    expect(score.points).toEqual({ low: 100, high: 100, evidencePct: 100 });
    expect(plan.steps).toEqual([]);
  });

  it('is unrated without any report, whatever the catalog says', () => {
    const evaluated = evaluate({ state: 'absent' });
    expect(evaluated.score.level).toBe('unrated');
    expect(outcomes(evaluated)).toEqual({
      'plan.owner-group': 'pass',
      'plan.risk-classified': 'pass',
      'code.secrets-scan': 'unknown',
      'code.no-live-secrets': 'unknown',
      'code.sast-active': 'unknown',
      'build.sca-active': 'unknown',
      'build.deps-in-sla': 'unknown',
      'operate.no-overdue-critical': 'unknown',
    });
  });

  it('takes no findings without scanning for no evidence', () => {
    const evaluated = evaluate(noScans());
    for (const id of [
      'code.no-live-secrets',
      'build.deps-in-sla',
      'operate.no-overdue-critical',
    ]) {
      expect(resultOf(evaluated, id)).toMatchObject({
        outcome: 'unknown',
        unknownReason: 'no_data',
        reason: expect.stringContaining('no findings without scanning'),
      });
    }
  });

  it('says how old a scan is that has gone stale', () => {
    const facts = allScans();
    facts.coverage.sast = {
      ...active(
        'CodeQL',
        '2026-11-07T08:00:00.000Z',
        '2026-11-21T08:00:00.000Z',
      ),
      state: 'stale',
    };
    expect(resultOf(evaluate(facts), 'code.sast-active')).toMatchObject({
      outcome: 'unknown',
      unknownReason: 'stale',
      reason:
        'The last complete SAST scan (CodeQL) is 17 days old; the limit is 14 days.',
      evidenceAt: '2026-11-07T08:00:00.000Z',
      staleAt: '2026-11-21T08:00:00.000Z',
      action: 'Run the static analysis (SAST) again.',
    });
  });

  it('says who scanned when a scan is fresh, with what it read', () => {
    const result = resultOf(evaluate(allScans()), 'code.sast-active');
    expect(result.reason).toBe(
      'The last complete SAST scan (CodeQL) is 4 days old.',
    );
    expect(result.evidence).toContainEqual({
      fact: 'ingestion.coverage.sast.tool',
      title: 'sast scanner',
      value: 'CodeQL',
    });
    expect(result.evidence).toContainEqual({
      fact: 'ingestion.coverage.sast.commit',
      title: 'Commit',
      value: null,
    });
  });

  it('counts what is open and overdue', () => {
    const facts = allScans();
    facts.open.secret.high = 1;
    facts.overdue.sca.critical = 2;
    facts.overdue.sca.high = 1;
    const evaluated = evaluate(facts);
    expect(resultOf(evaluated, 'code.no-live-secrets').reason).toBe(
      '1 secret found in the code and not yet fixed.',
    );
    expect(resultOf(evaluated, 'build.deps-in-sla').reason).toBe(
      '3 critical or high dependency findings overdue.',
    );
    expect(resultOf(evaluated, 'operate.no-overdue-critical').reason).toBe(
      '2 critical findings overdue.',
    );
    expect(evaluated.score.level).toBe('none');
  });

  it('keeps what is known to be open when scanning stops', () => {
    const facts = allScans();
    facts.open.secret.high = 1;
    facts.coverage.secret = { ...facts.coverage.secret, state: 'stale' };
    expect(resultOf(evaluate(facts), 'code.no-live-secrets').outcome).toBe(
      'fail',
    );
  });

  it('takes facts that were not renewed for unknown', () => {
    const evaluated = evaluate({
      state: 'stale',
      raw: {},
      since: '2026-11-23T08:00:00.000Z',
    });
    expect(resultOf(evaluated, 'build.sca-active')).toMatchObject({
      outcome: 'unknown',
      unknownReason: 'stale',
      reason: expect.stringContaining('out of date'),
      action: expect.stringContaining('ingestion does not report'),
    });
  });

  it('asks for a scan, not for a fix, where nothing is known', () => {
    const facts = allScans();
    facts.coverage.secret = {
      ...facts.coverage.secret,
      state: 'missing',
      lastCompleteAt: '',
    };
    expect(resultOf(evaluate(facts), 'code.no-live-secrets')).toMatchObject({
      outcome: 'unknown',
      action: 'Add secret scanning to the pipeline.',
    });
  });

  it('says what is wrong with the owner and the classification', () => {
    const person = evaluate(allScans(), {
      ...service,
      ownerRef: 'user:default/ann',
    });
    expect(resultOf(person, 'plan.owner-group').reason).toBe(
      'The owner user:default/ann is not a group.',
    );
    const gone = evaluate(allScans(), service, false);
    expect(resultOf(gone, 'plan.owner-group').reason).toBe(
      'The owner group:default/team is not in the catalog.',
    );
    const nobody = evaluate(allScans(), {
      ...service,
      ownerRef: undefined,
      annotations: { ...service.annotations, 'synchrony.io/exposure': 'moon' },
    });
    expect(resultOf(nobody, 'plan.owner-group').reason).toBe(
      'No owner is named.',
    );
    expect(resultOf(nobody, 'plan.risk-classified').reason).toBe(
      'The exposure moon is not an allowed value.',
    );
  });

  it('leaves out what does not apply, by what the catalog says', () => {
    const evaluated = evaluate(noScans(), {
      ...service,
      lifecycle: 'experimental',
      annotations: {},
    });
    expect(outcomes(evaluated)).toMatchObject({
      'code.sast-active': 'not_applicable',
      'operate.no-overdue-critical': 'not_applicable',
    });
    expect(resultOf(evaluated, 'operate.no-overdue-critical').reason).toBe(
      'Only what runs in production has to keep this promise; the lifecycle is experimental.',
    );
    expect(
      evaluate(noScans(), { ...service, annotations: {} }).target,
    ).toBeUndefined();
  });

  it('makes a rule that cannot be evaluated unknown, never passed', () => {
    const evaluated = evaluate({
      state: 'present',
      raw: {},
      cel: factSchema.toCel({ coverage: {} }),
    });
    expect(resultOf(evaluated, 'build.deps-in-sla')).toMatchObject({
      outcome: 'unknown',
      unknownReason: 'error',
    });
  });
});

function countsArbitrary() {
  return fc.record(
    Object.fromEntries(
      CONTROL_TYPES.map(type => [
        type,
        fc.record(
          Object.fromEntries(
            SEVERITIES.map(severity => [
              severity,
              fc.integer({ min: 0, max: 1 }),
            ]),
          ),
        ),
      ]),
    ),
  );
}

const factsArbitrary: fc.Arbitrary<TestFacts> = fc.record({
  coverage: fc.record(
    Object.fromEntries(
      CONTROL_TYPES.map(type => [
        type,
        fc.constantFrom<Record<string, string>>(
          { state: 'missing' },
          active('tool'),
          { ...active('tool'), state: 'stale' },
        ),
      ]),
    ),
  ),
  open: countsArbitrary(),
  overdue: countsArbitrary(),
}) as fc.Arbitrary<TestFacts>;

function withCoverage(
  facts: TestFacts,
  type: string,
  coverage: Record<string, string>,
): TestFacts {
  return { ...facts, coverage: { ...facts.coverage, [type]: coverage } };
}

/**
 * Ways to lose evidence. A finding never goes by losing a scan, only by a newer
 * complete one; so what is known of other controls stays when one goes quiet.
 */
function degradations(facts: TestFacts): (TestFacts | SourceFacts)[] {
  const quiet = CONTROL_TYPES.flatMap(type => [
    withCoverage(facts, type, { state: 'missing' }),
    ...(facts.coverage[type].state === 'active'
      ? [
          withCoverage(facts, type, {
            ...facts.coverage[type],
            state: 'stale',
          }),
        ]
      : []),
  ]);
  const gone = {
    ...withCoverage(facts, 'sca', { state: 'missing' }),
    open: { ...facts.open, sca: noScans().open.sca },
    overdue: { ...facts.overdue, sca: noScans().overdue.sca },
  };
  return [
    ...quiet,
    gone,
    { state: 'absent' },
    { state: 'stale', raw: facts, since: now.toISOString() },
  ];
}

it('never rises by losing evidence', () => {
  const property = fc.property(factsArbitrary, facts => {
    const before = evaluate(facts).score;
    return degradations(facts).every(degraded => {
      const after = evaluate(degraded).score;
      return (
        after.points!.low <= before.points!.low &&
        levelRank(after.level) <= levelRank(before.level)
      );
    });
  });
  expect(
    fc.defaultReportMessage(fc.check(property, { numRuns: 200 })),
  ).toBeUndefined();
});

it('gives every outcome a sentence', () => {
  const property = fc.property(factsArbitrary, facts =>
    evaluate(facts).checks.every(
      ({ result }) =>
        OUTCOMES.includes(result.outcome) &&
        result.unknownReason !== 'error' &&
        /^[A-Z0-9g].{8,}\.$/.test(result.reason),
    ),
  );
  expect(
    fc.defaultReportMessage(fc.check(property, { numRuns: 200 })),
  ).toBeUndefined();
});

describe('Essentials with waivers', () => {
  // Where open findings would fail a check though scanning stopped, accepted
  // ones do not: then it is unknown.
  const allowed = (before: string, waivable: boolean) =>
    before === 'fail'
      ? ['fail', 'unknown', ...(waivable ? ['waived'] : [])]
      : [before];
  const later = now.getTime() + 60_000;
  const checkIds = () =>
    essentials.checks.map(item => item.check.definition.id);

  it('waives a failing check until its waiver ends, without any point', () => {
    const facts = allScans();
    facts.overdue.sca.high = 1;
    const failing = evaluate(facts);
    const waived = evaluate({
      ...facts,
      waivers: { checks: { 'build.deps-in-sla': later } },
    });
    expect(resultOf(waived, 'build.deps-in-sla')).toMatchObject({
      outcome: 'waived',
      reason:
        '1 critical or high dependency finding overdue. Waived until 2026-11-24.',
      waivedUntil: new Date(later).toISOString(),
    });
    expect(waived.score.points).toEqual(failing.score.points);
    expect(waived.score.waivers).toBe(1);
    const ended = evaluate({
      ...facts,
      waivers: { checks: { 'build.deps-in-sla': now.getTime() } },
    });
    expect(outcomes(ended)).toEqual(outcomes(failing));
  });

  it('waives accepted findings, and only where the check may be waived', () => {
    const facts: TestFacts = {
      ...allScans(),
      accepted: { secret: { high: 2 } },
      acceptedOverdue: { sca: { critical: 1 }, sast: { critical: 1 } },
    };
    const evaluated = evaluate(facts);
    expect(resultOf(evaluated, 'build.deps-in-sla')).toMatchObject({
      outcome: 'waived',
      reason: '1 finding of this kind is accepted by a waiver.',
    });
    expect(resultOf(evaluated, 'operate.no-overdue-critical')).toMatchObject({
      outcome: 'waived',
      reason: '2 findings of this kind are accepted by a waiver.',
    });
    expect(resultOf(evaluated, 'code.no-live-secrets')).toMatchObject({
      outcome: 'fail',
    });
  });

  it('never makes a pass, and never raises the score, by any waiver', () => {
    const state = fc.constantFrom('active', 'stale', 'missing');
    const count = fc.constantFrom(0, 0, 1);
    fc.assert(
      fc.property(
        fc.record({ sast: state, sca: state, secret: state }),
        fc.record({ sca: count, secret: count }),
        fc.record({ sca: count, secret: count }),
        fc.uniqueArray(fc.nat(20)),
        (coverage, open, accepted, waived) => {
          const facts = allScans();
          for (const [type, value] of Object.entries(coverage)) {
            facts.coverage[type] = { ...facts.coverage[type], state: value };
          }
          facts.overdue.sca.critical = open.sca;
          facts.open.secret.high = open.secret;
          const openAll = structuredClone(facts);
          openAll.overdue.sca.critical += accepted.sca;
          openAll.open.secret.high += accepted.secret;
          const without = evaluate(openAll);
          const ids = checkIds();
          const withWaivers = evaluate({
            ...facts,
            accepted: { secret: { high: accepted.secret } },
            acceptedOverdue: { sca: { critical: accepted.sca } },
            waivers: {
              checks: Object.fromEntries(
                waived.map(index => [ids[index % ids.length], later]),
              ),
            },
          });
          expect(withWaivers.score.points?.low).toBe(without.score.points?.low);
          for (const { id, outcome, waivable } of withWaivers.checks) {
            const before = outcomes(without)[id];
            expect(allowed(before, waivable)).toContain(outcome);
          }
        },
      ),
    );
  });
});
