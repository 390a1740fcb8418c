import {
  EvidencePack,
  Level,
  LEVELS,
  PackCheck,
} from '@synchrony/backstage-plugin-scorecards-common';

/** How many components stood at each level of a scorecard. */
export interface PackScorecardSummary {
  id: string;
  title: string;
  versions: number[];
  total: number;
  levels: Record<Level, number>;
}

/** What is in a pack, in numbers. */
export interface PackSummary {
  components: number;
  scorecards: PackScorecardSummary[];
  checks: number;
  waived: number;
  unknown: number;
  /** Overdue findings of all components, of the facts that tell of them. */
  overdue: number;
  /** Components whose evidence the reader may not see. */
  redacted: number;
  /** Records that were made only after the time of the pack. */
  recordedLater: number;
  /** Components whose owner and place were recorded only later. */
  placedLater: number;
}

function noLevels(): Record<Level, number> {
  return Object.fromEntries(LEVELS.map(level => [level, 0])) as Record<
    Level,
    number
  >;
}

function scorecardsOf(pack: EvidencePack): PackScorecardSummary[] {
  const found = new Map<string, PackScorecardSummary>();
  for (const { id, title, version } of pack.scorecards) {
    const known = found.get(id) ?? {
      id,
      title,
      versions: [],
      total: 0,
      levels: noLevels(),
    };
    found.set(id, { ...known, title, versions: [...known.versions, version] });
  }
  for (const standing of pack.entities.flatMap(({ standings }) => standings)) {
    const summary = found.get(standing.scorecardId);
    if (summary) {
      summary.total += 1;
      summary.levels[standing.level] += 1;
    }
  }
  return [...found.values()];
}

/** The numbers of a pack. */
export function packSummary(pack: EvidencePack): PackSummary {
  const { at, entities } = pack;
  // A check that several scorecards share counts once for each component.
  const checks = entities.flatMap(({ standings }) => [
    ...new Map(
      standings
        .flatMap(standing => standing.checks)
        .map(check => [check.id, check]),
    ).values(),
  ]);
  const count = (holds: (check: PackCheck) => boolean) =>
    checks.filter(holds).length;
  return {
    components: entities.length,
    scorecards: scorecardsOf(pack),
    checks: checks.length,
    waived: count(({ outcome }) => outcome === 'waived'),
    unknown: count(({ outcome }) => outcome === 'unknown'),
    overdue: entities
      .flatMap(entity => entity.overdue)
      .reduce((sum, { value }) => sum + Number(value), 0),
    redacted: entities.filter(({ redacted }) => redacted).length,
    recordedLater: count(
      ({ recordedAt }) => recordedAt !== undefined && recordedAt > at,
    ),
    placedLater: entities.filter(
      ({ placeRecordedAt }) => placeRecordedAt !== undefined,
    ).length,
  };
}
