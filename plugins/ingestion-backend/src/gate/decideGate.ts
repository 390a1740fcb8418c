import {
  ControlType,
  FindingLocation,
  GATE_VERDICTS,
  GateCounts,
  GateReason,
  GateVerdict,
  SEVERITIES,
  Severity,
} from '@synchrony/backstage-plugin-ingestion-common';
import { GatePolicy } from './policy';
import { GateEvidence, GateFinding, GateFindings } from './types';

export interface GateDecision {
  verdict: GateVerdict;
  reasons: GateReason[];
  counts: GateCounts;
}

/** A verdict with a reason for each finding or gap that makes it. */
export function decideGate(
  policy: GatePolicy,
  evidence: GateEvidence,
): GateDecision {
  const fresh = ofPolicy(policy, evidence.fresh);
  const overdue = ofPolicy(policy, evidence.overdue);
  const gaps = evidence.gaps.filter(({ type }) => judges(policy, type));
  const counts: GateCounts = {
    new: perSeverity(fresh),
    overdue: perSeverity(overdue),
    accepted: sum(
      fresh.counts.filter(
        ({ status }) => status === 'dismissed' || status === 'risk_accepted',
      ),
    ),
    fixed: sum(evidence.fixed.filter(({ type }) => judges(policy, type))),
    unknown: gaps.length,
  };
  const reasons = [
    ...newReasons(policy, evidence.base, fresh),
    ...overdueReasons(policy, evidence.base, overdue, counts),
    ...gaps.map((gap): GateReason => ({
      kind: 'unknown',
      verdict: policy.unknown,
      ...gap,
    })),
  ]
    .filter(({ verdict }) => verdict !== 'pass')
    .concat(acceptedReasons(policy, evidence))
    .sort((left, right) => hardness(right.verdict) - hardness(left.verdict));
  return { verdict: reasons[0]?.verdict ?? 'pass', reasons, counts };
}

function newReasons(
  policy: GatePolicy,
  base: string,
  fresh: GateFindings,
): GateReason[] {
  return SEVERITIES.flatMap(severity =>
    [true, false].flatMap(kev =>
      reasonsOf(
        {
          kind: 'new',
          verdict: verdictOnNew(policy, { severity, kev }),
          severity,
          kev: kev || undefined,
          total: sum(
            fresh.counts.filter(
              count =>
                count.status === 'open' &&
                count.severity === severity &&
                count.kev === kev,
            ),
          ),
          suffix: `is not on ${base}${kev ? ' and is known to be exploited' : ''}`,
        },
        fresh.worst.filter(finding => (finding.kev ?? false) === kev),
      ),
    ),
  );
}

/** The harder of what the policy says of its severity and of its being exploited. */
function verdictOnNew(
  policy: GatePolicy,
  { kev, severity }: Pick<GateFinding, 'kev' | 'severity'>,
): GateVerdict {
  const ofSeverity = severity === 'info' ? 'pass' : policy.new[severity];
  return kev && hardness(policy.new.kev) > hardness(ofSeverity)
    ? policy.new.kev
    : ofSeverity;
}

function overdueReasons(
  policy: GatePolicy,
  base: string,
  overdue: GateFindings,
  counts: GateCounts,
): GateReason[] {
  return SEVERITIES.flatMap(severity => {
    const budget = severity === 'info' ? undefined : policy.overdue[severity];
    const total = counts.overdue[severity];
    return budget && total > budget.allowed
      ? reasonsOf(
          {
            kind: 'overdue',
            verdict: budget.verdict,
            severity,
            total,
            suffix: `is overdue on ${base}; ${total} ${severity} are, ${budget.allowed} may be`,
          },
          overdue.worst,
        )
      : [];
  });
}

/** What would not pass without the waiver that accepts it. */
function acceptedReasons(
  policy: GatePolicy,
  { accepted }: GateEvidence,
): GateReason[] {
  return accepted
    .filter(
      finding =>
        verdictOnNew(policy, finding) !== 'pass' &&
        judges(policy, finding.type),
    )
    .map(finding =>
      toReason(
        { kind: 'accepted', verdict: 'pass' },
        finding,
        `is accepted by a waiver${finding.waivedUntil ? ` until ${finding.waivedUntil.slice(0, 10)}` : ''}`,
      ),
    );
}

function toReason(
  { kind, verdict }: Pick<GateReason, 'kind' | 'verdict'>,
  finding: GateFinding,
  suffix: string,
): GateReason {
  const { dueAt, ruleId, severity, title, tools, type } = finding;
  return {
    kind,
    verdict,
    message: `${severity}: ${title} ${suffix}`,
    findingId: finding.id,
    severity,
    kev: finding.kev || undefined,
    type,
    title,
    ruleId,
    location: withoutSnippet(finding.location),
    tool: tools.join(', ') || undefined,
    dueAt,
    waivedUntil: finding.waivedUntil,
  };
}

/** One for each that has a name, and one for the rest. */
function reasonsOf(
  group: Pick<GateReason, 'kind' | 'verdict'> & {
    severity: Severity;
    kev?: true;
    total: number;
    suffix: string;
  },
  worst: GateFinding[],
): GateReason[] {
  const { kev, kind, severity, suffix, total, verdict } = group;
  const named = worst
    .filter(finding => finding.severity === severity)
    .map(finding => toReason({ kind, verdict }, finding, suffix));
  const rest = total - named.length;
  return rest > 0
    ? [
        ...named,
        {
          kind,
          verdict,
          severity,
          ...(kev && { kev }),
          message: `${rest} ${named.length > 0 ? 'more ' : ''}${severity} ${rest === 1 ? 'finding' : 'findings'}: each ${suffix}`,
        },
      ]
    : named;
}

/** Reasons are printed in logs of pipelines, where a found secret must not be. */
function withoutSnippet(
  location: FindingLocation | undefined,
): FindingLocation | undefined {
  return location && { ...location, snippet: undefined };
}

function judges(policy: GatePolicy, type: ControlType | undefined): boolean {
  return type === undefined || (policy.types?.includes(type) ?? true);
}

function ofPolicy(policy: GatePolicy, findings: GateFindings): GateFindings {
  return {
    counts: findings.counts.filter(({ type }) => judges(policy, type)),
    worst: findings.worst.filter(
      ({ status, type }) => status === 'open' && judges(policy, type),
    ),
  };
}

function perSeverity({ counts }: GateFindings): Record<Severity, number> {
  const of = (severity: Severity) =>
    sum(
      counts.filter(
        count => count.status === 'open' && count.severity === severity,
      ),
    );
  return {
    critical: of('critical'),
    high: of('high'),
    medium: of('medium'),
    low: of('low'),
    info: of('info'),
  };
}

function sum(counts: { count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

function hardness(verdict: GateVerdict): number {
  return GATE_VERDICTS.indexOf(verdict);
}
