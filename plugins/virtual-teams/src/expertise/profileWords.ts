import {
  Availability,
  ExpertiseVisibility,
} from '@synchrony/backstage-plugin-virtual-teams-common';

export const MY_VISIBILITY_WORDS: Record<ExpertiseVisibility, string> = {
  nobody: 'Nobody',
  my_groups: 'People of my groups',
  everyone: 'Everyone in the portal',
};

export const MY_AVAILABILITY_WORDS: Record<Availability, string> = {
  free: 'I have time',
  limited: 'I have a little time',
  none: 'I have no time now',
  not_stated: 'I do not say',
};
