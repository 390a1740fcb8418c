/** What erasing does with one kind of data. @public */
export interface TeamErasureClass {
  what: string;
  rows: number;
  effect: 'deleted' | 'pseudonymised' | 'retained';
  why: string;
}

/** `GET /people/{namespace}/{name}/erasure` @public */
export interface TeamErasurePreview {
  userRef: string;
  classes: TeamErasureClass[];
}

/** `GET /people/{namespace}/{name}/export`: everything that is kept. @public */
export interface TeamPersonExport {
  userRef: string;
  exportedAt: string;
  profile?: object;
  expertise: object[];
  endorsementsReceived: object[];
  endorsementsGiven: object[];
  memberships: object[];
  needs: object[];
  events: object[];
  thanks: object[];
  calendar?: object;
}

/** `GET /calendar` @public */
export interface TeamCalendarFeed {
  /** Whether a feed of the reader exists: meetings, reviews and ends of their teams. */
  exists: boolean;
  /** Its address, only in the answer that makes it. */
  url?: string;
  createdAt?: string;
}
