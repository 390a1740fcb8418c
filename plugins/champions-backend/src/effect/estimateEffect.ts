import {
  EFFECT_METRICS,
  EffectEstimate,
  EffectMetric,
} from '@synchrony/backstage-plugin-champions-common';
import { METRIC_READINGS } from './metrics';
import { tWithin } from './studentT';
import { TeamChange, TeamSums } from './TeamSums';
import { EFFECT_MINIMUM, EffectInput, EffectMinimum } from './types';

const CONFIDENCE = 0.95;

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** What a mean of independent values varies by. */
function squaredError(values: readonly number[]): number {
  const mean = meanOf(values);
  const sum = values.reduce((all, value) => all + (value - mean) ** 2, 0);
  return sum / (values.length - 1) / values.length;
}

/** A team with a champion, with the changes of the others on the same days. */
interface Comparison {
  personId?: number;
  own: TeamChange;
  others: (TeamChange | undefined)[];
  /** Mean change of the others. */
  expected: number;
}

function compare(
  { teams, until, windowDays }: EffectInput,
  metric: EffectMetric,
  { findingsOfTeam }: EffectMinimum,
): Comparison[] {
  const reading = METRIC_READINGS[metric];
  const change = (sums: TeamSums, day: number) =>
    sums.around(day, windowDays, findingsOfTeam);
  const others = teams
    .filter(({ since }) => since === undefined)
    .map(({ days }) => new TeamSums(days, reading));
  return teams.flatMap(({ days, personId, since }) => {
    if (
      since === undefined ||
      since + windowDays + reading.settleDays > until
    ) {
      return [];
    }
    const own = change(new TeamSums(days, reading), since);
    const changes = others.map(sums => change(sums, since));
    const known = changes.flatMap(each => (each ? [each.difference] : []));
    return own && known.length > 0
      ? [{ personId, own, others: changes, expected: meanOf(known) }]
      : [];
  });
}

/** What the comparisons rest on. */
interface Sample {
  /** Change of each team with a champion beyond that of the others. */
  beyond: number[];
  /** Of each team without, how its change differed from that of all others. */
  apart: number[];
  /** Findings with and without a champion, before and after. */
  cells: number[];
  /** How many people the champions are. */
  people: number;
}

function sampleOf(comparisons: readonly Comparison[]): Sample {
  const count = comparisons.at(0)?.others.length ?? 0;
  const apart: number[] = [];
  const cells = [0, 0, 0, 0];
  for (const { own } of comparisons) {
    cells[0] += own.before;
    cells[1] += own.after;
  }
  for (let team = 0; team < count; team += 1) {
    const known = comparisons.flatMap(({ expected, others }) => {
      const other = others[team];
      return other ? [{ ...other, apart: other.difference - expected }] : [];
    });
    if (known.length > 0) {
      apart.push(meanOf(known.map(each => each.apart)));
      cells[2] += meanOf(known.map(({ before }) => before));
      cells[3] += meanOf(known.map(({ after }) => after));
    }
  }
  return {
    beyond: comparisons.map(({ expected, own }) => own.difference - expected),
    apart,
    cells: cells.map(Math.round),
    people: new Set(comparisons.map(({ personId }) => personId)).size,
  };
}

function refusal(
  { apart, beyond, cells, people }: Sample,
  minimum: EffectMinimum,
): string | undefined {
  if (Math.min(beyond.length, apart.length) < minimum.teams) {
    return `Nothing is said on fewer than ${minimum.teams} teams on each side that had findings before and after: there are ${beyond.length} with a champion and ${apart.length} without.`;
  }
  const fewest = Math.min(...cells);
  if (fewest < minimum.findings) {
    return `Nothing is said on fewer than ${minimum.findings} findings with and without a champion, before and after: there are ${fewest} in one of the four.`;
  }
  if (people < minimum.people) {
    return `Nothing is said while the champions of these teams are fewer than ${minimum.people} people.`;
  }
  return undefined;
}

function estimate(
  input: EffectInput,
  metric: EffectMetric,
  minimum: EffectMinimum,
): EffectEstimate {
  const sample = sampleOf(compare(input, metric, minimum));
  const because = refusal(sample, minimum);
  if (because !== undefined) {
    return { isShown: false, metric, because };
  }
  const { apart, beyond, cells } = sample;
  const [mine, theirs] = [squaredError(beyond), squaredError(apart)];
  if (mine + theirs === 0) {
    return {
      isShown: false,
      metric,
      because: 'Nothing is said where no team differs from another.',
    };
  }
  const freedom =
    (mine + theirs) ** 2 /
    (mine ** 2 / (beyond.length - 1) + theirs ** 2 / (apart.length - 1));
  const centre = meanOf(beyond);
  const reach = tWithin(CONFIDENCE, freedom) * Math.sqrt(mine + theirs);
  const { shown } = METRIC_READINGS[metric];
  return {
    isShown: true,
    metric,
    estimate: shown(centre),
    low: shown(centre - reach),
    high: shown(centre + reach),
    teamsWith: beyond.length,
    teamsWithout: apart.length,
    findings: cells.reduce((sum, cell) => sum + cell, 0),
  };
}

/**
 * Difference-in-differences of teams with and without a champion. A team's
 * change around the day of its champion is set against that of the teams
 * without one around the same day, so that seasons and new tools weigh on
 * both. Each team counts once, whatever the number of its findings: it is the
 * team that gets a champion, and findings of a team resemble each other
 * (Bertrand, Duflo, Mullainathan 2004; Donald, Lang 2007). The interval is
 * Welch's (1947), for few teams that vary differently.
 */
export function estimateEffect(
  input: EffectInput,
  minimum: EffectMinimum = EFFECT_MINIMUM,
): EffectEstimate[] {
  return EFFECT_METRICS.map(metric => estimate(input, metric, minimum));
}
