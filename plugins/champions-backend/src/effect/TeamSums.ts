import { MetricReading } from './metrics';
import { TeamDay } from './types';

/** The mean of a team's metric after a day less that before it. */
export interface TeamChange {
  difference: number;
  before: number;
  after: number;
}

/** Running sums of a metric of one team, so that any window is read at once. */
export class TeamSums {
  readonly #from: number;
  readonly #parts: Float64Array;
  readonly #wholes: Float64Array;

  constructor(days: readonly TeamDay[], { part, whole }: MetricReading) {
    const numbers = days.map(({ day }) => day);
    this.#from = numbers.reduce((a, b) => Math.min(a, b), Infinity);
    const to = numbers.reduce((a, b) => Math.max(a, b), -Infinity);
    const length = days.length === 0 ? 1 : to - this.#from + 2;
    this.#parts = new Float64Array(length);
    this.#wholes = new Float64Array(length);
    for (const day of days) {
      const index = day.day - this.#from + 1;
      this.#parts[index] += part(day);
      this.#wholes[index] += whole(day);
    }
    for (let index = 1; index < length; index += 1) {
      this.#parts[index] += this.#parts[index - 1];
      this.#wholes[index] += this.#wholes[index - 1];
    }
  }

  /** Around a day, which is the first of those after; absent with too little. */
  around(
    day: number,
    windowDays: number,
    minimum: number,
  ): TeamChange | undefined {
    const before = this.#within(day - windowDays, day);
    const after = this.#within(day, day + windowDays);
    if (before.whole < minimum || after.whole < minimum) {
      return undefined;
    }
    return {
      difference: after.part / after.whole - before.part / before.whole,
      before: before.whole,
      after: after.whole,
    };
  }

  #within(from: number, to: number): { part: number; whole: number } {
    const last = this.#parts.length - 1;
    const at = (day: number) =>
      Number.isFinite(this.#from)
        ? Math.min(Math.max(day - this.#from, 0), last)
        : 0;
    return {
      part: this.#parts[at(to)] - this.#parts[at(from)],
      whole: this.#wholes[at(to)] - this.#wholes[at(from)],
    };
  }
}
