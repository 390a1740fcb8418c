/** Most observations that one batch may hold. @public */
export const MAX_PUSHED_ITEMS = 1_000;

/** One observation of one entity, as another system pushes it. @public */
export interface PushedFacts {
  entityRef: string;
  /** As the source's JSON Schema says; `null` withdraws what was pushed. */
  facts: Record<string, unknown> | null;
  /** ISO 8601. */
  observedAt: string;
}

/** Answer of `PUT /facts/{source}`. @public */
export interface FactPushResult {
  source: string;
  received: number;
  /** Stored, and evaluated anew within seconds. */
  changed: number;
  /** Known already. */
  unchanged: number;
  /** Left aside, because something newer is known. */
  older: { entityRef: string; newestObservedAt: string }[];
  /** Stored, and without effect until the catalog knows the entity. */
  unknownEntities: string[];
}
