import {
  ADVISORY_BUCKETS,
  AdvisoryFindings,
  COMPONENT_BUCKETS,
  FoundPackage,
  InventoryApi,
  InventorySearchItem,
  Page,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Bucket } from './buckets';
import { InventorySearch } from './parseSearch';

export type Counts = Partial<Record<Bucket, number>>;

/** An entity that a search found, of whatever kind the search was. */
export interface FoundEntity extends InventorySearchItem<Bucket> {
  findings?: AdvisoryFindings;
}

/** What both kinds of search answer. */
export interface Answer extends Page<FoundEntity> {
  counts: Counts;
  owners: { ownerRef?: string; counts: Counts }[];
  packages: FoundPackage[];
  isLowerBound?: boolean;
  /** Whether a finding names the advisory; absent for a package. */
  isKnown?: boolean;
  asOf: string;
}

/** Which part of an answer is wanted. */
export interface AnswerPart {
  bucket: Bucket;
  ownedBy?: string;
  cursor?: string;
  limit?: number;
}

/** Asks for one page of one bucket, with the counts of all. */
export function askInventory(
  api: InventoryApi,
  search: InventorySearch,
  { bucket, ...part }: AnswerPart,
): Promise<Answer> {
  return search.kind === 'advisory'
    ? api.searchAdvisory(search.id, {
        ...part,
        bucket: ADVISORY_BUCKETS.find(name => name === bucket),
      })
    : api.searchComponents({
        ...part,
        package: search.package,
        version: search.version,
        bucket: COMPONENT_BUCKETS.find(name => name === bucket),
      });
}
