import { mockServices } from '@backstage/backend-test-utils';
import { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';
import { compileCheck } from '../definitions/compile';
import { parseDefinitions } from '../definitions/parseDefinitions';
import { readDefinitionFiles } from '../definitions/readDefinitionFiles';
import {
  CheckDefinition,
  Definition,
  SourceDefinition,
} from '../definitions/types';
import { catalogFactsSchema, toCatalogFacts } from '../evaluation/catalogFacts';
import { EntityFacts, evaluateCheck } from '../evaluation/evaluateCheck';
import { FactValidator } from '../facts/FactValidator';
import { OBSERVATION_PROPERTIES } from '../facts/types';
import { definitionsDirectory } from '../migrate';
import { FactSchema } from '../rules/FactSchema';
import { RuleEnvironment } from '../rules/RuleEnvironment';

const OBSERVED = {
  observedAt: '2026-11-20T08:00:00.000Z',
  validUntil: '2027-02-18T08:00:00.000Z',
};

const ENTITY: EntityRow = {
  entityRef: 'component:default/api',
  kind: 'component',
  namespace: 'default',
  name: 'api',
  type: 'service',
  lifecycle: 'production',
  ownerRef: 'group:default/team',
  annotations: {
    'synchrony.io/criticality': 'tier-1',
    'synchrony.io/important-business-service': 'payments',
  },
  relations: [],
  asOf: '2026-11-24T08:00:00.000Z',
};

/** What a pipeline sends after it has verified a release. */
const ATTESTED = {
  subject: {
    name: 'registry.example.com/api',
    digest: `sha256:${'0a1b'.repeat(16)}`,
    version: '2.14.0',
  },
  signature: {
    verified: true,
    identity: 'https://github.com/acme/api/.github/workflows/release.yml',
    issuer: 'https://token.actions.githubusercontent.com',
    tool: 'cosign 3.0.2',
  },
  provenance: {
    buildLevel: 3,
    builder: 'https://github.com/acme/builder',
    tool: 'slsa-verifier 2.7.1',
  },
  secretsManaged: { verified: true, manager: 'vault' },
};

const ASSURED = {
  pentest: { state: 'current', overdueHigh: 0, reference: 'PT-2026-031' },
  resilienceTest: { state: 'current', reference: 'RT-2026-007' },
};

type Facts = Record<string, object | undefined>;

let definitions: Definition[];
let schemas: Map<string, FactSchema>;

function sourceOf(id: string): SourceDefinition {
  return definitions.find(
    (each): each is SourceDefinition =>
      each.kind === 'source' && each.id === id,
  )!;
}

beforeAll(async () => {
  const { files } = await readDefinitionFiles(
    [definitionsDirectory()],
    mockServices.urlReader.mock(),
  );
  definitions = files
    .flatMap(({ name, text }) => parseDefinitions(name, text).definitions)
    .map(({ definition }) => definition);
  const pushed = ['attestations', 'assurance'].map(id => {
    const { schema } = sourceOf(id);
    const properties = {
      ...(schema.properties as object),
      ...OBSERVATION_PROPERTIES,
    };
    return [id, new FactSchema({ ...schema, properties })] as const;
  });
  schemas = new Map([
    ['catalog', new FactSchema(catalogFactsSchema)],
    ...pushed,
  ]);
});

function resultOf(id: string, source: string, facts: Facts | undefined) {
  const definition = definitions.find(
    (each): each is CheckDefinition => each.kind === 'check' && each.id === id,
  )!;
  const check = compileCheck(definition, new RuleEnvironment(schemas), name =>
    schemas.has(name),
  );
  const told: EntityFacts = new Map(
    Object.entries({
      catalog: toCatalogFacts(ENTITY, true),
      ...(facts && { [source]: { ...facts, ...OBSERVED } }),
    }).map(([name, raw]) => [
      name,
      { state: 'present', raw, cel: schemas.get(name)!.toCel(raw) },
    ]),
  );
  return evaluateCheck(check, told);
}

describe('the checks of what a pipeline attests', () => {
  const judge = (id: string, facts?: Facts) =>
    resultOf(id, 'attestations', facts);
  const IDS = [
    'build.provenance-l2',
    'build.provenance-l3',
    'release.signed',
    'deploy.secrets-managed',
  ];

  it.each(IDS)('%s passes with what was verified, and says of what', id => {
    const result = judge(id, ATTESTED);
    expect(result).toMatchObject({
      outcome: 'pass',
      evidenceAt: OBSERVED.observedAt,
      staleAt: OBSERVED.validUntil,
    });
    expect(result.evidence.map(({ value }) => value)).not.toContain(null);
  });

  it.each(IDS)('%s is unknown before anything was sent', id => {
    expect(judge(id)).toMatchObject({
      outcome: 'unknown',
      unknownReason: 'no_data',
      action: expect.stringContaining('Verify'),
    });
  });

  it.each<[string, Facts, string]>([
    ['build.provenance-l2', { provenance: { buildLevel: 1 } }, 'fail'],
    ['build.provenance-l2', { provenance: { buildLevel: 2 } }, 'pass'],
    ['build.provenance-l3', { provenance: { buildLevel: 2 } }, 'fail'],
    ['release.signed', { signature: { verified: false } }, 'fail'],
    ['deploy.secrets-managed', { secretsManaged: { verified: false } }, 'fail'],
    ['deploy.secrets-managed', { secretsManaged: undefined }, 'unknown'],
  ])('%s with %j: %s', (id, change, outcome) => {
    expect(judge(id, { ...ATTESTED, ...change }).outcome).toBe(outcome);
  });
});

describe('the checks of what a register assures', () => {
  const judge = (id: string, facts?: Facts) => resultOf(id, 'assurance', facts);

  it.each<[string, Facts | undefined, string]>([
    ['test.pentest', ASSURED, 'pass'],
    ['test.pentest', undefined, 'unknown'],
    ['test.pentest', { resilienceTest: { state: 'current' } }, 'unknown'],
    ['test.pentest', { pentest: { state: 'expired', overdueHigh: 0 } }, 'fail'],
    ['test.pentest', { pentest: { state: 'none', overdueHigh: 0 } }, 'fail'],
    ['test.pentest', { pentest: { state: 'current', overdueHigh: 1 } }, 'fail'],
    ['operate.resilience-tested', ASSURED, 'pass'],
    ['operate.resilience-tested', undefined, 'unknown'],
    ['operate.resilience-tested', { pentest: ASSURED.pentest }, 'unknown'],
    [
      'operate.resilience-tested',
      { resilienceTest: { state: 'failed' } },
      'fail',
    ],
  ])('%s with %j: %s', (id, facts, outcome) => {
    const result = judge(id, facts);
    expect(result.outcome).toBe(outcome);
    expect(result.unknownReason ?? 'no_data').toBe('no_data');
    expect(result.reason).toMatch(/^[A-Z].{8,}\.$/);
  });
});

describe('what these sources take', () => {
  it.each<[string, object, string[]]>([
    ['attestations', ATTESTED, []],
    ['attestations', { ...ATTESTED, secretsManaged: undefined }, []],
    [
      'attestations',
      { ...ATTESTED, subject: { digest: 'latest' } },
      ['subject.digest'],
    ],
    [
      'attestations',
      { ...ATTESTED, provenance: { buildLevel: 4 } },
      ['provenance.buildLevel'],
    ],
    ['assurance', ASSURED, []],
    ['assurance', {}, ['']],
    [
      'assurance',
      { pentest: { state: 'fine', overdueHigh: 0 } },
      ['pentest.state'],
    ],
  ])('%s: %j', (id, facts, faults) => {
    const validator = new FactValidator(sourceOf(id).schema);
    expect(
      validator
        .faultsOf(JSON.parse(JSON.stringify(facts)))
        .map(({ field }) => field),
    ).toEqual(faults);
  });
});
