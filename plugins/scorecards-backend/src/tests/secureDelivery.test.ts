import { mockServices } from '@backstage/backend-test-utils';
import {
  EARNED_LEVELS,
  STAGES,
} from '@synchrony/backstage-plugin-scorecards-common';
import { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';
import fc from 'fast-check';
import { compileCheck } from '../definitions/compile';
import {
  CompiledScorecard,
  compileScorecard,
} from '../definitions/compileScorecard';
import { parseDefinitions } from '../definitions/parseDefinitions';
import { readDefinitionFiles } from '../definitions/readDefinitionFiles';
import {
  CheckDefinition,
  nameOf,
  ScorecardDefinition,
} from '../definitions/types';
import { catalogFactsSchema, toCatalogFacts } from '../evaluation/catalogFacts';
import { EntityFacts } from '../evaluation/evaluateCheck';
import { evaluateScorecard } from '../evaluation/evaluateScorecard';
import { definitionsDirectory } from '../migrate';
import { FactSchema } from '../rules/FactSchema';
import { RuleEnvironment } from '../rules/RuleEnvironment';
import {
  active,
  CONTROL_TYPES,
  ingestionSchema,
  noScans,
  TestFacts,
} from '../__testUtils__/ingestionFacts';

const now = new Date('2026-11-24T08:00:00.000Z');
const schemas = new Map([
  ['catalog', new FactSchema(catalogFactsSchema)],
  ['ingestion', new FactSchema(ingestionSchema)],
]);
let scorecard: CompiledScorecard;

beforeAll(async () => {
  const { files } = await readDefinitionFiles(
    [definitionsDirectory()],
    mockServices.urlReader.mock(),
  );
  const definitions = files
    .flatMap(({ name, text }) => parseDefinitions(name, text).definitions)
    .map(({ definition }) => definition);
  const environment = new RuleEnvironment(schemas);
  const checks = new Map(
    definitions
      .filter((item): item is CheckDefinition => item.kind === 'check')
      .map(item => [
        nameOf(item),
        compileCheck(item, environment, source => schemas.has(source)),
      ]),
  );
  scorecard = compileScorecard(
    definitions.find(
      (item): item is ScorecardDefinition => item.id === 'secure-delivery',
    )!,
    name => checks.get(name),
    environment,
  );
});

function component(change: Record<string, string> = {}): EntityRow {
  return {
    entityRef: 'component:default/payments',
    kind: 'component',
    namespace: 'default',
    name: 'payments',
    type: 'service',
    lifecycle: 'production',
    ownerRef: 'group:default/team',
    annotations: {
      'backstage.io/source-location': 'url:https://example.com/payments/',
      'synchrony.io/criticality': 'tier-1',
      'synchrony.io/data-classification': 'confidential',
      'synchrony.io/exposure': 'internet',
      'synchrony.io/runtime': 'container',
      'synchrony.io/iac': 'true',
      'synchrony.io/security-contact': 'security@example.com',
      'synchrony.io/security-logs': 'https://logs.example.com',
      'synchrony.io/alerts': 'https://alerts.example.com',
      'synchrony.io/runbook': 'https://wiki.example.com',
      ...change,
    },
    relations: [
      { type: 'providesApi', targetRef: 'api:default/payments' },
      { type: 'ownedBy', targetRef: 'group:default/team' },
    ],
    asOf: now.toISOString(),
  };
}

/** A service that does everything that can be measured. */
function everything(): TestFacts {
  const facts = noScans();
  for (const type of CONTROL_TYPES) {
    facts.coverage[type] = active(`a ${type} tool`);
  }
  return {
    ...facts,
    sbom: active('Syft'),
    delivery: {
      environments: {
        production: {
          lastReleaseAt: '2026-11-19T08:00:00.000Z',
          commit: 'abcd1234',
          version: '1.4.0',
          gateVerdict: 'pass',
        },
      },
      pipeline: {
        lastRunAt: '2026-11-20T08:00:00.000Z',
        gateEnforced: true,
        gateObeyed: true,
      },
    },
  };
}

function evaluate(facts: TestFacts | undefined, entity = component()) {
  const catalog = toCatalogFacts(entity, true);
  const told: EntityFacts = new Map(
    Object.entries({ catalog, ...(facts && { ingestion: facts }) }).map(
      ([source, raw]) => [
        source,
        { state: 'present', raw, cel: schemas.get(source)!.toCel(raw) },
      ],
    ),
  );
  return evaluateScorecard(scorecard, entity, told, now);
}

function resultOf(
  facts: TestFacts | undefined,
  id: string,
  entity?: EntityRow,
) {
  return evaluate(facts, entity).checks.find(check => check.id === id)!.result;
}

function requiredFor(id: string, entity: EntityRow) {
  return evaluate(everything(), entity).checks.find(check => check.id === id)
    ?.requiredFor;
}

describe('Secure delivery lifecycle', () => {
  it('has 40 checks over all stages, with the weights and levels of the profile', () => {
    const all = scorecard.checks.map(({ check, ...rest }) => ({
      ...check.definition,
      ...rest,
    }));
    expect(all).toHaveLength(40);
    expect(new Set(all.map(({ stage }) => stage))).toEqual(new Set(STAGES));
    const weights = ['critical', 'high', 'medium', 'low'].map(
      word => all.filter(({ weight }) => weight === word).length,
    );
    expect(weights).toEqual([3, 19, 16, 2]);
    const levels = EARNED_LEVELS.map(
      level => all.filter(item => item.requiredFor === level).length,
    );
    // Ten with the risk assessment, which is needed sooner by tier 1 and 2.
    expect(levels).toEqual([9, 15, 14, 2]);
  });

  it('is Gold for a service that does what can be measured; the rest waits', () => {
    const evaluated = evaluate(everything());
    expect(
      evaluated.checks
        .filter(({ outcome }) => outcome !== 'pass')
        .map(({ id, result }) => [id, result.reason]),
    ).toEqual([]);
    // Nothing of Platinum can be measured, so that is passed over.
    expect(evaluated.score).toMatchObject({
      level: 'gold',
      nextLevel: undefined,
      points: { low: 100, evidencePct: 100 },
    });
    expect(evaluated.target).toBe('gold');
    const waiting = new Map(
      evaluated.waiting.map(({ definition, waitingFor }) => [
        definition.id,
        waitingFor.join(),
      ]),
    );
    expect(waiting.get('code.review-protected')).toBe('openssf-scorecard');
    expect(waiting.get('plan.champion-active')).toBe('champions');
    // It is no part of an important business service.
    expect(waiting.has('operate.resilience-tested')).toBe(false);
    expect(evaluated.checks.length + waiting.size).toBe(39);
  });

  it('requires dynamic testing sooner of what faces the internet', () => {
    const internal = component({ 'synchrony.io/exposure': 'internal' });
    expect(requiredFor('test.dast-active', component())).toBe('silver');
    expect(requiredFor('test.dast-active', internal)).toBe('gold');
  });

  it.each<[string, (facts: TestFacts) => void, string, string]>([
    [
      'release.gate',
      facts => {
        facts.delivery!.pipeline!.gateObeyed = false;
      },
      'fail',
      'did not obey',
    ],
    [
      'release.gate',
      facts => {
        facts.delivery = undefined;
      },
      'unknown',
      'No pipeline run',
    ],
    [
      'release.no-blockers',
      facts => {
        facts.delivery!.environments.production.gateVerdict = 'block';
      },
      'fail',
      'blocked',
    ],
    [
      'release.no-blockers',
      facts => {
        delete facts.delivery!.environments.production.gateVerdict;
      },
      'unknown',
      'asked the gate',
    ],
    [
      'release.waivers-current',
      facts => {
        facts.waivers = { checks: {}, active: 2, mostRenewals: 3 };
      },
      'fail',
      'renewed 3 times',
    ],
    [
      'build.sbom',
      facts => {
        facts.sbom = {
          ...active('Syft', '2026-11-01T08:00:00.000Z'),
          commit: 'ffff0000',
        };
      },
      'fail',
      'another commit',
    ],
    [
      'operate.sla-adherence',
      facts => {
        facts.remediation = { closed: 19, closedInTime: 18 };
      },
      'fail',
      '1 of 19 findings closed late',
    ],
    [
      'operate.sla-adherence',
      facts => {
        facts.remediation = { closed: 20, closedInTime: 19 };
      },
      'pass',
      '19 of 20',
    ],
    [
      'test.dast-in-sla',
      facts => {
        facts.overdue.dast.high = 1;
        facts.coverage.dast = { state: 'missing' };
      },
      'fail',
      '1 critical or high DAST finding overdue',
    ],
    [
      'deploy.image-scan',
      facts => {
        facts.coverage.container = { state: 'missing' };
      },
      'unknown',
      'no findings without scanning',
    ],
  ])('decides %s by what is known (%#)', (id, change, outcome, reason) => {
    const facts = everything();
    change(facts);
    expect(resultOf(facts, id)).toMatchObject({
      outcome,
      reason: expect.stringContaining(reason),
    });
  });

  it('reads contacts and links from the catalog', () => {
    const without = component({
      'synchrony.io/security-contact': 'Bob',
      'synchrony.io/alerts': '',
    });
    expect(resultOf(everything(), 'code.vuln-contact', without)).toMatchObject({
      outcome: 'fail',
      reason: 'The contact Bob is neither an e-mail address nor a link.',
    });
    expect(
      resultOf(everything(), 'operate.logging-alerting', without),
    ).toMatchObject({ outcome: 'fail', reason: 'No alerts are linked.' });
  });

  it('says why in a sentence, and never fails to evaluate', () => {
    const state = fc.constantFrom('missing', 'stale', 'active');
    fc.assert(
      fc.property(
        fc.array(state, { minLength: 6, maxLength: 6 }),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom('library', 'service', 'website'),
        (states, hasDelivery, hasSbom, isOverdue, type) => {
          const facts = everything();
          CONTROL_TYPES.forEach((control, index) => {
            facts.coverage[control] =
              states[index] === 'missing'
                ? { state: 'missing' }
                : { ...active('tool'), state: states[index] };
            facts.overdue[control].critical = isOverdue ? 1 : 0;
          });
          facts.delivery = hasDelivery ? facts.delivery : undefined;
          facts.sbom = hasSbom ? facts.sbom : { state: 'missing' };
          const { checks } = evaluate(facts, { ...component(), type });
          for (const { id, result } of checks) {
            expect({ id, ...result }).not.toMatchObject({
              unknownReason: 'error',
            });
            expect(result.reason).toMatch(/^[A-Z0-9g].{8,}\.$/);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
