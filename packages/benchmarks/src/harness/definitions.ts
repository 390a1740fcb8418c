import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { measureName } from './measures';

export const SCORECARD = 'benchmark';

const STAGES = ['plan', 'code', 'build', 'operate'];
const RULES = [
  'catalog.owner.exists',
  'catalog.exposure == "internal"',
  'catalog.criticality != "tier-1"',
  'catalog.hasRepository',
];

/** What one check is about. */
interface Rule {
  passWhen: string;
  passBecause: string;
  failBecause: string;
  evidence: string[];
}

function catalogRule(index: number): Rule {
  return {
    passWhen: RULES[index % RULES.length],
    passBecause: '{{catalog.owner.ref}} has done it.',
    failBecause: '{{catalog.owner.ref}} has not done it.',
    evidence: ['catalog.owner.ref', 'catalog.criticality'],
  };
}

function measureRule(index: number): Rule {
  const measure = `measures.${measureName(index)}`;
  return {
    passWhen: `${measure} == 0`,
    passBecause: `Nothing is open (${measure} is {{${measure}}}).`,
    failBecause: `{{counted(${measure}, "thing")}} of ${measure} must be done.`,
    evidence: [measure],
  };
}

/** A scorecard of as many checks as the peers have, about facts of the catalog. */
export function writeDefinitions(
  folder: string,
  count: number,
): Promise<string> {
  return write(folder, count, catalogRule);
}

/** A scorecard of checks about what the plugin `measures` says. */
export function writeMeasureDefinitions(
  folder: string,
  count: number,
): Promise<string> {
  return write(folder, count, measureRule);
}

async function write(
  folder: string,
  count: number,
  ruleOf: (index: number) => Rule,
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
    ...ruleOf(index),
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
