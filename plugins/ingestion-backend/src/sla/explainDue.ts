import { Severity } from '@synchrony/backstage-plugin-ingestion-common';
import { Answer, isExposed, Vulnerability } from './DueTable';
import { parseSlaClass, SlaClass } from './slaClass';
import { SlaPolicy } from './SlaPolicy';

const EXPOSURE_WORDS = {
  internet: 'internet-facing',
  partner: 'reachable by partners',
  internal: 'internal',
};

/** What an explanation is made of. */
export interface DueFacts {
  policy: SlaPolicy;
  /** Version of the policy; absent while it is not stored yet. */
  version?: number;
  /** As stored with the entity. */
  slaClass: string;
  severity: Severity;
  /** Absent for findings that are about no known vulnerability. */
  vulnerability?: Vulnerability & { kevSince?: number };
  noFix: boolean;
  /** Milliseconds; absent for no due date. */
  dueAt?: number;
}

/** A day such as `3 Nov 2026`, in UTC. */
export function dayOf(time: number): string {
  return new Date(time).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** Why a finding is due when it is, in a line for people. */
export function explainDue(facts: DueFacts): string {
  const { policy, version } = facts;
  const slaClass = parseSlaClass(facts.slaClass);
  const matrix = policy.kind === 'risk-matrix' && facts.vulnerability;
  const reasons = matrix
    ? matrixReasons(policy, slaClass, matrix)
    : severityReasons(facts, slaClass);
  const name = `${matrix ? 'risk matrix' : 'policy'} ${policy.name}`;
  return `${beginning(facts, Boolean(matrix))}: ${reasons.join(', ')}; ${name}${version === undefined ? '' : ` v${version}`}`;
}

function beginning({ dueAt, noFix }: DueFacts, matrix: boolean): string {
  if (dueAt === undefined) {
    return matrix ? 'no due date, with the next upgrade' : 'no due date';
  }
  return noFix
    ? `decide by ${dayOf(dueAt)} to mitigate or accept, as no fixed version is known`
    : `due ${dayOf(dueAt)}`;
}

function severityReasons(
  { policy, severity, vulnerability }: DueFacts,
  { exposure, tier }: SlaClass,
): string[] {
  const unknown = policy.unknown === 'worse' ? ' (counts as the worst)' : '';
  const reasons = [
    `${severity} on ${tier ?? `a service without a stated tier${unknown}`}`,
    exposure ? EXPOSURE_WORDS[exposure] : `exposure not stated${unknown}`,
  ];
  if (vulnerability) {
    reasons.push(kevReason(policy, vulnerability));
  }
  return reasons;
}

function matrixReasons(
  policy: SlaPolicy,
  slaClass: SlaClass,
  vulnerability: Vulnerability & { kevSince?: number },
): string[] {
  const { exposure } = slaClass;
  const { automatable, totalImpact } = vulnerability;
  const counted = isExposed(policy, slaClass) ? 'exposed' : 'not exposed';
  return [
    exposure
      ? EXPOSURE_WORDS[exposure]
      : `exposure not stated (counts as ${counted})`,
    kevReason(policy, vulnerability),
    answerWords(policy, automatable, {
      yes: 'automatable',
      no: 'not automatable',
      unknown: 'automation',
    }),
    answerWords(policy, totalImpact, {
      yes: 'total impact',
      no: 'partial impact',
      unknown: 'impact',
    }),
  ];
}

function kevReason(
  policy: SlaPolicy,
  { kev, kevSince }: Vulnerability & { kevSince?: number },
): string {
  if (kev === 1 && kevSince !== undefined) {
    return `KEV since ${dayOf(kevSince)}`;
  }
  return answerWords(policy, kev, {
    yes: 'in KEV',
    no: 'not in KEV',
    unknown: 'exploitation',
  });
}

function answerWords(
  policy: SlaPolicy,
  answer: Answer,
  words: { yes: string; no: string; unknown: string },
): string {
  switch (answer) {
    case 0:
      return words.no;
    case 1:
      return words.yes;
    default:
      return policy.unknown === 'worse'
        ? `${words.unknown} not known (counts as ${words.yes})`
        : `${words.unknown} not known`;
  }
}
