import {
  Specialism,
  VolunteerSuggestion,
  VolunteerVisibility,
} from '@synchrony/backstage-plugin-champions-common';
import { NeededSkills } from './neededSkills';

/** Somebody who offered to help. */
export interface Volunteer {
  userRef: string;
  specialisms: readonly string[];
  /** Percent of working time. */
  offeredPct: number;
  /** Percent that is agreed or asked for already, over all assignments. */
  takenPct: number;
  /** Scopes that the person would do; empty for any. */
  scopeRefs: readonly string[];
  willing: readonly ('champion' | 'deputy' | 'mentor')[];
  visibility: VolunteerVisibility;
  /** Groups that the person is a member of. */
  groups: readonly string[];
  /** What those groups stand under. */
  platforms: readonly string[];
  /** Scopes at which the person stands already, in whatever status. */
  standsAt: readonly string[];
  /** Scopes for which the person is primary now. */
  primaryFor: number;
}

/** A scope for which somebody is sought. */
export interface SoughtScope {
  scopeRef: string;
  /** It and the groups above it. */
  chain: readonly string[];
  platformRef?: string;
  needs: NeededSkills;
}

export interface RankingRules {
  specialisms: readonly Specialism[];
  maxScopes: number;
  /** Whether who reads runs the programme, or leads the scope only. */
  isCaptain: boolean;
}

const FIT = {
  sameTeam: 8,
  wanted: 6,
  samePlatform: 4,
  skill: 2,
  champion: 2,
  capacity: 1,
};
/** Time that counts as plenty, in percent. */
const AMPLE_PCT = 10;
const MOST_SKILLS = 3;

function isOpenTo(
  volunteer: Volunteer,
  scope: SoughtScope,
  { isCaptain, maxScopes }: RankingRules,
): boolean {
  const { scopeRefs, standsAt, visibility, willing } = volunteer;
  return (
    (isCaptain || visibility === 'leads') &&
    (willing.includes('champion') || willing.includes('deputy')) &&
    volunteer.offeredPct > volunteer.takenPct &&
    !standsAt.includes(scope.scopeRef) &&
    volunteer.primaryFor < maxScopes &&
    (scopeRefs.length === 0 || scopeRefs.some(ref => scope.chain.includes(ref)))
  );
}

function suggest(
  volunteer: Volunteer,
  scope: SoughtScope,
  specialisms: readonly Specialism[],
): VolunteerSuggestion {
  const reasons: string[] = [];
  let fit = 0;
  const add = (points: number, reason: string) => {
    fit += points;
    reasons.push(reason);
  };
  if (volunteer.groups.includes(scope.scopeRef)) {
    add(FIT.sameTeam, 'Is in this team');
  } else if (
    scope.platformRef !== undefined &&
    volunteer.platforms.includes(scope.platformRef)
  ) {
    add(FIT.samePlatform, 'Works in the same part of the organisation');
  }
  if (volunteer.scopeRefs.length > 0) {
    add(FIT.wanted, 'Asked for this team');
  }
  specialisms
    .filter(({ id }) => volunteer.specialisms.includes(id))
    .flatMap(({ findingTypes, title }) => {
      const type = findingTypes.find(each => scope.needs.has(each));
      return type === undefined
        ? []
        : [`${title}: it fits ${scope.needs.get(type)}`];
    })
    .slice(0, MOST_SKILLS)
    .forEach(reason => add(FIT.skill, reason));
  if (volunteer.willing.includes('champion')) {
    fit += FIT.champion;
  } else {
    reasons.push('Would be a deputy');
  }
  const capacityLeftPct = volunteer.offeredPct - volunteer.takenPct;
  add(
    capacityLeftPct >= AMPLE_PCT ? FIT.capacity : 0,
    `Has ${capacityLeftPct} % of working time left`,
  );
  return {
    userRef: volunteer.userRef,
    reasons,
    specialisms: [...volunteer.specialisms],
    capacityLeftPct,
    fit,
  };
}

/**
 * Who of those who offered fits a scope, the best first: members of the team,
 * who asked for it, who works nearby, and who knows what it needs. The order
 * depends on nothing else; people who fit alike are in the order of their refs.
 */
export function rankVolunteers(
  volunteers: readonly Volunteer[],
  scope: SoughtScope,
  rules: RankingRules,
): VolunteerSuggestion[] {
  return volunteers
    .filter(volunteer => isOpenTo(volunteer, scope, rules))
    .map(volunteer => suggest(volunteer, scope, rules.specialisms))
    .sort((a, b) => b.fit - a.fit || (a.userRef < b.userRef ? -1 : 1));
}
