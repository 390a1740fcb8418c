import {
  RENEWALS_AT_ONE_LEVEL,
  SEVERITIES,
  WaiverRequirement,
  WaiverRole,
} from '@synchrony/backstage-plugin-ingestion-common';
import { WaivedEntity } from './types';

/** A row of the approval matrix. */
export interface ApprovalLevel {
  /** The worst severity that it is enough for; 0 is critical. */
  worstSeverity: number;
  /** The most critical tier that it is enough for; 1 is the most critical. */
  mostCriticalTier: number;
  approvals: WaiverRole[];
  maxDays: number;
}

/** From light to hard; the last row is enough for everything. */
export type ApprovalMatrix = readonly ApprovalLevel[];

export const DEFAULT_MATRIX: ApprovalMatrix = [
  {
    worstSeverity: SEVERITIES.indexOf('medium'),
    mostCriticalTier: 3,
    approvals: ['champion'],
    maxDays: 90,
  },
  {
    worstSeverity: SEVERITIES.indexOf('high'),
    mostCriticalTier: 2,
    approvals: ['appsec'],
    maxDays: 60,
  },
  {
    worstSeverity: SEVERITIES.indexOf('critical'),
    mostCriticalTier: 1,
    approvals: ['risk-owner', 'ciso-delegate'],
    maxDays: 30,
  },
];

/** What a waiver is about, as far as it matters to who approves it. */
export interface WaiverStakes {
  /** The worst that it hides; undefined when it is not known. */
  worstSeverity: number | undefined;
  /** Whether it hides what is known to be exploited. */
  kev: boolean;
  entities: readonly WaivedEntity[];
  renewals: number;
}

/** The worst severity, and the worst there is where none is known. */
export function severityAtStake({ worstSeverity }: WaiverStakes): number {
  return worstSeverity ?? 0;
}

/** Known to be exploited, or possibly so where nothing is known. */
export function kevAtStake({ kev, worstSeverity }: WaiverStakes): boolean {
  return kev || worstSeverity === undefined;
}

/** The most critical tier, and the most critical there is without entities. */
export function tierAtStake({ entities }: WaiverStakes): number {
  return entities.length === 0
    ? 1
    : Math.min(...entities.map(({ tier }) => tier));
}

/** Who has to approve a waiver, decided by the worst that it hides. */
export function requirementOf(
  matrix: ApprovalMatrix,
  stakes: WaiverStakes,
): WaiverRequirement {
  const severity = severityAtStake(stakes);
  const counted = stakes.kev ? SEVERITIES.indexOf('critical') : severity;
  const tier = tierAtStake(stakes);
  const last = matrix.length - 1;
  const found = matrix.findIndex(
    level => counted >= level.worstSeverity && tier >= level.mostCriticalTier,
  );
  const harder = Math.floor(stakes.renewals / (RENEWALS_AT_ONE_LEVEL + 1));
  const index = Math.min((found < 0 ? last : found) + harder, last);
  const { approvals, maxDays } = matrix[index];
  return {
    roles: [...approvals],
    maxDays,
    ...(stakes.worstSeverity !== undefined && {
      worstSeverity: SEVERITIES[stakes.worstSeverity],
    }),
    ...(stakes.kev && { kev: true }),
    mostCriticalTier: `tier-${tier}`,
    because: reasons(stakes, severity, tier, harder),
  };
}

function reasons(
  { entities, kev, renewals, worstSeverity }: WaiverStakes,
  severity: number,
  tier: number,
  harder: number,
): string[] {
  const unknown = entities.filter(({ tierKnown }) => !tierKnown);
  return [
    worstSeverity === undefined
      ? 'Nothing matches now, so what comes may be critical.'
      : `The worst that it hides is ${SEVERITIES[severity]}.`,
    ...(kev
      ? [
          'It hides what is known to be exploited (KEV), which counts as critical.',
        ]
      : []),
    unknown.length > 0
      ? `${unknown[0].entityRef} names no criticality, which counts as tier-1.`
      : `The most critical entity is of tier-${tier}.`,
    ...(harder > 0
      ? [
          `It continues ${renewals} waivers; after ${RENEWALS_AT_ONE_LEVEL} renewals the next harder approval is needed.`,
        ]
      : []),
  ];
}
