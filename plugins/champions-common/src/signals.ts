/** Channel on which open pages are told to look again. @public */
export const CHAMPIONS_SIGNAL_CHANNEL = 'champions';

/** Says that an assignment changed, never how. @public */
export type ChampionsSignal = {
  scopeRef: string;
  version: number;
};
