import type { CoverageState } from './coverageMachine';
import { CONTROL_TYPES, Coverage, ControlType, Page } from './types';

/**
 * What the map has a column for: the controls, and lists of components (SBOM),
 * which are evidence of their own and no dependency scan.
 *
 * @public
 */
export const COVERAGE_KINDS = [...CONTROL_TYPES, 'sbom'] as const;

/** @public */
export type CoverageKind = ControlType | 'sbom';

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
  /** Lists of components: active, stale or missing. */
  sbom: CoverageCounts;
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
  control: CoverageKind;
  /** Ref of a platform, or {@link NO_PLATFORM}. */
  platform?: string;
  state?: CoverageState[];
  cursor?: string;
  limit?: number;
}

/** A component with one of its controls, or with its list of components. @public */
export interface EntityCoverage extends Omit<Coverage, 'controlType'> {
  controlType: CoverageKind;
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
