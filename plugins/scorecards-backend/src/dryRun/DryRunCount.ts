import {
  DryRunChange,
  DryRunScorecard,
  Level,
  levelRank,
  LEVELS,
} from '@synchrony/backstage-plugin-scorecards-common';
import { ScorecardDefinition } from '../definitions/types';
import { EvaluatedScorecard } from '../evaluation/evaluateScorecard';

/** An entity as it stands, and as it would. */
export interface DryRunEntity {
  entityRef: string;
  title?: string;
  ownerRef?: string;
  from?: Level;
  to?: EvaluatedScorecard;
}

const MOST_CHANGES = 500;

function noLevels(): Record<Level, number> {
  return Object.fromEntries(LEVELS.map(level => [level, 0])) as Record<
    Level,
    number
  >;
}

function rankOf(level: Level | undefined): number {
  return level === undefined ? -1 : levelRank(level);
}

/** Counts what a scorecard would change, entity by entity. */
export class DryRunCount {
  readonly #definition: ScorecardDefinition;
  readonly #before = noLevels();
  readonly #after = noLevels();
  readonly #target = { met: 0, total: 0 };
  readonly #changes: DryRunChange[] = [];

  constructor(definition: ScorecardDefinition) {
    this.#definition = definition;
  }

  get id(): string {
    return this.#definition.id;
  }

  add({ entityRef, from, ownerRef, title, to }: DryRunEntity): void {
    if (from !== undefined) {
      this.#before[from] += 1;
    }
    const level = to?.score.level;
    if (to && level !== undefined) {
      this.#after[level] += 1;
      if (to.target !== undefined) {
        this.#target.total += 1;
        this.#target.met += levelRank(level) >= levelRank(to.target) ? 1 : 0;
      }
    }
    if (from !== level) {
      this.#changes.push({
        entityRef,
        title,
        ownerRef,
        from,
        to: level,
        blockedBy:
          to?.plan.steps.map(({ check }) => check.compiled.definition.title) ??
          [],
      });
    }
  }

  answer(activeVersion: number | undefined): DryRunScorecard {
    const { id, title, version } = this.#definition;
    const step = ({ from, to }: DryRunChange) => rankOf(to) - rankOf(from);
    const changes = [...this.#changes].sort(
      (a, b) => step(a) - step(b) || a.entityRef.localeCompare(b.entityRef),
    );
    return {
      id,
      version,
      title,
      ...(activeVersion !== undefined && { activeVersion }),
      entities: LEVELS.reduce((sum, level) => sum + this.#after[level], 0),
      before: this.#before,
      after: this.#after,
      raised: changes.filter(change => step(change) > 0).length,
      lowered: changes.filter(change => step(change) < 0).length,
      target: this.#target,
      changes: changes.slice(0, MOST_CHANGES),
      ...(changes.length > MOST_CHANGES && { isCut: true }),
    };
  }
}
