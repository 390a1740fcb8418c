/** A meeting as it is kept; who announced it by number. */
export interface StoredMeeting {
  id: string;
  title: string;
  startsAt: number;
  endsAt: number;
  place?: string;
  /** Whose champions meet; all of them without one. */
  scopeRef?: string;
  announcedBy?: number;
  announcedAt: number;
  isCancelled: boolean;
  version: number;
}
