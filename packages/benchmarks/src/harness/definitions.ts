import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export const SCORECARD = 'benchmark';

const STAGES = ['plan', 'code', 'build', 'operate'];
const RULES = [
  'catalog.owner.exists',
  'catalog.exposure == "internal"',
  'catalog.criticality != "tier-1"',
  'catalog.hasRepository',
];

/** A scorecard of as many checks as the peers have, about facts of the catalog. */
export async function writeDefinitions(
  folder: string,
  count: number,
): Promise<string> {
  const target = path.join(folder, 'definitions');
  await mkdir(target, { recursive: true });
  const checks = Array.from({ length: count }, (_, index) => ({
    kind: 'check',
    id: `benchmark.check-${index}`,
    version: 1,
    title: `Check ${index}`,
    stage: STAGES[index % STAGES.length],
    weight: 'medium',
    effort: 'S',
    waivable: true,
    rationale: `What check ${index} is good for, in a sentence or two of text.`,
    action: `Do what check ${index} asks for.`,
    remediation: `How to do what check ${index} asks for, step by step.`,
    noDataBecause: 'The catalog says nothing.',
    passWhen: RULES[index % RULES.length],
    passBecause: '{{catalog.owner.ref}} has done it.',
    failBecause: '{{catalog.owner.ref}} has not done it.',
    evidence: ['catalog.owner.ref', 'catalog.criticality'],
    rows: { kind: 'catalog' },
  }));
  const scorecard = {
    kind: 'scorecard',
    id: SCORECARD,
    version: 1,
    title: 'Benchmark',
    appliesTo: { kind: ['Component'] },
    targetByTier: { 'tier-1': 'gold' },
    checks: checks.map(({ id, version }, index) => ({
      check: `${id}@${version}`,
      requiredFor: ['bronze', 'silver', 'gold'][index % 3],
    })),
  };
  // JSON is YAML.
  await writeFile(
    path.join(target, 'benchmark.yaml'),
    [...checks, scorecard]
      .map(definition => JSON.stringify(definition))
      .join('\n---\n'),
  );
  return target;
}
