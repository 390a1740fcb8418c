import { hash } from 'node:crypto';
import { SEVERITIES } from '@synchrony/backstage-plugin-ingestion-common';
import { riskIndex } from './riskMatrix';
import {
  Exposure,
  EXPOSURES,
  parseSlaClass,
  SlaClass,
  Tier,
  TIERS,
} from './slaClass';
import { DAY_MS, SlaCell, SlaPolicy } from './SlaPolicy';

/** No, yes, not known: how facts of a vulnerability are stored in codes. */
export const ANSWERS = [0, 1, 2] as const;

/** 0 no, 1 yes, 2 not known. */
export type Answer = (typeof ANSWERS)[number];

/** What is known of a vulnerability. */
export interface Vulnerability {
  kev: Answer;
  automatable: Answer;
  totalImpact: Answer;
}

/** 0 to 26; `ruleRiskSql` computes the same. */
export function vulnerabilityCode(facts: Vulnerability): number {
  return facts.kev * 9 + facts.automatable * 3 + facts.totalImpact;
}

/** What due dates and ranks of the findings of an entity come from. */
export interface DueTable {
  /** The same for the same content. */
  key: string;
  /** Milliseconds from first seen to due by severity; null for never. */
  plain: (number | null)[];
  /** For vulnerabilities, by code × 5 + severity. */
  known: (number | null)[];
  /** By severity, 0 to 79: severity × tier in the suggested order. */
  weights: number[];
}

const SEVERITY_WEIGHTS = [1, 0.7, 0.4, 0.2, 0.05];
const TIER_WEIGHTS: Record<Tier, number> = {
  'tier-1': 1,
  'tier-2': 0.8,
  'tier-3': 0.6,
  'tier-4': 0.4,
};
/** Times the highest likelihood, 100, it fits into a rank; see `rankSql`. */
const HEAVIEST = 79;

/** Days of a finding; undefined for no due date. */
export function daysToFix(
  policy: SlaPolicy,
  slaClass: SlaClass,
  severity: number,
  vulnerability?: Vulnerability,
): number | undefined {
  const isYes = (answer: Answer) =>
    answer === 1 || (answer === 2 && policy.unknown === 'worse');
  if (policy.kind === 'risk-matrix' && vulnerability) {
    const days =
      policy.matrix[
        riskIndex({
          exposed: isExposed(policy, slaClass),
          kev: isYes(vulnerability.kev),
          automatable: isYes(vulnerability.automatable),
          totalImpact: isYes(vulnerability.totalImpact),
        })
      ];
    return days ?? undefined;
  }
  // A worse severity is never due after a milder one.
  const options = SEVERITIES.slice(severity).flatMap((_, index) =>
    daysBySeverity(policy, slaClass, severity + index),
  );
  for (const cell of policy.cells) {
    if (holds(policy, slaClass, severity, cell)) {
      options.push(cell.days);
    }
  }
  if (
    policy.kevDays !== undefined &&
    vulnerability &&
    isYes(vulnerability.kev)
  ) {
    options.push(policy.kevDays);
  }
  return options.length > 0 ? Math.min(...options) : undefined;
}

/** Reachable from outside the organisation, as partners are too. */
export function isExposed(policy: SlaPolicy, { exposure }: SlaClass): boolean {
  return exposure === undefined
    ? policy.unknown === 'worse'
    : exposure !== 'internal';
}

function daysBySeverity(
  policy: SlaPolicy,
  slaClass: SlaClass,
  severity: number,
): number[] {
  const word = SEVERITIES[severity];
  const days = policy.days[word];
  if (days === undefined) {
    return [];
  }
  const tight = holds(policy, slaClass, severity, {
    tier: 'tier-1',
    exposure: 'internet',
  });
  return [days * (word === 'high' && tight ? policy.tightFactor : 1)];
}

function holds(
  policy: SlaPolicy,
  { exposure, tier }: SlaClass,
  severity: number,
  cell: Omit<SlaCell, 'days'>,
): boolean {
  return (
    (cell.severity === undefined ||
      severity <= SEVERITIES.indexOf(cell.severity)) &&
    isAsBad<Tier>(policy, TIERS, tier, cell.tier) &&
    isAsBad<Exposure>(policy, EXPOSURES, exposure, cell.exposure)
  );
}

function isAsBad<T>(
  policy: SlaPolicy,
  worstFirst: readonly T[],
  value: T | undefined,
  limit: T | undefined,
): boolean {
  if (limit === undefined) {
    return true;
  }
  return value === undefined
    ? policy.unknown === 'worse'
    : worstFirst.indexOf(value) <= worstFirst.indexOf(limit);
}

/** The table of all entities of a class, such as `tier-1/internet`. */
export function toDueTable(policy: SlaPolicy, slaClass: string): DueTable {
  const parsed = parseSlaClass(slaClass);
  const offset = (severity: number, vulnerability?: Vulnerability) => {
    const days = daysToFix(policy, parsed, severity, vulnerability);
    return days === undefined ? null : Math.round(days * DAY_MS);
  };
  const severities = SEVERITIES.map((_, severity) => severity);
  const tier = parsed.tier ? TIER_WEIGHTS[parsed.tier] : 1;
  const table = {
    plain: severities.map(severity => offset(severity)),
    known: ANSWERS.flatMap(kev =>
      ANSWERS.flatMap(automatable =>
        ANSWERS.flatMap(totalImpact =>
          severities.map(severity =>
            offset(severity, { kev, automatable, totalImpact }),
          ),
        ),
      ),
    ),
    weights: SEVERITY_WEIGHTS.map(weight =>
      Math.round(weight * tier * HEAVIEST),
    ),
  };
  return {
    key: hash('sha256', JSON.stringify(table), 'base64url').slice(0, 22),
    ...table,
  };
}

/** Tables of a policy, each computed once. */
export class DueTables {
  readonly policy: SlaPolicy;
  readonly #tables = new Map<string, DueTable>();

  constructor(policy: SlaPolicy) {
    this.policy = policy;
  }

  of(slaClass: string): DueTable {
    let table = this.#tables.get(slaClass);
    if (!table) {
      table = toDueTable(this.policy, slaClass);
      this.#tables.set(slaClass, table);
    }
    return table;
  }
}
