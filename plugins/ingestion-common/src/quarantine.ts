import type { Page } from './types';

/** Why an entity may be the one that was meant. @public */
export const REBIND_HINTS = ['same_repository', 'similar_name'] as const;

/** @public */
export type RebindHint = (typeof REBIND_HINTS)[number];

/**
 * An entity that the catalog does not have, with the reports that wait for it
 * and what was known of it while the catalog had it.
 *
 * @public
 */
export interface QuarantinedEntity {
  entityRef: string;
  /** How many reports wait. */
  reports: number;
  /** Of the oldest that waits; else of the last scan that was applied. */
  since: string;
  /** When the oldest report that waits is rejected. */
  rejectedAt?: string;
  submitters: string[];
  tools: string[];
  /** Of an entity that the catalog had before. */
  evidence?: {
    /** Only for who may read findings of it. */
    findings?: number;
    scopes: number;
    lastScanAt: string;
  };
  /** The entity that was likely meant; only for who may re-bind. */
  suggestion?: { entityRef: string; hint: RebindHint };
}

/** @public */
export interface Quarantine extends Page<QuarantinedEntity> {
  /** Whether the caller may re-bind and discard. */
  manageable: boolean;
}

/** @public */
export interface QuarantineQuery {
  cursor?: string;
  limit?: number;
}

/** @public */
export interface RebindRequest {
  /** An entity that the catalog does not have. */
  from: string;
  /** An entity that it has. */
  to: string;
}

/** What was moved. @public */
export interface RebindAnswer extends RebindRequest {
  /** Reports that waited and are processed now. */
  reports: number;
  /** Only for who may read findings of where they are now. */
  findings?: number;
  scopes: number;
}

/** @public */
export interface DiscardRequest {
  entityRef: string;
  /** What the submitter reads. */
  reason: string;
}

/** @public */
export interface DiscardAnswer {
  /** Reports that were rejected. */
  reports: number;
}

/** Looking after reports whose entity the catalog does not have. @public */
export interface QuarantineApi {
  /** `GET /quarantine`, the oldest first */
  getQuarantine(query: QuarantineQuery): Promise<Quarantine>;
  /** `POST /quarantine/rebind` */
  rebind(request: RebindRequest): Promise<RebindAnswer>;
  /** `POST /quarantine/discard` */
  discardQuarantined(request: DiscardRequest): Promise<DiscardAnswer>;
}
