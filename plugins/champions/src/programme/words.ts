import {
  AssignmentAction,
  AssignmentStatus,
  ChampionRole,
  CoverageReason,
  SammCoverage,
} from '@synchrony/backstage-plugin-champions-common';

export const ROLE_WORDS: Record<ChampionRole, string> = {
  primary: 'champion',
  deputy: 'deputy',
};

export const STATUS_WORDS: Record<AssignmentStatus, string> = {
  nominated: 'Nominated',
  accepted: 'Accepted',
  onboarding: 'Onboarding',
  active: 'Active',
  stepping_down: 'Leaving',
  lapsed: 'Lapsed',
  ended: 'Ended',
  closed: 'Closed',
};

export const REASON_WORDS: Record<CoverageReason, string> = {
  no_deputy: 'no deputy',
  too_many_scopes: 'one person for too many teams',
  stepping_down: 'the champion leaves',
  lapsed: 'lapsed, to be confirmed',
  no_primary: 'a deputy only',
  nobody: 'no champion',
};

export const SAMM_WORDS: Record<SammCoverage, string> = {
  none: 'None',
  some: 'Some',
  at_least_half: 'At least half',
  most_or_all: 'Most or all',
};

export const ACTION_WORDS: Record<AssignmentAction, string> = {
  accept: 'Accept',
  decline: 'Decline',
  withdrawNomination: 'Withdraw the nomination',
  agreeCapacity: 'Agree on capacity',
  activate: 'Make active',
  reconfirm: 'Confirm again',
  announceStepDown: 'Step down',
  cancelStepDown: 'Stay on',
  handOver: 'Hand over',
  withdraw: 'Withdraw',
  remove: 'Remove',
};

const EVENT_WORDS: Record<string, string> = {
  nominate: 'Nominated',
  declare: 'Declared in the catalog',
  accept: 'Accepted',
  decline: 'Declined',
  withdrawNomination: 'Nomination withdrawn',
  agreeCapacity: 'Capacity agreed',
  activate: 'Became active',
  reconfirm: 'Confirmed again',
  announceStepDown: 'Said to step down',
  cancelStepDown: 'Stays on',
  handOver: 'Handed over',
  withdraw: 'Withdrew',
  remove: 'Removed',
  expire: 'Nomination ran out',
  lapse: 'Lapsed',
  finish: 'Ended on the day announced',
  end: 'Ended',
  undeclare: 'No longer declared in the catalog',
};

/** A step of the history; one that is not known yet keeps its name. */
export function eventWords(name: string): string {
  return EVENT_WORDS[name] ?? name;
}

/** A day without its year, as `12 Dec`. */
export function shortDay(at: string): string {
  return new Date(at).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
}

/** A day, as `12 Dec 2026`. */
export function longDay(at: string): string {
  return new Date(at).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** A tier as it is called on screen. */
export function tierName(tier: string): string {
  return tier === 'none' ? 'no tier' : tier;
}
