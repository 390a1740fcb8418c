import {
  EntityProjection,
  EntityRow,
} from '@synchrony/backstage-plugin-scorecards-node';
import { CATALOG_SOURCE, CompiledCheck } from '../definitions/compile';
import { CompiledScorecard } from '../definitions/compileScorecard';
import { ruleNameOf } from '../definitions/ruleNames';
import { toCatalogFacts } from '../evaluation/catalogFacts';
import { CheckResult, SourceFacts } from '../evaluation/evaluateCheck';
import { appliesTo, evaluateScorecard } from '../evaluation/evaluateScorecard';
import { EvaluatedEntity, planChanges } from '../evaluation/planChanges';
import { withGrace } from '../evaluation/withGrace';
import { FactSchema } from '../rules/FactSchema';
import { DirtyEntity, DirtyStore } from '../store/DirtyStore';
import { FactTable, StoredEntityFacts } from '../store/FactTable';
import { ResultStore, StoredScore } from '../store/ResultStore';

/** What entities are evaluated by. */
export interface Ruleset {
  scorecards: CompiledScorecard[];
  /** What is read now, the catalog among it; what others said is left aside. */
  sources: ReadonlyMap<string, FactSchema>;
}

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
    facts: FactTable;
    results: ResultStore;
    entities: Pick<EntityProjection, 'get'>;
    clock: () => Date;
  };

  constructor(options: {
    dirty: DirtyStore;
    facts: FactTable;
    results: ResultStore;
    entities: Pick<EntityProjection, 'get'>;
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
    const { clock, entities, facts, results } = this.#options;
    const refs = batch.map(({ entityRef }) => entityRef);
    const rows = await entities.get(refs);
    const owners = await entities.get(
      [...rows.values()].flatMap(row => row?.ownerRef ?? []),
    );
    const factsOf = groupByEntity(await facts.forEntities(refs));
    const current = await results.current(refs);
    const scoreOf = scoresByEntity(current.scores);
    const evaluated = batch.map(({ entityRef, at }): EvaluatedEntity => {
      const entity = rows.get(entityRef);
      return {
        entityRef,
        entity,
        at,
        scorecards: entity
          ? evaluateAll(
              entity,
              ruleset,
              [
                catalogFactsOf(entity, owners),
                ...(factsOf.get(entityRef) ?? []),
              ],
              clock(),
            ).map(scorecard =>
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

function catalogFactsOf(
  entity: EntityRow,
  owners: Map<string, EntityRow | undefined>,
): StoredEntityFacts {
  return {
    source: CATALOG_SOURCE,
    entityRef: entity.entityRef,
    facts: toCatalogFacts(
      entity,
      Boolean(entity.ownerRef && owners.get(entity.ownerRef)),
    ),
    stale: false,
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

function groupByEntity(
  facts: StoredEntityFacts[],
): Map<string, StoredEntityFacts[]> {
  const groups = new Map<string, StoredEntityFacts[]>();
  for (const item of facts) {
    groups.set(item.entityRef, [...(groups.get(item.entityRef) ?? []), item]);
  }
  return groups;
}

function evaluateAll(
  entity: EntityRow,
  { scorecards, sources }: Ruleset,
  told: StoredEntityFacts[],
  now: Date,
) {
  const facts = new Map(
    told
      .filter(({ source }) => sources.has(source))
      .map(({ source, facts: raw, stale, validUntil }) => {
        const sourceFacts: SourceFacts = stale
          ? { state: 'stale', since: new Date(validUntil ?? 0).toISOString() }
          : {
              state: 'present',
              raw,
              cel: sources.get(source)?.toCel(raw),
            };
        return [ruleNameOf(source), sourceFacts] as const;
      }),
  );
  const known = new Map<CompiledCheck, CheckResult>();
  return scorecards
    .filter(({ definition }) => appliesTo(definition, entity))
    .map(scorecard => evaluateScorecard(scorecard, entity, facts, now, known));
}
