import {
  EarnedLevel,
  EvidenceItem,
  Level,
  Outcome,
  Stage,
  UnknownReason,
  WeightWord,
} from '../types';

/** Kinds of entities of which there are evidence packs. @public */
export const EVIDENCE_PACK_KINDS = ['component', 'system', 'domain'] as const;

/** @public */
export const EVIDENCE_PACK_FORMATS = ['json', 'markdown', 'csv'] as const;

/** @public */
export type EvidencePackFormat = (typeof EVIDENCE_PACK_FORMATS)[number];

/** Components of one pack. @public */
export const MOST_ENTITIES_PER_PACK = 500;

/** A check of a scorecard that was in force. @public */
export interface PackCheckDefinition {
  id: string;
  version: number;
  title: string;
  stage: Stage;
  weight: WeightWord;
  requiredFor?: EarnedLevel;
  /** The level that requires it where the catalog's facts ask for more. */
  soonerFor?: EarnedLevel;
  waivable: boolean;
  sensitive: boolean;
  /** What has to hold to pass, as a CEL expression. */
  passWhen: string;
  /** SHA-256 of the whole definition as canonical JSON. */
  sha256: string;
}

/** A version of a scorecard that was in force for an entity of the pack. @public */
export interface PackScorecard {
  id: string;
  version: number;
  title: string;
  /** SHA-256 of the definition as canonical JSON. */
  sha256: string;
  checks: PackCheckDefinition[];
}

/** How a check stood. @public */
export interface PackCheck {
  id: string;
  version: number;
  outcome: Outcome;
  unknownReason?: UnknownReason;
  /** See `CheckView.needsAttention`. */
  needsAttention?: boolean;
  requiredFor?: EarnedLevel;
  /**
   * Since when the outcome held, ISO 8601. This, reason and evidence are those
   * with which it began; absent when redacted, and where none was recorded.
   */
  since?: string;
  /** When that was recorded; later than the pack's time when told late. */
  recordedAt?: string;
  reason?: string;
  evidence?: EvidenceItem[];
}

/** How an entity stood in a scorecard. Points are rounded to tenths. @public */
export interface PackStanding {
  scorecardId: string;
  version: number;
  level: Level;
  targetLevel?: EarnedLevel;
  scoreLow?: number;
  scoreHigh?: number;
  evidencePct?: number;
  /** Checks that the level rests on and that are waived. */
  waivers: number;
  /** Since when it stood so; absent when redacted. */
  since?: string;
  /** When that was recorded; absent when redacted. */
  recordedAt?: string;
  checks: PackCheck[];
  /** Ids of checks that nobody could measure yet, and that counted nowhere. */
  waiting: string[];
}

/** How many findings were overdue, as the facts of a check said it. @public */
export interface PackOverdue extends EvidenceItem {
  /** When that became evidence, ISO 8601. */
  asOf: string;
}

/** A component, or what else a scorecard covers. @public */
export interface PackEntity {
  entityRef: string;
  /** What owned it. */
  ownerRefs: string[];
  /** What it was part of. */
  partOf: string[];
  /**
   * Set when owner and place were recorded only later, from then on; what they
   * were before is not known.
   */
  placeRecordedAt?: string;
  /** As it was in the catalog. */
  tier?: string;
  /** True when the reader may not see what stands behind outcomes. */
  redacted: boolean;
  /** By id; none when no scorecard covered it. */
  standings: PackStanding[];
  overdue: PackOverdue[];
}

/** Something that happened to a record by the time of the pack. @public */
export interface PackStep {
  /** ISO 8601. */
  at: string;
  what: string;
  /** Ref of a person; absent for what time or a machine did. */
  by?: string;
  /** As what the person did it. */
  as?: string;
  note?: string;
}

/** A record that another plugin keeps, such as a waiver, as it was. @public */
export interface PackRecord {
  /** The plugin that keeps it. */
  source: string;
  kind: string;
  id: string;
  entityRef: string;
  title: string;
  status: string;
  /** When it ends by itself, ISO 8601. */
  until?: string;
  details: { title: string; value: string }[];
  /** Oldest first. */
  steps: PackStep[];
}

/**
 * Whether records of a plugin are in a pack: all, those that the reader may
 * read, none because the reader may read none, or none because it keeps none.
 *
 * @public
 */
export const PACK_SOURCE_STATES = [
  'included',
  'partial',
  'withheld',
  'not_kept',
] as const;

/** @public */
export type PackSourceState = (typeof PACK_SOURCE_STATES)[number];

/** Something that a reader may look for, and where it is kept. @public */
export interface PackGap {
  what: string;
  where: string;
}

/**
 * What is recorded of a component, a system or a domain at one moment.
 *
 * @public
 */
export interface EvidencePack {
  /** Name and version of this shape. */
  format: 'synchrony-evidence-pack/1';
  entityRef: string;
  /**
   * Ids of `synchrony.io/important-business-service` that it had then; absent
   * without any.
   */
  importantBusinessServices?: string[];
  /** The moment, ISO 8601. */
  at: string;
  /** False when nothing at all is recorded of that moment. */
  isRecorded: boolean;
  /**
   * True for readers who may see only some of the catalog. What they may not
   * see is left out and not counted.
   */
  isPartial: boolean;
  /** The latest record in the pack, ISO 8601. */
  recordedUntil?: string;
  /** By id and version. */
  scorecards: PackScorecard[];
  /** By ref. */
  entities: PackEntity[];
  /** By entity, kind and id. */
  records: PackRecord[];
  /** Plugins that were asked for records. */
  sources: { source: string; state: PackSourceState }[];
  notIncluded: PackGap[];
}

/**
 * Answer of `GET /evidence/{namespace}/{kind}/{name}`: `{"pack":…,"sha256":…}`,
 * where the hash is that of the bytes of the pack.
 *
 * @public
 */
export interface SealedEvidencePack {
  pack: EvidencePack;
  sha256: string;
}
