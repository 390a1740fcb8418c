import { setImmediate as nextTurn } from 'node:timers/promises';
import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { nextWaiverEnd } from '../evaluation/applyWaivers';
import { ActiveRuleset, evaluateAll } from '../evaluation/evaluateAll';
import { EvaluatedScorecard } from '../evaluation/evaluateScorecard';
import { ChangePlan } from '../evaluation/planChanges';
import { EntityInput } from '../evaluation/types';
import { withGrace } from '../evaluation/withGrace';
import { EvaluationMetrics } from '../metrics';
import { DirtyEntity, DirtyStore } from '../store/DirtyStore';
import { MarkStore, StoredMark } from '../store/MarkStore';
import { CurrentResults, ResultChanges, StoredScore } from '../store/results';
import { ResultStore } from '../store/ResultStore';
import { EntityInputs } from './EntityInputs';
import { InputMarks } from './InputMarks';

export interface EvaluatorOptions {
  dirty: DirtyStore;
  inputs: Pick<EntityInputs, 'read'>;
  inputMarks: Pick<InputMarks, 'read'>;
  marks: MarkStore;
  results: ResultStore;
  metrics: EvaluationMetrics;
  clock: () => Date;
}

/** An entity that waits, with what its results were computed from. */
interface Waiting extends DirtyEntity {
  stored: StoredMark | undefined;
  /** What they would be computed from now. */
  mark: string | undefined;
}

/** What a slice of a batch is evaluated by, and what is stored of it. */
interface SliceInputs {
  inputs: Map<string, EntityInput>;
  current: CurrentResults;
}

/** What evaluating a slice of a batch gives. */
interface Outcome {
  changes: ResultChanges;
  marks: StoredMark[];
}

/** Entities of which it is decided together whether to evaluate them. */
const BATCH = 2_000;
/** Entities that are evaluated and stored together; three times as many are in memory. */
const SLICE = 250;
/** Entities that are evaluated without a break. */
const TURN = 10;

/** Told the refs of entities whose public answer changed. */
type OnChanged = (entityRefs: string[]) => Promise<void>;

/** Evaluates the entities of which something changed. */
export class Evaluator {
  readonly #options: EvaluatorOptions;

  constructor(options: EvaluatorOptions) {
    this.#options = options;
  }

  /**
   * Evaluates everything that waits.
   *
   * @param onChanged - told after each commit
   */
  async drain(ruleset: ActiveRuleset, onChanged: OnChanged): Promise<void> {
    const { clock, dirty, metrics, results } = this.#options;
    let batch = await dirty.next(BATCH);
    while (batch.length > 0) {
      const waiting = await this.#read(batch);
      const now = clock().getTime();
      const isDone = (item: Waiting) => isUnchanged(item, ruleset, now);
      const done = waiting.filter(isDone);
      if (done.length > 0) {
        await results.settle(done);
        metrics.skipped(done.length);
      }
      await this.#evaluateAll(
        waiting.filter(item => !isDone(item)),
        ruleset,
        onChanged,
      );
      batch = await dirty.next(BATCH);
    }
  }

  /** Marks are read before inputs, so that none is newer than its results. */
  async #read(batch: DirtyEntity[]): Promise<Waiting[]> {
    const { inputMarks, marks } = this.#options;
    const refs = batch.map(({ entityRef }) => entityRef);
    const stored = await marks.read(refs);
    const now = await inputMarks.read(refs);
    return batch.map(item => ({
      ...item,
      stored: stored.get(item.entityRef),
      mark: now.get(item.entityRef),
    }));
  }

  /**
   * The database reads one slice and stores another while the one between is
   * evaluated.
   */
  async #evaluateAll(
    waiting: Waiting[],
    ruleset: ActiveRuleset,
    onChanged: OnChanged,
  ): Promise<void> {
    const slices = [...chunks(waiting, SLICE)];
    let read = await this.#readSlice(slices[0]);
    let storing: Promise<void> = Promise.resolve();
    for (const [index, slice] of slices.entries()) {
      const startedAt = performance.now();
      const [outcome, readNext] = await Promise.all([
        this.#evaluate(slice, read, ruleset),
        this.#readSlice(slices[index + 1]),
        storing,
      ]);
      read = readNext;
      storing = this.#store(slice, outcome, onChanged).then(() =>
        this.#options.metrics.evaluated(
          slice.length,
          (performance.now() - startedAt) / 1_000,
        ),
      );
    }
    await storing;
  }

  async #readSlice(slice: Waiting[] = []): Promise<SliceInputs> {
    const { inputs, results } = this.#options;
    const refs = slice.map(({ entityRef }) => entityRef);
    return refs.length > 0
      ? {
          inputs: await inputs.read(refs),
          current: await results.current(refs),
        }
      : { inputs: new Map(), current: { checks: [], scores: [], views: [] } };
  }

  /** Lets others have their turn now and then: requests are to be answered too. */
  async #evaluate(
    slice: Waiting[],
    { current, inputs }: SliceInputs,
    ruleset: ActiveRuleset,
  ): Promise<Outcome> {
    const now = this.#options.clock();
    const scoreOf = scoresByEntity(current.scores);
    const plan = new ChangePlan(current, now);
    const marks: StoredMark[] = [];
    for (const turn of chunks(slice, TURN)) {
      for (const item of turn) {
        const { at, entityRef } = item;
        const input = inputs.get(entityRef);
        const evaluated = input ? evaluateAll(input, ruleset, now) : [];
        const scorecards = evaluated.map(scorecard =>
          withGrace(scorecard, scoreOf(entityRef, scorecard.definition.id), at),
        );
        plan.add({ entityRef, entity: input?.entity, at, scorecards });
        marks.push(nextMark(item, scorecards, input, ruleset, now.getTime()));
      }
      await nextTurn();
    }
    return { changes: plan.changes, marks };
  }

  async #store(
    slice: Waiting[],
    { changes, marks }: Outcome,
    onChanged: OnChanged,
  ): Promise<void> {
    await this.#options.results.write(changes, slice, marks);
    await onChanged(
      changes.views
        .filter(view => view.public_answer.length > 0)
        .map(view => view.entity_ref),
    );
  }
}

/** Whether an evaluation would give what is stored already. */
function isUnchanged(
  { mark, stored }: Waiting,
  { hash }: ActiveRuleset,
  now: number,
): boolean {
  return (
    mark !== undefined &&
    stored?.mark === mark &&
    stored.ruleset === hash &&
    (stored.due_at === null || now < stored.due_at)
  );
}

/** A level at risk depends on when one looks; so it is looked at each time. */
function nextMark(
  { entityRef, mark, stored }: Waiting,
  scorecards: EvaluatedScorecard[],
  input: EntityInput | undefined,
  { hash }: ActiveRuleset,
  now: number,
): StoredMark {
  const isLasting =
    input !== undefined && scorecards.every(({ atRisk }) => !atRisk);
  return {
    entity_ref: entityRef,
    revision: (stored?.revision ?? 0) + 1,
    ruleset: hash,
    mark: isLasting ? (mark ?? null) : null,
    due_at: input ? (nextWaiverEnd(input.told, now) ?? null) : null,
  };
}

function scoresByEntity(scores: StoredScore[]) {
  const keyOf = (entityRef: string, scorecardId: string) =>
    `${entityRef} ${scorecardId}`;
  const byKey = new Map(
    scores.map(row => [keyOf(row.entity_ref, row.scorecard_id), row]),
  );
  return (entityRef: string, scorecardId: string) =>
    byKey.get(keyOf(entityRef, scorecardId));
}
