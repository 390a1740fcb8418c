import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  CheckInterval,
  EntityHistory,
  evidenceReadPermission,
  ScoreChange,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  CatalogVisibility,
  EntityAccess,
  normalizeEntityRef,
} from '@synchrony/backstage-plugin-scorecards-node';
import { HistoryStore, StoredScoreChange } from '../store/HistoryStore';
import { StoredCheckResult } from '../store/ResultStore';
import { ScorecardsService } from './ScorecardsService';

export interface HistoryServiceOptions {
  scorecards: ScorecardsService;
  access: EntityAccess;
  catalog: CatalogVisibility;
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

function toInterval(row: StoredCheckResult): CheckInterval {
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
    const { access, catalog, clock, history, scorecards } = this.#options;
    const entityRef = normalizeEntityRef(ref);
    const after = new Date(clock().getTime() - HISTORY_MS);
    const [, seen, isOpen] = await Promise.all([
      scorecards.requireScores(credentials),
      catalog.filter(credentials, [entityRef]),
      access.can(credentials, evidenceReadPermission, entityRef),
    ]);
    if (!seen.has(entityRef)) {
      throw new NotFoundError(`No entity ${entityRef}`);
    }
    const scores = await history.scores(entityRef, after);
    const checks = isOpen ? await history.checks(entityRef, after) : undefined;
    return {
      entityRef,
      scores: scores.reverse().map(row => toChange(row, isOpen)),
      ...(checks && { checks: checks.reverse().map(toInterval) }),
      redacted: !isOpen,
    };
  }
}
