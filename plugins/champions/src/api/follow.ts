import { CHAMPIONS_SIGNAL_CHANNEL } from '@synchrony/backstage-plugin-champions-common';

/**
 * What assignments change is read again on a signal; changes come in bursts, as
 * after a load of the catalog.
 */
export const FOLLOW = {
  channel: CHAMPIONS_SIGNAL_CHANNEL,
  signalGapMs: 2_000,
};
