/** @public */
export const EFFECT_METRICS = [
  'time_to_remediate',
  'sla_breaches',
  'recurrence',
] as const;

/**
 * Mean of log days to remediate (shown as a ratio), share of findings that
 * breached their due date, share that came back.
 *
 * @public
 */
export type EffectMetric = (typeof EFFECT_METRICS)[number];

/** What the programme seems to have changed, or why nothing is said. @public */
export type EffectEstimate =
  | {
      isShown: true;
      metric: EffectMetric;
      /**
       * Change of teams with a champion beyond the change of teams without:
       * a ratio for `time_to_remediate`, a difference of shares otherwise.
       */
      estimate: number;
      /** 95 % interval. */
      low: number;
      high: number;
      teamsWith: number;
      teamsWithout: number;
      findings: number;
    }
  | {
      isShown: false;
      metric: EffectMetric;
      /** In plain words, with what is there and what is needed. */
      because: string;
    };

/** `GET /programme/effect` @public */
export interface ProgrammeEffect {
  asOf: string;
  /** Days before and after a team got its champion. */
  windowDays: number;
  estimates: EffectEstimate[];
  /** How it is computed and what it cannot say. */
  method: string;
}
