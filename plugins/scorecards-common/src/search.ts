/** The type of documents of checks and scorecards in a search index. @public */
export const DEFINITIONS_SEARCH_TYPE = 'scorecards';

/** A check or a scorecard in a search index; nothing in it is of an entity. @public */
export type DefinitionDocument = {
  title: string;
  text: string;
  /** Where the portal shows it. */
  location: string;
  definition: 'check' | 'scorecard';
  /** Its id. */
  name: string;
  /** The words of its id. */
  words: string;
  /** Of a check; empty for a scorecard. */
  stage: string;
  /** Titles of the scorecards that have it, with commas. */
  scorecards: string;
};
