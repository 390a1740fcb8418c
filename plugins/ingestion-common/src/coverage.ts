import type { CoverageState } from './coverageMachine';
import type { ControlType, Coverage, Page } from './types';

/** How many entities are in each state of a control. @public */
export type CoverageCounts = Record<CoverageState, number>;

/** The controls of the components of one platform. @public */
export interface PlatformCoverage {
  /**
   * The Domain of their Systems, else the Group above their owner; absent for
   * components that have neither.
   */
  platformRef?: string;
  title?: string;
  entities: number;
  controls: Record<ControlType, CoverageCounts>;
}

/** Platform by control, of all components that the caller may see. @public */
export interface CoverageMap {
  platforms: PlatformCoverage[];
  entities: number;
  /** True when only the first 10,000 components could be looked at. */
  isLowerBound?: boolean;
  /** ISO 8601, UTC. */
  asOf: string;
}

/** As `platform` of {@link CoverageQuery}: components without a platform. @public */
export const NO_PLATFORM = 'none';

/** Which components of the map to list. @public */
export interface CoverageQuery {
  control: ControlType;
  /** Ref of a platform, or {@link NO_PLATFORM}. */
  platform?: string;
  state?: CoverageState[];
  cursor?: string;
  limit?: number;
}

/** A component with one of its controls. @public */
export interface EntityCoverage extends Coverage {
  entityRef: string;
  title?: string;
  ownerRef?: string;
  platformRef?: string;
}

/** Reading of coverage across entities. @public */
export interface CoverageApi {
  /** `GET /coverage/map` */
  getCoverageMap(): Promise<CoverageMap>;
  /** `GET /coverage/entities`, by ref. */
  getCoveredEntities(query: CoverageQuery): Promise<Page<EntityCoverage>>;
}
