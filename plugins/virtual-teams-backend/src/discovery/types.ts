import { Willing } from '@synchrony/backstage-plugin-virtual-teams-common';
import { Understanding } from '../query/understand';

/** What is looked for, with its words understood. */
export interface PeopleFilter {
  terms: Understanding['terms'];
  /** Words that stand for no skill and no platform. */
  rest: string[];
  /** Sets of skill ids; people need one of each. */
  required: string[][];
  /** Index in SKILL_LEVELS, of every skill that counts. */
  level?: number;
  platformRefs?: string[];
  willing: Willing[];
  isAvailable: boolean;
  /** What was confirmed before counts less. */
  staleFrom: number;
}

/** Somebody who fits, before details are read. */
export interface PersonMatch {
  personId: number;
  platformRef?: string;
  fit: number;
  willing: Willing[];
}
