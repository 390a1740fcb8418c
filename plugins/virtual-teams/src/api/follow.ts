import { VIRTUAL_TEAMS_SIGNAL_CHANNEL } from '@synchrony/backstage-plugin-virtual-teams-common';

/** What teams and people change is read again on a signal; changes come in bursts. */
export const FOLLOW = {
  channel: VIRTUAL_TEAMS_SIGNAL_CHANNEL,
  signalGapMs: 2_000,
};
