import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  ScorecardAt,
  ScorecardView,
  ScoreChanges,
  ScoreChangesQuery,
} from '@synchrony/backstage-plugin-scorecards-common';
import { redactScorecard } from '../evaluation/redact';
import { toScorecardView } from '../evaluation/toView';
import { explain, explainForOutsiders } from '../ledger/explain';
import {
  KnownResult,
  resultOf,
  toEvaluated,
  toTimeline,
} from '../ledger/rebuild';
import { toCause, toStanding } from '../ledger/toAnswer';
import { LedgerEntry, LedgerRow } from '../ledger/types';
import { LedgerKey, LedgerStore } from '../store/LedgerStore';
import { DefinitionLibrary } from './DefinitionLibrary';
import { EntityGate, openEntity } from './openEntity';

export interface LedgerServiceOptions extends EntityGate {
  ledger: LedgerStore;
  library: DefinitionLibrary;
  clock: () => Date;
}

const DAY_MS = 24 * 60 * 60_000;
const DEFAULT_RANGE_MS = 30 * DAY_MS;
const LONGEST_RANGE_MS = 366 * DAY_MS;
/** With more steps than this, only the two ends are compared. */
const MAX_STEPS = 1_000;
const MAX_RESULTS = 10_000;

function isoOf(time: number): string {
  return new Date(time).toISOString();
}

/** Rebuilds how an entity stood, and explains why that changed. */
export class LedgerService {
  readonly #options: LedgerServiceOptions;

  constructor(options: LedgerServiceOptions) {
    this.#options = options;
  }

  /** A scorecard of an entity as it was at a time. */
  async at(
    credentials: BackstageCredentials,
    ref: string,
    scorecardId: string,
    time: Date,
  ): Promise<ScorecardAt> {
    const { ledger } = this.#options;
    const { entityRef, isOpen } = await openEntity(
      this.#options,
      credentials,
      ref,
    );
    const key = { entityRef, scorecardId };
    const moment = time.getTime();
    const { entry, until } = await this.#entryAt(key, moment);
    const answer = {
      entityRef,
      scorecardId,
      time: time.toISOString(),
      // A row begins whenever anything changes, also what is hidden.
      ...(isOpen && entry && { since: isoOf(entry.since) }),
      ...(isOpen && until !== undefined && { until: isoOf(until) }),
    };
    if (!entry?.definition) {
      return answer;
    }
    const results = await ledger.results(
      entityRef,
      moment,
      moment,
      MAX_RESULTS,
    );
    return {
      ...answer,
      scorecard: this.#view(
        { ...entry, definition: entry.definition },
        results,
        moment,
        isOpen,
      ),
    };
  }

  /** Why a scorecard of an entity stands elsewhere than it did. */
  async changes(
    credentials: BackstageCredentials,
    ref: string,
    scorecardId: string,
    query: ScoreChangesQuery,
  ): Promise<ScoreChanges> {
    const { from, to } = this.#rangeOf(query);
    const { entityRef, isOpen } = await openEntity(
      this.#options,
      credentials,
      ref,
    );
    const key = { entityRef, scorecardId };
    const { timeline, isNet } = await this.#timeline(key, from, to);
    const [first, last] = [timeline[0], timeline[timeline.length - 1]];
    const results = isOpen
      ? await this.#options.ledger.results(entityRef, from, to, MAX_RESULTS)
      : undefined;
    const causes = isOpen
      ? explain(isNet ? [first, last] : timeline)
      : explainForOutsiders(first, last);
    return {
      entityRef,
      scorecardId,
      from: toStanding(first, from),
      to: toStanding(last, to),
      causes: causes.map(cause => toCause(cause, results)),
      isNet: isNet || !isOpen,
      redacted: !isOpen,
    };
  }

  #rangeOf(query: ScoreChangesQuery): { from: number; to: number } {
    const to = query.to
      ? Date.parse(query.to)
      : this.#options.clock().getTime();
    const from = query.from ? Date.parse(query.from) : to - DEFAULT_RANGE_MS;
    if (from >= to) {
      throw new InputError('"from" has to be before "to"');
    }
    if (to - from > LONGEST_RANGE_MS) {
      throw new InputError('From "from" to "to" is at most 366 days');
    }
    return { from, to };
  }

  #view(
    entry: LedgerEntry & {
      definition: NonNullable<LedgerEntry['definition']>;
    },
    results: KnownResult[],
    time: number,
    isOpen: boolean,
  ): ScorecardView {
    const evaluated = toEvaluated(entry, results, time);
    const sinceOf = (id: string) => {
      const check = entry.checks.find(each => each.id === id);
      const known = check && resultOf(check, results, time);
      return isoOf(known?.since ?? entry.since);
    };
    const view = toScorecardView(
      evaluated,
      sinceOf,
      isoOf(isOpen ? entry.since : time),
    );
    return isOpen ? view : redactScorecard(view, evaluated);
  }

  async #entryAt(
    key: LedgerKey,
    time: number,
  ): Promise<{ entry?: LedgerEntry; until?: number }> {
    const { ledger } = this.#options;
    const row = await ledger.rowAt(key, time);
    if (!row) {
      return {};
    }
    const after = await ledger.rowAfter(key, time);
    const entries = await this.#entries(after ? [row, after] : [row]);
    return {
      entry: entries.findLast(isBegun(time)),
      until: entries.find(({ since }) => since > time)?.since,
    };
  }

  /** What held at a time and every change until another, or the two ends. */
  async #timeline(
    key: LedgerKey,
    from: number,
    to: number,
  ): Promise<{ timeline: LedgerEntry[]; isNet: boolean }> {
    const { ledger } = this.#options;
    const first = await ledger.rowAt(key, from);
    const steps = await ledger.rowsBetween(key, from, to, MAX_STEPS + 1);
    const isNet = steps.length > MAX_STEPS;
    const last = isNet ? await ledger.rowAt(key, to) : undefined;
    const rows = isNet ? [first, last] : [first, ...steps];
    const entries = await this.#entries(rows.filter(row => row !== undefined));
    const begun = entries.filter(isBegun(to));
    const start = begun.findLast(isBegun(from)) ?? { since: from, checks: [] };
    return {
      timeline: [start, ...begun.filter(({ since }) => since > from)],
      isNet,
    };
  }

  async #entries(rows: LedgerRow[]): Promise<LedgerEntry[]> {
    const { library } = this.#options;
    const versions = new Map(
      await Promise.all(
        [...new Set(rows.map(row => row.scorecard_version))].map(
          async version =>
            [
              version,
              await library.get(rows[0].scorecard_id, version),
            ] as const,
        ),
      ),
    );
    return toTimeline(rows, version => {
      const scorecard = versions.get(version);
      if (!scorecard) {
        throw new Error(`Version ${version} was not read`);
      }
      return scorecard;
    });
  }
}

function isBegun(time: number) {
  return ({ since }: LedgerEntry) => since <= time;
}
