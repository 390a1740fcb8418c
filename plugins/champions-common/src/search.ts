/** The type of search results that are champions. @public */
export const CHAMPIONS_SEARCH_TYPE = 'champions';

/** An assignment that can be found, while everybody may know of it. @public */
export interface ChampionSearchItem {
  assignmentId: string;
  userRef: string;
  /** The person's name, where the catalog has one. */
  userTitle?: string;
  scopeRef: string;
  scopeTitle?: string;
  role: 'primary' | 'deputy';
  /** In plain words. */
  specialisms: string[];
}

/** `GET /search-documents`: for services. @public */
export interface ChampionSearchItems {
  items: ChampionSearchItem[];
  pageInfo: { nextCursor?: string };
}
