import {
  ADVISORY_BUCKETS,
  AdvisoryBucket,
  COMPONENT_BUCKETS,
  ComponentBucket,
} from '@synchrony/backstage-plugin-ingestion-common';
import { InventorySearch } from './parseSearch';

export type Bucket = ComponentBucket | AdvisoryBucket;

/** How a bucket is drawn; unknown is hatched and never looks good. */
export type Tone = 'affected' | 'decided' | 'unknown' | 'good';

interface BucketWords {
  label: string;
  /** What it means, in a sentence. */
  meaning: string;
  tone: Tone;
}

export const BUCKET_WORDS: Record<Bucket, BucketWords> = {
  affected: {
    label: 'Affected',
    meaning:
      'A list of any age, or a finding, says that they have a version in the range.',
    tone: 'affected',
  },
  open: {
    label: 'Open finding',
    meaning: 'A finding that is open names it.',
    tone: 'affected',
  },
  unreported: {
    label: 'Not reported',
    meaning:
      'They have a version that findings elsewhere name, and no scan said so here.',
    tone: 'affected',
  },
  risk_accepted: {
    label: 'Risk accepted',
    meaning: 'A waiver accepts the finding until it ends.',
    tone: 'decided',
  },
  dismissed: {
    label: 'Dismissed',
    meaning:
      'Somebody, or a VEX statement, said that the finding does not apply.',
    tone: 'decided',
  },
  resolved: {
    label: 'Resolved',
    meaning: 'A later complete scan no longer found it.',
    tone: 'good',
  },
  cannotTell: {
    label: 'Cannot tell',
    meaning:
      'They have a version that cannot be compared, or only partial lists.',
    tone: 'unknown',
  },
  stale: {
    label: 'Old SBOM',
    meaning: 'Not in the newest list, but that is too old to rely on.',
    tone: 'unknown',
  },
  noSbom: {
    label: 'No SBOM',
    meaning: 'Not in our evidence: nothing lists what they consist of.',
    tone: 'unknown',
  },
  notAffected: {
    label: 'Not affected',
    meaning: 'A current, complete list has no version in the range.',
    tone: 'good',
  },
};

/** The buckets of a search, and the one that it opens with. */
export function bucketsOf(search: InventorySearch): {
  buckets: readonly Bucket[];
  first: Bucket;
} {
  return search.kind === 'advisory'
    ? { buckets: ADVISORY_BUCKETS, first: 'open' }
    : { buckets: COMPONENT_BUCKETS, first: 'affected' };
}
