import { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';
import {
  evaluateTest,
  pick,
  randomOf,
  randomScorecards,
  TEST_OUTCOMES,
} from '../__testUtils__/ledgerScorecards';
import { EvaluatedScorecard } from '../evaluation/evaluateScorecard';
import { planChanges } from '../evaluation/planChanges';
import {
  CurrentResults,
  ResultChanges,
  StoredCheckResult,
  StoredScore,
  StoredView,
} from '../store/results';
import { toEvaluated, toTimeline } from './rebuild';
import { LedgerOutcome } from './outcomeCodes';
import { LedgerEntry, LedgerRow } from './types';

const SOAK = process.env.SYNCHRONY_SOAK === '1';
const EVENTS = SOAK ? 1_000_000 : 1_500;
const EVENTS_A_HISTORY = 500;
const VERSIONS = 4;
const ENTITY_REF = 'component:default/a';

/** Keeps in memory what the store keeps. */
class MemoryStore {
  readonly rows = new Map<number, LedgerRow>();
  readonly #checks = new Map<string, StoredCheckResult>();
  #score: StoredScore | undefined;
  #view: StoredView | undefined;

  current(): CurrentResults {
    return {
      checks: [...this.#checks.values()],
      scores: this.#score ? [this.#score] : [],
      views: this.#view ? [this.#view] : [],
    };
  }

  write(changes: ResultChanges): void {
    for (const row of changes.closedChecks) {
      this.#checks.delete(row.check_id);
    }
    changes.openedChecks.forEach(row => this.#checks.set(row.check_id, row));
    this.#score = changes.scores.at(0) ?? this.#score;
    changes.replacedHistory.forEach(({ since }) => this.rows.delete(since));
    for (const score of changes.history) {
      this.rows.set(score.since, {
        scorecard_id: score.scorecard_id,
        scorecard_version: score.scorecard_version,
        since: score.since,
        ended_at: null,
        outcomes: score.outcomes ?? '',
        tier: score.tier,
        level: score.level,
      });
    }
    for (const { score, endedAt } of changes.endedHistory) {
      const row = this.rows.get(score.since);
      this.rows.set(score.since, { ...row!, ended_at: endedAt });
    }
    if (changes.removedScores.length > 0) {
      this.#score = undefined;
    }
    this.#view = changes.views.at(0) ?? this.#view;
    if (changes.removedViews.length > 0) {
      this.#view = undefined;
    }
  }
}

function entityOf(tier: string | undefined): EntityRow {
  return {
    entityRef: ENTITY_REF,
    kind: 'Component',
    namespace: 'default',
    name: 'a',
    annotations: tier ? { 'synchrony.io/criticality': tier } : {},
  } as EntityRow;
}

/** What is compared: all that a reader sees of a standing. */
function seen({ checks, definition, score, target }: EvaluatedScorecard) {
  return JSON.stringify([
    definition.version,
    score,
    target,
    checks.map(({ id, outcome, result }) => [
      id,
      outcome,
      result.unknownReason,
    ]),
  ]);
}

function rebuilt(entry: LedgerEntry | undefined): string {
  return entry?.definition
    ? seen(toEvaluated({ ...entry, definition: entry.definition }, []))
    : 'none';
}

/**
 * Replays a random history and compares every moment of it, as it is rebuilt
 * at the end, with what was there then.
 */
function differencesOf(seed: number): string[] {
  const random = randomOf(seed);
  const scorecards = randomScorecards(random, VERSIONS);
  const store = new MemoryStore();
  const outcomes = new Map<string, LedgerOutcome>();
  const then: [number, string][] = [];
  let version = 1;
  let tier: string | undefined = 'tier-1';
  let isThere = true;
  let at = 1_000_000;
  for (let event = 0; event < EVENTS_A_HISTORY; event += 1) {
    at += 1 + Math.floor(random() * 1_000);
    const chance = random();
    if (chance < 0.01) {
      version = Math.min(VERSIONS, version + 1);
    } else if (chance < 0.03) {
      tier = pick(['tier-1', 'tier-2', undefined], random);
    } else if (chance < 0.04) {
      isThere = !isThere;
    } else {
      const { definition } = pick(scorecards[version - 1].checks, random);
      outcomes.set(definition.id, pick(TEST_OUTCOMES, random));
    }
    const evaluated = evaluateTest(scorecards[version - 1], outcomes, tier);
    store.write(
      planChanges(
        [
          {
            entityRef: ENTITY_REF,
            entity: isThere ? entityOf(tier) : undefined,
            scorecards: isThere ? [evaluated] : [],
            at,
          },
        ],
        store.current(),
        new Date(at),
      ),
    );
    then.push([at, isThere ? seen(evaluated) : 'none']);
  }
  const timeline = toTimeline(
    [...store.rows.values()].sort((a, b) => a.since - b.since),
    of => scorecards[of - 1],
  );
  let next = 0;
  return then.flatMap(([time, expected]) => {
    while (next < timeline.length && timeline[next].since <= time) {
      next += 1;
    }
    const actual = rebuilt(timeline[next - 1]);
    return actual === expected ? [] : [`${time}: ${actual} is ${expected}`];
  });
}

describe('the ledger', () => {
  it('rebuilds every moment of a history as it was', () => {
    for (let seed = 1; seed <= EVENTS / EVENTS_A_HISTORY; seed += 1) {
      expect(differencesOf(seed)).toEqual([]);
    }
  }, 3_600_000);
});
