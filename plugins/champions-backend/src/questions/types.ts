import {
  AssignmentStatus,
  ChampionRole,
} from '@synchrony/backstage-plugin-champions-common';

/** Somebody who can be asked. */
export interface QuestionHolder {
  personId: number;
  role: ChampionRole;
  status: Extract<AssignmentStatus, 'active' | 'stepping_down'>;
  specialisms: string[];
}

/** Who can be asked at one scope of an entity. */
export interface QuestionScope {
  scopeRef: string;
  holders: QuestionHolder[];
}

/** Whom a question goes to: a person by number, or a group. */
export type QuestionTarget = { because: string } & (
  { personId: number } | { groupRef: string }
);
