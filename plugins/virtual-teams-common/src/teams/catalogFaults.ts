/** A Group of the catalog whose newest declaration is not applied. @public */
export interface FaultyDeclaration {
  teamRef: string;
  title: string;
  /** Where it is written; of a file on the server its name only. */
  location?: string;
  /** What is wrong, field by field. */
  faults: string[];
  /** Whether an earlier version made a team, which stays as it is. */
  hasTeam: boolean;
}

/** `GET /declarations/faults` @public */
export interface FaultyDeclarations {
  /** Those that the reader may act on, by ref; a page may have less than asked. */
  items: FaultyDeclaration[];
  pageInfo: { nextCursor?: string };
}

/** An entity that names a virtual team as its owner. @public */
export interface OwnedByTeam {
  entityRef: string;
  title?: string;
  /** The Group of the virtual team. */
  ownerRef: string;
  ownerTitle?: string;
  /** Where it is written; of a file on the server its name only. */
  location?: string;
}

/** `GET /lint/owners`: a virtual team must own nothing. @public */
export interface OwnedByTeams {
  /** Those that the reader may act on, by ref; a page may have less than asked. */
  items: OwnedByTeam[];
  pageInfo: { nextCursor?: string };
}
