import { ReviewSnapshot } from '@synchrony/backstage-plugin-scorecards-common';

/** A row of the agenda of a review. */
export interface ItemRow {
  review_id: string;
  entity_ref: string;
  position: number;
  title: string | null;
  owner_ref: string | null;
  tier: string | null;
  snapshot: string;
  discussed_at: number | string | null;
  discussed_by: string | null;
}

export const ITEMS_TABLE = 'scorecard_review_items';

/** An entity that comes on the agenda of a review. */
export interface NewItem {
  entityRef: string;
  title?: string;
  ownerRef?: string;
  tier?: string;
  snapshot: ReviewSnapshot;
}

/** The agenda of a review in its order, before anything is discussed. */
export function toItemRows(reviewId: string, items: NewItem[]): ItemRow[] {
  return items.map((item, index) => ({
    review_id: reviewId,
    entity_ref: item.entityRef,
    position: index + 1,
    title: item.title ?? null,
    owner_ref: item.ownerRef ?? null,
    tier: item.tier ?? null,
    snapshot: JSON.stringify(item.snapshot),
    discussed_at: null,
    discussed_by: null,
  }));
}
