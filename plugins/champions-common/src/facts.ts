import { CoverageState } from './coverage';

/**
 * What the plugin publishes per entity, read as `champions` by checks. It names
 * no person: scorecards keeps evidence for long, and a person can be erased.
 *
 * @public
 */
export interface ChampionFacts {
  coverage: {
    state: CoverageState;
    /** Ref of the scope that the champion stands at; empty where uncovered. */
    inheritedFrom: string;
    /** How many deputies are active. */
    deputies: number;
    /** Whether the catalog declares somebody who has not accepted. */
    isDeclaredOnly: boolean;
  };
}

/** The id of this source of facts. @public */
export const CHAMPIONS_SOURCE = 'champions';
