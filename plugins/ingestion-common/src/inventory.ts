import { ExportFormat } from './findingViews';
import { FindingStatus, Page, Severity } from './types';

/** @public */
export const COMPONENT_BUCKETS = [
  'affected',
  'cannotTell',
  'stale',
  'noSbom',
  'notAffected',
] as const;

/**
 * Where an entity belongs when a package in a range of versions is looked for:
 *
 * - `affected`: it has a version in the range, as far as evidence of any age says;
 * - `cannotTell`: it has a version that can't be compared with the range, or
 *   only partial lists;
 * - `stale`: not in its newest list, but that is too old to rely on;
 * - `noSbom`: nothing lists what it consists of;
 * - `notAffected`: a current, complete list has no version in the range.
 *
 * @public
 */
export type ComponentBucket = (typeof COMPONENT_BUCKETS)[number];

/** @public */
export const ADVISORY_BUCKETS = [
  'open',
  'risk_accepted',
  'dismissed',
  'resolved',
  'unreported',
  'cannotTell',
  'stale',
  'noSbom',
  'notAffected',
] as const;

/**
 * Where an entity belongs when an advisory is looked for: by the worst status
 * of its findings that name it, else by what it consists of. `unreported` has a
 * version that findings elsewhere name, and no scan said so.
 *
 * @public
 */
export type AdvisoryBucket = (typeof ADVISORY_BUCKETS)[number];

/** Whether a version is among those looked for. @public */
export type VersionAnswer = 'in' | 'out' | 'unknown';

/** A version of a package that an entity has. @public */
export interface InventoryMatch {
  /** As its ecosystem writes it, e.g. `org.example:lib`. */
  package: string;
  /** Package URL type; empty when nobody told. */
  type: string;
  /** Empty when nobody told. */
  version: string;
  answer: VersionAnswer;
  /** Whether the entity depends on it itself; absent when no graph says so. */
  direct?: boolean;
  /** What says so: a list of components, or a finding. */
  source: 'inventory' | 'finding';
  tool?: string;
  category?: string;
  environment?: string;
  /** When it was said, ISO 8601. */
  asOf?: string;
  findingId?: string;
  /** Of the finding. */
  status?: FindingStatus;
  /** Versions that fix the finding, as far as the scanner says. */
  fixedVersions?: string[];
}

/** An entity in the answer of a search. @public */
export interface InventorySearchItem<Bucket extends string> {
  entityRef: string;
  ownerRef?: string;
  bucket: Bucket;
  /** Its newest complete list, ISO 8601. */
  asOf?: string;
  /** Whether that is too old to rely on; absent without a list. */
  isStale?: boolean;
  matches: InventoryMatch[];
}

/** A package that a search found in what the caller may see. @public */
export interface FoundPackage {
  /** As its ecosystem writes it. */
  name: string;
  /** Package URL type; empty when nobody told. */
  type: string;
  /** Package URL without a version, where the type is known. */
  purl?: string;
}

/** Entities of one owner by bucket. @public */
export interface OwnerCounts<Bucket extends string> {
  /** Absent for those that nobody owns. */
  ownerRef?: string;
  counts: Record<Bucket, number>;
}

/** What every search answers beside its page. @public */
export interface InventorySearchSummary<Bucket extends string> {
  /** Entities by bucket, of all that the caller may see. */
  counts: Record<Bucket, number>;
  /** The same by owner; those with most in the bucket of the page first, up to 100. */
  owners: OwnerCounts<Bucket>[];
  packages: FoundPackage[];
  /**
   * There is more than could be looked through: at least these are affected, and
   * any of the others may be.
   */
  isLowerBound?: boolean;
  asOf: string;
}

/** Answer of `GET /inventory/components`. @public */
export type ComponentSearchPage = InventorySearchSummary<ComponentBucket> &
  Page<InventorySearchItem<ComponentBucket>>;

/** @public */
export interface ComponentSearchQuery {
  /** A name, `group:name` or a package URL. */
  package: string;
  /** A range such as `<2.17.0`, `>=2.0 <2.17` or `=1.2.3`; every version without one. */
  version?: string;
  /** `affected` by default. */
  bucket?: ComponentBucket;
  /** Limits the page, and none of the counts, to what this group or user owns. */
  ownedBy?: string;
  cursor?: string;
  limit?: number;
}

/** Which package an export is about. @public */
export type ComponentExportQuery = Pick<
  ComponentSearchQuery,
  'package' | 'version'
>;

/** Findings of an entity that name an advisory. @public */
export interface AdvisoryFindings {
  counts: Record<FindingStatus, number>;
  severity: Severity;
  firstSeenAt: string;
  /** The first due date of those that are open. */
  dueAt?: string;
  overdue: boolean;
}

/** An entity in the answer of an advisory search. @public */
export interface AdvisorySearchItem extends InventorySearchItem<AdvisoryBucket> {
  findings?: AdvisoryFindings;
}

/** Answer of `GET /advisories/{id}`. @public */
export type AdvisorySearchPage = InventorySearchSummary<AdvisoryBucket> & {
  /** Whether a finding that the caller may see names it. */
  isKnown: boolean;
} & Page<AdvisorySearchItem>;

/** @public */
export interface AdvisorySearchQuery {
  /** `open` by default. */
  bucket?: AdvisoryBucket;
  /** Limits the page, and none of the counts, to what this group or user owns. */
  ownedBy?: string;
  cursor?: string;
  limit?: number;
}

/** A component of one entity. @public */
export interface EntityComponent {
  package: string;
  type: string;
  version: string;
  kind?: string;
  usage?: 'required' | 'optional' | 'excluded';
  direct?: boolean;
  licences: string[];
}

/** One list of components of an entity. @public */
export interface EntityInventoryList {
  tool: string;
  category: string;
  ref: string;
  environment: string;
  components: number;
  /** Newest complete list, ISO 8601; absent when there were only partial ones. */
  lastCompleteAt?: string;
  lastScanAt: string;
  isStale: boolean;
}

/** Answer of `GET /entities/{namespace}/{kind}/{name}/inventory`. @public */
export interface EntityInventoryPage extends Page<EntityComponent> {
  lists: EntityInventoryList[];
  asOf: string;
}

/** @public */
export interface EntityInventoryQuery {
  /** The beginning of a name. */
  q?: string;
  cursor?: string;
  limit?: number;
}

/**
 * What entities consist of, and whom an advisory concerns.
 *
 * @public
 */
export interface InventoryApi {
  /** `GET /inventory/components` */
  searchComponents(query: ComponentSearchQuery): Promise<ComponentSearchPage>;
  /** `GET /advisories/{id}` */
  searchAdvisory(
    id: string,
    query?: AdvisorySearchQuery,
  ): Promise<AdvisorySearchPage>;
  /** `GET /inventory/components/export`: every bucket, as a file. */
  exportComponents(
    query: ComponentExportQuery,
    format: ExportFormat,
  ): Promise<Blob>;
  /** `GET /advisories/{id}/export`: every bucket, as a file. */
  exportAdvisory(id: string, format: ExportFormat): Promise<Blob>;
  /** `GET /inventory/packages`: packages whose names begin with a text. */
  suggestPackages(q: string): Promise<{ items: FoundPackage[] }>;
  /** `GET /entities/{namespace}/{kind}/{name}/inventory` */
  getInventory(
    entityRef: string,
    query?: EntityInventoryQuery,
  ): Promise<EntityInventoryPage>;
  /** `GET /entities/{namespace}/{kind}/{name}/inventory/export`: as a file. */
  exportInventory(
    entityRef: string,
    query: Pick<EntityInventoryQuery, 'q'>,
    format: ExportFormat,
  ): Promise<Blob>;
}
