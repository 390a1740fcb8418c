/** An entity that speaks for a proposal. @public */
export interface ProposedEntity {
  entityRef: string;
  /** Of its owner, where it has one. */
  platformRef?: string;
}

/** A team that a source proposes, before anybody looks at it. @public */
export interface FoundProposal {
  /** Begins with the id of the source; stays the same while the reason does. */
  id: string;
  title: string;
  outcome: string;
  checkIds: string[];
  /** All that speaks for it; readers are told of what the catalog shows them. */
  entities: ProposedEntity[];
  /** Who sees it on fewer platforms is not told of it. */
  leastPlatforms: number;
  /**
   * What speaks for it, in words for a reader. It must not tell of more than
   * what it is given, which is what the reader sees.
   */
  evidenceOf(seen: {
    entityCount: number;
    platformCount: number;
  }): { text: string; path?: string }[];
}

/**
 * Finds reasons for a virtual team in data. Further sources are added by
 * modules with `teamProposalsExtensionPoint`.
 *
 * @public
 */
export interface ProposalSource {
  id: string;
  /** What it finds now; undefined while it can't tell. */
  find(): Promise<FoundProposal[] | undefined>;
}
