import {
  BlockingCheck,
  EARNED_LEVELS,
  nextLevelPlan,
} from '@synchrony/backstage-plugin-scorecards-common';
import { toEntry } from '../ledger/rebuild';
import { ResolvedScorecard } from '../ledger/types';
import { ListedScore } from '../store/listColumns';
import { DefinitionLibrary } from './DefinitionLibrary';

type Named = Pick<
  ListedScore,
  'scorecard_id' | 'scorecard_version' | 'outcomes' | 'next_level'
>;

/** Entities that stand alike share one answer. */
const KEPT = 10_000;

function versionOf(row: Named): string {
  return `${row.scorecard_id}@${row.scorecard_version}`;
}

function firstStep(
  row: Named & { outcomes: string },
  scorecard: ResolvedScorecard,
): BlockingCheck | undefined {
  const { checks } = toEntry(
    { ...row, since: 0, ended_at: null, tier: null, level: 'none' },
    scorecard,
  );
  const required = nextLevelPlan(checks).steps.find(
    ({ check }) => check.requiredFor !== undefined,
  );
  return (
    required && {
      checkId: required.check.id,
      title: required.check.definition.title,
      outcome: required.check.outcome,
    }
  );
}

/**
 * The first step of the plan of each entity that a level requires. A version of
 * a scorecard never changes, so outcomes alone tell it.
 */
export class BlockingChecks {
  readonly #library: Pick<DefinitionLibrary, 'get'>;
  readonly #known = new Map<string, BlockingCheck | undefined>();

  constructor(library: Pick<DefinitionLibrary, 'get'>) {
    this.#library = library;
  }

  /** Looks up what is needed for rows at once. */
  async of(
    rows: readonly Named[],
  ): Promise<(row: Named) => BlockingCheck | undefined> {
    const versions = new Map(rows.map(row => [versionOf(row), row]));
    const scorecards = new Map(
      await Promise.all(
        [...versions].map(
          async ([name, row]) =>
            [
              name,
              await this.#library.get(row.scorecard_id, row.scorecard_version),
            ] as const,
        ),
      ),
    );
    return row => {
      const scorecard = scorecards.get(versionOf(row));
      const { outcomes } = row;
      return scorecard && outcomes !== null && isBelowTop(row)
        ? this.#firstStep({ ...row, outcomes }, scorecard)
        : undefined;
    };
  }

  #firstStep(
    row: Named & { outcomes: string },
    scorecard: ResolvedScorecard,
  ): BlockingCheck | undefined {
    const key = `${versionOf(row)} ${row.outcomes}`;
    if (!this.#known.has(key)) {
      if (this.#known.size >= KEPT) {
        this.#known.clear();
      }
      this.#known.set(key, firstStep(row, scorecard));
    }
    return this.#known.get(key);
  }
}

function isBelowTop({ next_level: next }: Named): boolean {
  return EARNED_LEVELS.some(level => level === next);
}
