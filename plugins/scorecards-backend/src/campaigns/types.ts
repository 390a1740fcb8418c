import {
  CampaignGoal,
  EarnedLevel,
  Level,
  Outcome,
} from '@synchrony/backstage-plugin-scorecards-common';

/** A check of a goal as it is defined now. */
export interface GoalCheck {
  id: string;
  title: string;
  sensitive: boolean;
}

/** What is stored about an entity in scope. */
export interface ScopedEntity {
  entityRef: string;
  name: string;
  title?: string;
  ownerRef?: string;
  tier?: string;
  level: Level;
  targetLevel?: EarnedLevel;
  scoreLow?: number;
  /** Waivers that hold the level up, as outsiders see them. */
  waivers: number;
  /** By check; without one, the check was not evaluated. */
  outcomes: ReadonlyMap<string, Outcome>;
  /** Last day of an approved exemption, if any. */
  exemptUntil?: number;
}

/** A goal with its checks. */
export interface Goal {
  level?: CampaignGoal['level'];
  checks: readonly GoalCheck[];
}
