/** A team that a source proposes, before anybody looks at it. @public */
export interface FoundProposal {
  /** Stays the same while the reason does. */
  id: string;
  title: string;
  outcome: string;
  checkIds: string[];
  entityRefs: string[];
  /** What speaks for it. */
  evidence: { text: string; path?: string }[];
}

/**
 * Finds reasons for a virtual team in data. Further sources are added by
 * modules with `teamProposalsExtensionPoint`.
 *
 * @public
 */
export interface ProposalSource {
  /** Of the source; ids of its proposals begin with it. */
  id: string;
  /** What it finds now; undefined while it can't tell. */
  find(): Promise<FoundProposal[] | undefined>;
}
