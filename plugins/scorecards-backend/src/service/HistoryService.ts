import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  CheckInterval,
  EntityHistory,
  ScoreChange,
} from '@synchrony/backstage-plugin-scorecards-common';
import { HistoryStore, StoredScoreChange } from '../store/HistoryStore';
import { StoredInterval } from '../store/results';
import { EntityGate, openEntity } from './openEntity';

export interface HistoryServiceOptions extends EntityGate {
  history: HistoryStore;
  clock: () => Date;
}

const HISTORY_MS = 366 * 24 * 60 * 60_000;

function isoOf(time: number | string): string {
  return new Date(Number(time)).toISOString();
}

function toChange(row: StoredScoreChange, isOpen: boolean): ScoreChange {
  return {
    scorecardId: row.scorecard_id,
    scorecardVersion: row.scorecard_version,
    since: isoOf(row.since),
    level: row.level,
    scoreLow: row.score_low ?? undefined,
    ...(isOpen && {
      scoreHigh: row.score_high ?? undefined,
      evidencePct: row.evidence_pct ?? undefined,
    }),
  };
}

function isSameStanding(a: ScoreChange, b: ScoreChange): boolean {
  return (
    a.scorecardVersion === b.scorecardVersion &&
    a.level === b.level &&
    a.scoreLow === b.scoreLow &&
    a.scoreHigh === b.scoreHigh &&
    a.evidencePct === b.evidencePct
  );
}

/** That something changed which the viewer may not see is not told either. */
function withoutRepetitions(scores: ScoreChange[]): ScoreChange[] {
  const last = new Map<string, ScoreChange>();
  return scores.filter(score => {
    const before = last.get(score.scorecardId);
    last.set(score.scorecardId, score);
    return !before || !isSameStanding(before, score);
  });
}

function toInterval(row: StoredInterval): CheckInterval {
  return {
    checkId: row.check_id,
    checkVersion: row.check_version,
    outcome: row.outcome,
    unknownReason: row.unknown_reason ?? undefined,
    since: isoOf(row.since),
    until: row.until === null ? undefined : isoOf(row.until),
  };
}

/** What held when, as a caller may see it. */
export class HistoryService {
  readonly #options: HistoryServiceOptions;

  constructor(options: HistoryServiceOptions) {
    this.#options = options;
  }

  async history(
    credentials: BackstageCredentials,
    ref: string,
  ): Promise<EntityHistory> {
    const { clock, history } = this.#options;
    const { entityRef, isOpen } = await openEntity(
      this.#options,
      credentials,
      ref,
    );
    const after = new Date(clock().getTime() - HISTORY_MS);
    // A row may only repeat, for outsiders, one from before the last year.
    const scores = await history.scores(
      entityRef,
      isOpen ? after : new Date(0),
    );
    const checks = isOpen ? await history.checks(entityRef, after) : undefined;
    return {
      entityRef,
      scores: withoutRepetitions(
        scores.reverse().map(row => toChange(row, isOpen)),
      ).filter(({ since }) => Date.parse(since) > after.getTime()),
      ...(checks && { checks: checks.reverse().map(toInterval) }),
      redacted: !isOpen,
    };
  }
}
