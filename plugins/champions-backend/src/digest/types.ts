/** How much of each kind waits for one person. */
export interface DigestCounts {
  /** Critical findings that nobody has looked at. */
  critical: number;
  /** Other findings that are overdue, or will be within seven days. */
  due: number;
  /** Waivers that end within fourteen days. */
  waivers: number;
  /** Components whose controls say nothing now. */
  quiet: number;
  questions: number;
  /** Posts that the person has to confirm soon, or that have lapsed. */
  confirmations: number;
  /** Nominations that have waited for a week and longer. */
  nominations: number;
  /** Teams without a champion of which the person is to know. */
  vacancies: number;
}

/** What waits for one person. */
export interface Waiting extends DigestCounts {
  /** Whether findings could not be counted for now. */
  isPartial: boolean;
}

export const NOTHING_WAITS: Waiting = {
  critical: 0,
  due: 0,
  waivers: 0,
  quiet: 0,
  questions: 0,
  confirmations: 0,
  nominations: 0,
  vacancies: 0,
  isPartial: false,
};
