/** What became of a team's findings on a day. */
export interface TeamDay {
  /** Days since 1970. */
  day: number;
  /** Findings that were mended, and the sum of the logs of their days. */
  closed: number;
  logDays: number;
  /** Findings that fell due, and those that were open then. */
  due: number;
  breached: number;
  /** Times that findings were closed, and those that were undone soon. */
  closings: number;
  cameBack: number;
}

/** A team with what became of its findings. */
export interface TeamHistory {
  /** The day its first champion became active; absent where it never had one. */
  since?: number;
  /** Who that was, by number; one person may be champion of many teams. */
  personId?: number;
  days: TeamDay[];
}

export interface EffectInput {
  teams: TeamHistory[];
  /** The day until which, excluding it, is known what happened. */
  until: number;
  windowDays: number;
}

/** What has to be there before anything is said. */
export interface EffectMinimum {
  /** On each side. */
  teams: number;
  /** In each of the four cells: with and without a champion, before and after. */
  findings: number;
  /** Of a team, before and after. */
  findingsOfTeam: number;
  people: number;
}

export const EFFECT_MINIMUM: EffectMinimum = {
  teams: 5,
  findings: 30,
  findingsOfTeam: 3,
  people: 5,
};
