/**
 * Where a plugin answers for evidence packs with `POST`, if it keeps records
 * that auditors look for. One that keeps none mounts nothing.
 *
 * @public
 */
export const EVIDENCE_RECORDS_PATH = '/evidence-records';

/** Entities of one request. @public */
export const MOST_ENTITIES_PER_EVIDENCE_REQUEST = 500;

/** Body of `POST /evidence-records`. @public */
export interface EvidenceRecordsRequest {
  /** The moment, ISO 8601. */
  at: string;
  /** Up to {@link MOST_ENTITIES_PER_EVIDENCE_REQUEST}. */
  entityRefs: string[];
}

/** Something that happened to a record by the moment of the request. @public */
export interface EvidenceStep {
  /** ISO 8601. */
  at: string;
  what: string;
  /** Ref of a person; absent for what time or a machine did. */
  by?: string;
  /** As what the person did it. */
  as?: string;
  note?: string;
}

/**
 * A record as it was at the moment of the request. Nothing that happens later
 * may change it.
 *
 * @public
 */
export interface EvidenceRecord {
  /** Such as `waiver`. */
  kind: string;
  id: string;
  entityRef: string;
  /** In plain words. */
  title: string;
  status: string;
  /** When it ends by itself, ISO 8601. */
  until?: string;
  /** In plain words, such as reason and treatment. */
  details: { title: string; value: string }[];
  /** Oldest first. */
  steps: EvidenceStep[];
}

/** Answer of `POST /evidence-records`. @public */
export interface EvidenceRecords {
  /** In any order. */
  records: EvidenceRecord[];
  /** Whether the caller may not read records of some of the entities. */
  withheld: boolean;
}
