import {
  AssignmentStatus,
  ChampionRole,
} from '@synchrony/backstage-plugin-champions-common';

/** Where an assignment stands. */
export const STATUS_WORDS: Record<AssignmentStatus, string> = {
  nominated: 'Nominated',
  accepted: 'Accepted, time not agreed yet',
  onboarding: 'Onboarding',
  active: 'Active',
  stepping_down: 'Stepping down',
  lapsed: 'Lapsed',
  ended: 'Ended',
  closed: 'Closed',
};

export const ROLE_WORDS: Record<ChampionRole, string> = {
  primary: 'Champion',
  deputy: 'Deputy',
};

/** A role within a sentence. */
export function roleInSentence(role: ChampionRole): string {
  return ROLE_WORDS[role].toLocaleLowerCase('en-GB');
}
