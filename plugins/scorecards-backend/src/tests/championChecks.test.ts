import { mockServices } from '@backstage/backend-test-utils';
import { compileCheck } from '../definitions/compile';
import { parseDefinitions } from '../definitions/parseDefinitions';
import { readDefinitionFiles } from '../definitions/readDefinitionFiles';
import { CheckDefinition } from '../definitions/types';
import { catalogFactsSchema, toCatalogFacts } from '../evaluation/catalogFacts';
import { evaluateCheck, EntityFacts } from '../evaluation/evaluateCheck';
import { definitionsDirectory } from '../migrate';
import { FactSchema } from '../rules/FactSchema';
import { RuleEnvironment } from '../rules/RuleEnvironment';

const TEAM = 'group:default/team';

/** What the champions plugin publishes. */
const championsSchema = {
  type: 'object',
  properties: {
    coverage: {
      type: 'object',
      properties: {
        state: {
          type: 'string',
          enum: ['covered', 'covered_thin', 'at_risk', 'uncovered'],
        },
        inheritedFrom: { type: 'string' },
        deputies: { type: 'integer' },
        isDeclaredOnly: { type: 'boolean' },
      },
      required: ['state', 'inheritedFrom', 'deputies', 'isDeclaredOnly'],
    },
  },
  required: ['coverage'],
};

const schemas = new Map([
  ['catalog', new FactSchema(catalogFactsSchema)],
  ['champions', new FactSchema(championsSchema)],
]);

async function checkOf(id: string) {
  const { files } = await readDefinitionFiles(
    [definitionsDirectory()],
    mockServices.urlReader.mock(),
  );
  const definition = files
    .flatMap(({ name, text }) => parseDefinitions(name, text).definitions)
    .map(each => each.definition)
    .find((each): each is CheckDefinition => each.id === id);
  return compileCheck(definition!, new RuleEnvironment(schemas), source =>
    schemas.has(source),
  );
}

async function resultOf(
  id: string,
  state: string,
  { deputies = 0, isDeclaredOnly = false } = {},
) {
  const catalog = toCatalogFacts(
    {
      entityRef: 'component:default/api',
      kind: 'component',
      namespace: 'default',
      name: 'api',
      ownerRef: TEAM,
      annotations: { 'synchrony.io/criticality': 'tier-1' },
      relations: [],
      asOf: '2026-11-26T08:00:00.000Z',
    },
    true,
  );
  const champions = {
    coverage: {
      state,
      inheritedFrom: state === 'uncovered' ? '' : TEAM,
      deputies,
      isDeclaredOnly,
    },
  };
  const facts: EntityFacts = new Map(
    Object.entries({ catalog, champions }).map(([source, raw]) => [
      source,
      { state: 'present', raw, cel: schemas.get(source)!.toCel(raw) },
    ]),
  );
  const { evidence, outcome, reason } = evaluateCheck(await checkOf(id), facts);
  return { outcome, reason, evidence };
}

it.each([
  ['covered', {}, 'pass', `An active champion of ${TEAM} covers it.`],
  ['covered_thin', {}, 'pass', `An active champion of ${TEAM} covers it.`],
  ['at_risk', {}, 'fail', 'leaves, has not confirmed, or is missing'],
  ['uncovered', {}, 'fail', 'No active champion covers it.'],
  ['uncovered', { isDeclaredOnly: true }, 'fail', 'declared, not accepted'],
])('an active champion: %s %o', async (state, more, outcome, reason) => {
  const result = await resultOf('plan.champion-active', state, more);
  expect(result).toMatchObject({
    outcome,
    reason: expect.stringContaining(reason),
  });
  expect(JSON.stringify(result.evidence)).not.toContain('user:');
});

it.each([
  ['covered', { deputies: 1 }, 'pass', 'has a deputy'],
  ['covered_thin', {}, 'fail', 'The champion has no deputy.'],
  ['covered_thin', { deputies: 1 }, 'fail', 'too many teams'],
  ['at_risk', { deputies: 1 }, 'fail', 'No active champion covers it.'],
  ['uncovered', { isDeclaredOnly: true }, 'fail', 'declared, not accepted'],
])('a deputy: %s %o', async (state, more, outcome, reason) => {
  expect(await resultOf('plan.champion-resilient', state, more)).toMatchObject({
    outcome,
    reason: expect.stringContaining(reason),
  });
});
