import { SkillLevel, Willing } from './expertise';
import { TeamKind, TeamStatus } from './teams';

/** Type of the search index with teams. @public */
export const VIRTUAL_TEAM_SEARCH_TYPE = 'virtual-team';

/** Type of the search index with skills that people opted to show to everyone. @public */
export const EXPERTISE_SEARCH_TYPE = 'expertise';

/** `GET /search/documents`: for the portal's search. @public */
export interface SearchDocuments {
  teams: {
    teamRef: string;
    title: string;
    outcome: string;
    kind: TeamKind;
    status: TeamStatus;
    skills: string[];
    platformRefs: string[];
  }[];
  /** Only people who are found by everyone. */
  expertise: {
    userRef: string;
    /** Of what the person shows; search finds no other one. */
    version: string;
    platformRef?: string;
    skills: { name: string; aliases: string[]; level: SkillLevel }[];
    willing: Willing[];
  }[];
}
