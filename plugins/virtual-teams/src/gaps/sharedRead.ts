import { VirtualTeamsApi } from '@synchrony/backstage-plugin-virtual-teams-common';

const FRESH_MS = 10_000;

/**
 * Makes a read that all marks of a page share: they ask within a moment, and
 * one request answers them all. What failed is asked again.
 */
export function sharedRead<T>(
  read: (api: VirtualTeamsApi) => Promise<T>,
): (api: VirtualTeamsApi) => Promise<T> {
  const reads = new WeakMap<
    VirtualTeamsApi,
    { at: number; answer: Promise<T> }
  >();
  return api => {
    const known = reads.get(api);
    if (known && Date.now() - known.at < FRESH_MS) {
      return known.answer;
    }
    const answer = read(api);
    reads.set(api, { at: Date.now(), answer });
    answer.catch(() => reads.delete(api));
    return answer;
  };
}
