import { KnownResult } from '../ledger/rebuild';
import { LedgerRow } from '../ledger/types';

/** How an entity stood in a scorecard, as it is stored. */
export interface RecordedStanding extends LedgerRow {
  entityRef: string;
  /** Milliseconds since 1970. */
  recordedAt: number;
}

/** An outcome of a check, as it is stored. */
export interface RecordedResult extends KnownResult {
  entityRef: string;
  /** Milliseconds since 1970. */
  recordedAt: number;
}
