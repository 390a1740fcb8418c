import { EffectInput, TeamDay, TeamHistory } from '../types';

/** What the champions of an organisation that was made up change. */
export interface Planted {
  /** Added to the mean log of days. */
  logDays: number;
  /** Added to the share of breaches and of recurrences. */
  breaches: number;
  recurrence: number;
}

const UNTIL = 20_000;
const HISTORY = 500;
const WINDOW = 90;

/** Numbers that look random and are the same for the same seed (mulberry32). */
export function randomNumbers(seed: number) {
  let state = seed;
  const uniform = () => {
    /* eslint-disable no-bitwise */
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    /* eslint-enable no-bitwise */
  };
  const normal = () =>
    Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return { uniform, normal };
}

/** Teams that differ, drift and share seasons; some get a champion. */
export function syntheticOrganisation(
  seed: number,
  planted: Planted,
  teams: { withChampion: number; without: number },
): EffectInput {
  const { normal, uniform } = randomNumbers(seed);
  const phase = uniform() * 2 * Math.PI;
  const season = (day: number) => Math.sin(phase + (2 * Math.PI * day) / 365);

  function team(personId?: number): TeamHistory {
    const since =
      personId === undefined
        ? undefined
        : UNTIL - 140 - Math.floor(uniform() * 240);
    const usual = {
      findings: 0.2 + uniform() * 0.8,
      logDays: 3 + 0.5 * normal(),
      breaches: 0.25 + 0.1 * uniform(),
      recurrence: 0.12 + 0.06 * uniform(),
    };
    // Half a year in which a team has more on its hands, or less.
    const moods = Array.from({ length: 6 }, () => 0.15 * normal());
    const answer = 1 + 0.2 * normal();
    const days: TeamDay[] = [];
    for (let day = UNTIL - HISTORY; day < UNTIL; day += 1) {
      const isHelped = since !== undefined && day >= since;
      const change = isHelped ? answer : 0;
      const mood =
        moods[Math.floor((day - UNTIL + HISTORY) / 90)] + 0.2 * season(day);
      const of = (share: number) => Number(uniform() < share);
      if (uniform() < usual.findings) {
        days.push({
          day,
          closed: 1,
          logDays: Math.max(
            0,
            usual.logDays + mood + change * planted.logDays + 0.8 * normal(),
          ),
          due: 1,
          breached: of(usual.breaches + 0.3 * mood + change * planted.breaches),
          closings: 1,
          cameBack: of(
            usual.recurrence + 0.1 * mood + change * planted.recurrence,
          ),
        });
      }
    }
    return { since, personId, days };
  }

  return {
    teams: [
      ...Array.from({ length: teams.withChampion }, (_, person) =>
        team(person),
      ),
      ...Array.from({ length: teams.without }, () => team()),
    ],
    until: UNTIL,
    windowDays: WINDOW,
  };
}
