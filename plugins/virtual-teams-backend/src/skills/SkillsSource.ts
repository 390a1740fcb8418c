import { SkillTaxonomy } from '@synchrony/backstage-plugin-virtual-teams-common';

/** Where the parts read the taxonomy of skills. */
export interface SkillsSource {
  /** The skills in force, and the faults of a newer file that is not. */
  current(): SkillTaxonomy;
  /** Looks for changes from now on, on every replica. */
  start?(): void;
  stop?(): Promise<void>;
  /** Looks for a change now. */
  refresh?(): Promise<void>;
}
