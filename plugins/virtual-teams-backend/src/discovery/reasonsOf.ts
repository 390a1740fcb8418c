import {
  Expertise,
  MatchReason,
  PersonHit,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { SkillIndex } from '../query/SkillIndex';
import { PeopleFilter } from './types';

const OFFERS = {
  mentor: 'Offers to mentor',
  join: 'Would join a team',
  review: 'Offers to review',
  talk: 'Would give a talk',
} as const;

/** The skills of a person that were asked for, or all where none was. */
export function skillsThatMatch<T extends { skillId: string; level: string }>(
  expertise: T[],
  filter: PeopleFilter,
  index: SkillIndex,
): T[] {
  const asked = new Set([
    ...filter.terms.flatMap(({ matches }) => matches.map(m => m.skillId)),
    ...filter.required.flat(),
  ]);
  return asked.size === 0
    ? expertise
    : expertise.filter(
        ({ skillId }) =>
          asked.has(skillId) || asked.has(index.current(skillId)),
      );
}

function skillReasons(
  expertise: Omit<Expertise, 'endorsements'>,
  filter: PeopleFilter,
  index: SkillIndex,
): MatchReason[] {
  const current = index.current(expertise.skillId);
  const match = filter.terms
    .flatMap(({ matches }) => matches)
    .find(({ skillId }) => skillId === current);
  const { endorsementCount: endorsed, isStale, skillName } = expertise;
  return [
    match
      ? { kind: match.how, text: `${match.text}; says: ${expertise.level}` }
      : {
          kind: 'skill' as const,
          text: `${skillName}; says: ${expertise.level}`,
        },
    ...(endorsed > 0
      ? [
          {
            kind: 'endorsed' as const,
            text: `${endorsed === 1 ? 'One person' : `${endorsed} people`} endorsed ${skillName}`,
          },
        ]
      : []),
    ...(isStale
      ? [
          {
            kind: 'stale' as const,
            text: `${skillName} was last confirmed on ${expertise.confirmedAt.slice(0, 10)}`,
          },
        ]
      : []),
  ];
}

/** Why a person was found. */
export function reasonsOf(
  hit: Omit<PersonHit, 'why' | 'type'>,
  filter: PeopleFilter,
  index: SkillIndex,
  platformName: (ref: string) => string,
): MatchReason[] {
  const offered = filter.willing.filter(each =>
    hit.expertise.some(({ willing }) => willing.includes(each)),
  );
  return [
    ...hit.expertise.flatMap(each => skillReasons(each, filter, index)),
    ...(filter.platformRefs && hit.platformRef
      ? [
          {
            kind: 'platform' as const,
            text: `Works in ${platformName(hit.platformRef)}`,
          },
        ]
      : []),
    ...offered.map(each => ({ kind: 'willing' as const, text: OFFERS[each] })),
    ...(filter.isAvailable
      ? [
          {
            kind: 'availability' as const,
            text:
              hit.availability === 'free'
                ? 'Says: has time'
                : 'Says: has some time',
          },
        ]
      : []),
  ];
}
