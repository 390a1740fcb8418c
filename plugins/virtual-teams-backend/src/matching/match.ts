import {
  Availability,
  GapSuggestions,
  SKILL_LEVELS,
  SkillCoverage,
  Suggestion,
  SuggestionReason,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { assign } from './assign';

/** A skill of a candidate, as it is shown to who looks. */
export interface CandidateSkill {
  skillId: string;
  /** Index in SKILL_LEVELS. */
  level: number;
  isJoining: boolean;
  isMentor: boolean;
  endorsements: number;
  isStale: boolean;
}

/** Somebody who chose to be found by who looks. */
export interface Candidate {
  userRef: string;
  platformRef?: string;
  homeGroupRef?: string;
  availability: Availability;
  /** What the person offers to all teams together, in percent. */
  limitPct?: number;
  /** What they give already. */
  givenPct: number;
  skills: readonly CandidateSkill[];
}

export interface MatchQuestion {
  /** Skills that are asked for, and how they are covered. */
  skills: readonly SkillCoverage[];
  candidates: readonly Candidate[];
  /** Platforms of which somebody is in already. */
  memberPlatformRefs: readonly string[];
  /** More than this nobody gives, in percent. */
  allocationLimitPct: number;
  /** Whether two ids stand for the same skill. */
  isSame: (one: string, other: string) => boolean;
}

/**
 * What speaks for a person, in points. Saying that one wants to join weighs
 * most, because nobody is pressed; then a platform that the team lacks; then
 * time; then how well the skill is known, and by whose word.
 */
const POINTS = {
  joins: 20,
  newPlatform: 15,
  free: 12,
  limited: 5,
  levelAbove: 4,
  endorsement: 3,
  stale: -6,
} as const;

/** More endorsements than these say no more. */
const COUNTED_ENDORSEMENTS = 3;

function limitOf(
  { limitPct }: Candidate,
  { allocationLimitPct }: MatchQuestion,
): number {
  return Math.min(limitPct ?? allocationLimitPct, allocationLimitPct);
}

function isAtLimit(candidate: Candidate, question: MatchQuestion): boolean {
  return (
    candidate.availability === 'none' ||
    candidate.givenPct >= limitOf(candidate, question)
  );
}

function skillFor(
  { skills }: Candidate,
  gap: SkillCoverage,
  { isSame }: MatchQuestion,
): CandidateSkill | undefined {
  const least = SKILL_LEVELS.indexOf(gap.level);
  return [...skills]
    .sort((one, other) => other.level - one.level)
    .find(
      ({ level, skillId }) => level >= least && isSame(skillId, gap.skillId),
    );
}

function pointsFor(
  candidate: Candidate,
  skill: CandidateSkill,
  gap: SkillCoverage,
  { memberPlatformRefs }: MatchQuestion,
): number {
  const { availability, platformRef } = candidate;
  return (
    (skill.isJoining ? POINTS.joins : 0) +
    (platformRef !== undefined && !memberPlatformRefs.includes(platformRef)
      ? POINTS.newPlatform
      : 0) +
    (availability === 'free' ? POINTS.free : 0) +
    (availability === 'limited' ? POINTS.limited : 0) +
    (skill.level - SKILL_LEVELS.indexOf(gap.level)) * POINTS.levelAbove +
    Math.min(skill.endorsements, COUNTED_ENDORSEMENTS) * POINTS.endorsement +
    (skill.isStale ? POINTS.stale : 0)
  );
}

function reasonsFor(
  candidate: Candidate,
  skill: CandidateSkill,
  title: string,
  question: MatchQuestion,
): SuggestionReason[] {
  const { availability, givenPct, limitPct, platformRef } = candidate;
  const endorsed =
    skill.endorsements > 0
      ? `, ${skill.endorsements} ${skill.endorsements === 1 ? 'endorsement' : 'endorsements'}`
      : '';
  const known = (
    kind: SuggestionReason['kind'],
    text: string,
  ): SuggestionReason => ({ kind, text, isKnown: true });
  const free = limitOf(candidate, question) - givenPct;
  return [
    known('skill', `${title}: ${SKILL_LEVELS[skill.level]}${endorsed}`),
    ...(platformRef !== undefined &&
    !question.memberPlatformRefs.includes(platformRef)
      ? [known('platform', 'Adds a platform that the team lacks')]
      : []),
    ...(skill.isJoining || skill.isMentor
      ? [
          known(
            'willing',
            skill.isJoining
              ? `Wants to join${skill.isMentor ? ', and mentors' : ''}`
              : 'Mentors',
          ),
        ]
      : []),
    ...(availability === 'not_stated'
      ? [
          {
            kind: 'unknown' as const,
            text:
              limitPct === undefined
                ? 'Availability not stated'
                : `Offers ${limitPct} %, availability not stated`,
            isKnown: false,
          },
        ]
      : [
          known(
            'availability',
            limitPct === undefined
              ? `Has time${availability === 'limited' ? ', but little' : ''}`
              : `Offers ${limitPct} %, has ${free} % free`,
          ),
        ]),
    ...(skill.isStale
      ? [
          {
            kind: 'unknown' as const,
            text: 'Has not confirmed the skill for a year',
            isKnown: false,
          },
        ]
      : []),
  ];
}

/**
 * Who closes the gaps of a team: for each gap those who fit, in suggested
 * order, and who is best for it when all gaps are closed together. People at
 * their limit are counted and not named.
 */
export function matchGaps(question: MatchQuestion): GapSuggestions[] {
  const gaps = question.skills.filter(({ count, covered }) => covered < count);
  const able = question.candidates.filter(
    candidate => !isAtLimit(candidate, question),
  );
  const pairs = assign(
    gaps.map(({ count, covered }) => count - covered),
    able.length,
    (index, candidate) => {
      const skill = skillFor(able[candidate], gaps[index], question);
      return skill && pointsFor(able[candidate], skill, gaps[index], question);
    },
  );
  return gaps.map((gap, index) => {
    const title = gap.title ?? gap.skillName;
    const people = able.flatMap((candidate): Suggestion[] => {
      const skill = skillFor(candidate, gap, question);
      return skill === undefined
        ? []
        : [
            {
              userRef: candidate.userRef,
              platformRef: candidate.platformRef,
              homeGroupRef: candidate.homeGroupRef,
              reasons: reasonsFor(candidate, skill, title, question),
              freePct:
                candidate.availability === 'not_stated' ||
                candidate.limitPct === undefined
                  ? undefined
                  : limitOf(candidate, question) - candidate.givenPct,
              fit: pointsFor(candidate, skill, gap, question),
            },
          ];
    });
    return {
      skillId: gap.skillId,
      title,
      level: gap.level,
      missing: gap.count - gap.covered,
      people: people.sort(
        (one, other) =>
          other.fit - one.fit || one.userRef.localeCompare(other.userRef),
      ),
      atLimit: question.candidates.filter(
        candidate =>
          isAtLimit(candidate, question) &&
          skillFor(candidate, gap, question) !== undefined,
      ).length,
      assigned: pairs
        .filter(pair => pair.gap === index)
        .map(({ candidate }) => able[candidate].userRef),
    };
  });
}
