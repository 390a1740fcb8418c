import { TimeInput } from './formatTime';

/** @public */
export type FreshnessState = 'fresh' | 'ageing' | 'stale';

/** Evidence is ageing once this share of its life has passed. */
const AGEING_FROM = 2 / 3;

/**
 * How fresh evidence is: stale from `staleAt` on, ageing in the last third of
 * its life before that. Without `staleAt` it does not age.
 *
 * @public
 */
export function freshnessOf(options: {
  at: TimeInput;
  staleAt?: TimeInput;
  now: TimeInput;
}): FreshnessState {
  const { at, staleAt, now } = options;
  if (staleAt === undefined) {
    return 'fresh';
  }
  const start = new Date(at).getTime();
  const end = new Date(staleAt).getTime();
  const moment = new Date(now).getTime();
  if (moment >= end) {
    return 'stale';
  }
  return moment - start >= (end - start) * AGEING_FROM ? 'ageing' : 'fresh';
}
