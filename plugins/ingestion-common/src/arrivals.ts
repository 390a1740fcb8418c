/** Arrivals that one answer lists at most. @public */
export const MOST_ARRIVALS = 1_000;

/** Critical and high findings that are new at an entity since a report. @public */
export interface FindingArrival {
  entityRef: string;
  /** When the report was processed. */
  at: string;
  critical: number;
  high: number;
}

/**
 * Answer of `GET /arrivals`, oldest first: what came after a cursor, and the
 * cursor of what comes next.
 *
 * @public
 */
export interface FindingArrivals {
  items: FindingArrival[];
  /** Without a cursor nothing is listed but where the list ends now. */
  cursor: string;
}
