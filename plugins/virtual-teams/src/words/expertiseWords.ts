import {
  Availability,
  EndorsementContext,
  ExpertiseVisibility,
  MatchReason,
  SkillCategory,
  SkillLevel,
  Willing,
} from '@synchrony/backstage-plugin-virtual-teams-common';

export const LEVEL_WORDS: Record<SkillLevel, string> = {
  aware: 'Aware',
  practitioner: 'Practitioner',
  advanced: 'Advanced',
  guide: 'Guide',
};

export const LEVEL_EXPLAINED: Record<SkillLevel, string> = {
  aware: 'knows of it',
  practitioner: 'does it',
  advanced: 'does it in hard cases',
  guide: 'leads others in it',
};

export const WILLING_WORDS: Record<Willing, string> = {
  mentor: 'Mentor',
  join: 'Join a team',
  review: 'Review work',
  talk: 'Give a talk',
};

export const VISIBILITY_WORDS: Record<ExpertiseVisibility, string> = {
  nobody: 'nobody',
  my_groups: 'your groups',
  everyone: 'everyone',
};

export const AVAILABILITY_WORDS: Record<Availability, string> = {
  free: 'Says they have time',
  limited: 'Says they have a little time',
  none: 'Says they have no time now',
  not_stated: 'Time not stated',
};

export const CONTEXT_WORDS: Record<EndorsementContext, string> = {
  virtual_team: 'In a virtual team',
  review: 'In a review',
  finding: 'On a finding',
  mentoring: 'In mentoring',
  other: 'Elsewhere',
};

export const CATEGORY_WORDS: Record<SkillCategory, string> = {
  discipline: 'Disciplines',
  framework: 'Frameworks',
  infrastructure: 'Infrastructure',
  language: 'Languages',
  technique: 'Techniques',
};

/** How a word was read as a skill. */
export const UNDERSTOOD_WORDS: Record<MatchReason['kind'], string> = {
  skill: 'the skill',
  alias: 'another word for it',
  narrower: 'a narrower skill',
  related: 'a skill that is near',
  spelling: 'spelling',
  platform: 'platform',
  willing: 'what people offer',
  availability: 'time',
  endorsed: 'endorsement',
  text: 'text',
  stale: 'not confirmed lately',
};
