import {
  AssignmentStatus,
  ChampionRole,
} from '@synchrony/backstage-plugin-champions-common';

/** Where an assignment stands. */
export const STATUS_WORDS: Record<AssignmentStatus, string> = {
  nominated: 'Asked',
  accepted: 'Accepted, time not agreed yet',
  onboarding: 'In training',
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
