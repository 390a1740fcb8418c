export { estimateEffect } from './estimateEffect';
export { methodOf } from './method';
export type { EffectInput, TeamDay, TeamHistory } from './types';
