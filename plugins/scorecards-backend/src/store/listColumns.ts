import { StoredScore } from './results';

/** What a list shows; the weights of the stages only serve roll-ups. */
export const LIST_COLUMNS = [
  'scorecard_id',
  'entity_ref',
  'scorecard_version',
  'name',
  'title',
  'owner_ref',
  'system_ref',
  'tier',
  'type',
  'lifecycle',
  'level',
  'level_rank',
  'target_level',
  'next_level',
  'plan_steps',
  'waivers',
  'public_waivers',
  'score_low',
  'score_high',
  'evidence_pct',
  'public_score_high',
  'public_evidence_pct',
  'sort_score',
  'sort_evidence',
  'outcomes',
  'since',
  'is_first',
  'computed_at',
  'public_computed_at',
] as const satisfies readonly (keyof StoredScore)[];

/** A row of a list. */
export type ListedScore = Pick<StoredScore, (typeof LIST_COLUMNS)[number]>;
