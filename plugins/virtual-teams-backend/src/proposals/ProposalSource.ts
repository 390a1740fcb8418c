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
  /**
   * What speaks for it, of which the first few hundred are kept, from every
   * platform in turn; readers are told of what the catalog shows them.
   */
  entities: ProposedEntity[];
  /** Whether more speaks for it than `entities` names. */
  hasMoreEntities?: boolean;
  /** Who sees it on fewer platforms is not told of it. */
  leastPlatforms: number;
  /**
   * What speaks for it, in words. `{entities}` and `{platforms}` stand for how
   * many a reader sees; the words must not tell of more.
   */
  evidence: { text: string; path?: string }[];
}

/**
 * Finds reasons for a virtual team in data. Further sources are added by
 * modules with `teamProposalsExtensionPoint`.
 *
 * @public
 */
export interface ProposalSource {
  id: string;
  /**
   * What it finds now; undefined while it can't tell. It is asked again and
   * again, on one replica.
   */
  find(): Promise<FoundProposal[] | undefined>;
}
