import {
  Level,
  ScoreCause,
  ScoreChange,
} from '@synchrony/backstage-plugin-scorecards-common';

/** Where a score stood from one moment to another, in milliseconds. */
export interface ScoreStep {
  since: number;
  until: number;
  level: Level;
  version: number;
  score?: number;
}

/** A moment to mark, with a short text. */
export interface ScoreMarker {
  at: number;
  text: string;
}

/** The steps of one scorecard within a range, oldest first. */
export function scoreSteps(
  scores: ScoreChange[],
  scorecardId: string,
  from: number,
  to: number,
): ScoreStep[] {
  const own = scores.filter(score => score.scorecardId === scorecardId);
  return own.flatMap((score, index) => {
    const next = own.at(index + 1);
    const since = Math.max(from, Date.parse(score.since));
    const until = Math.min(to, next ? Date.parse(next.since) : to);
    return until > since
      ? [
          {
            since,
            until,
            level: score.level,
            version: score.scorecardVersion,
            score: score.scoreLow,
          },
        ]
      : [];
  });
}

/** Where rules changed, and where waivers began or ended. */
export function scoreMarkers(
  steps: ScoreStep[],
  causes: ScoreCause[],
): ScoreMarker[] {
  const versions = steps.flatMap((step, index) =>
    index > 0 && steps[index - 1].version !== step.version
      ? [{ at: step.since, text: `v${step.version}` }]
      : [],
  );
  const waivers = causes.flatMap(({ at, kind }) => {
    switch (at === undefined ? undefined : kind) {
      case 'waiver_began':
        return [{ at: Date.parse(at ?? ''), text: 'waiver' }];
      case 'waiver_ended':
        return [{ at: Date.parse(at ?? ''), text: 'waiver ends' }];
      default:
        return [];
    }
  });
  const unique = new Map(
    [...versions, ...waivers].map(marker => [
      `${marker.at} ${marker.text}`,
      marker,
    ]),
  );
  return [...unique.values()].sort((a, b) => a.at - b.at);
}
