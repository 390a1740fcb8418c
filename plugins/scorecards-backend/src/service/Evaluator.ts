import { evaluateAll, Ruleset } from '../evaluation/evaluateAll';
import { EvaluatedEntity, planChanges } from '../evaluation/planChanges';
import { withGrace } from '../evaluation/withGrace';
import { DirtyEntity, DirtyStore } from '../store/DirtyStore';
import { ResultStore, StoredScore } from '../store/ResultStore';
import { EntityInputs } from './EntityInputs';

/** An entity whose answer changed. */
export interface ChangedEntity {
  entityRef: string;
  version: number;
}

const BATCH = 500;

/** Evaluates the entities of which something changed. */
export class Evaluator {
  readonly #options: {
    dirty: DirtyStore;
    inputs: EntityInputs;
    results: ResultStore;
    clock: () => Date;
  };

  constructor(options: {
    dirty: DirtyStore;
    inputs: EntityInputs;
    results: ResultStore;
    clock: () => Date;
  }) {
    this.#options = options;
  }

  /**
   * Evaluates everything that waits.
   *
   * @param onChanged - told after the commit of each batch
   */
  async drain(
    ruleset: Ruleset,
    onChanged: (changed: ChangedEntity[]) => Promise<void>,
  ): Promise<void> {
    const { dirty } = this.#options;
    let batch = await dirty.next(BATCH);
    while (batch.length > 0) {
      await onChanged(await this.#evaluate(batch, ruleset));
      batch = await dirty.next(BATCH);
    }
  }

  async #evaluate(
    batch: DirtyEntity[],
    ruleset: Ruleset,
  ): Promise<ChangedEntity[]> {
    const { clock, inputs, results } = this.#options;
    const refs = batch.map(({ entityRef }) => entityRef);
    const inputOf = await inputs.read(refs);
    const current = await results.current(refs);
    const scoreOf = scoresByEntity(current.scores);
    const evaluated = batch.map(({ entityRef, at }): EvaluatedEntity => {
      const input = inputOf.get(entityRef);
      return {
        entityRef,
        entity: input?.entity,
        at,
        scorecards: input
          ? evaluateAll(input, ruleset, clock()).map(scorecard =>
              withGrace(
                scorecard,
                scoreOf(entityRef, scorecard.definition.id),
                at,
              ),
            )
          : [],
      };
    });
    const changes = planChanges(evaluated, current, clock());
    await results.write(changes, batch);
    return changes.views.map(view => ({
      entityRef: view.entity_ref,
      version: view.version,
    }));
  }
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
