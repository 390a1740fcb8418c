import {
  EntityProjection,
  EntityRow,
} from '@synchrony/backstage-plugin-scorecards-node';
import { CATALOG_SOURCE } from '../definitions/compile';
import { toCatalogFacts } from '../evaluation/catalogFacts';
import { EntityInput } from '../evaluation/types';
import { FactTable, StoredEntityFacts } from '../store/FactTable';

/** Reads what entities are evaluated by. */
export class EntityInputs {
  readonly #facts: FactTable;
  readonly #entities: Pick<EntityProjection, 'get'>;

  constructor(options: {
    facts: FactTable;
    entities: Pick<EntityProjection, 'get'>;
  }) {
    this.#facts = options.facts;
    this.#entities = options.entities;
  }

  /** By ref; those that the catalog does not have are absent. */
  async read(refs: string[]): Promise<Map<string, EntityInput>> {
    const rows = await this.#entities.get(refs);
    const owners = await this.#entities.get(
      [...rows.values()].flatMap(row => row?.ownerRef ?? []),
    );
    const factsOf = groupByEntity(await this.#facts.forEntities(refs));
    return new Map(
      [...rows].flatMap(([entityRef, entity]) =>
        entity
          ? [
              [
                entityRef,
                {
                  entity,
                  told: [
                    catalogFactsOf(entity, owners),
                    ...(factsOf.get(entityRef) ?? []),
                  ],
                },
              ] as const,
            ]
          : [],
      ),
    );
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

function groupByEntity(
  facts: StoredEntityFacts[],
): Map<string, StoredEntityFacts[]> {
  const groups = new Map<string, StoredEntityFacts[]>();
  for (const item of facts) {
    groups.set(item.entityRef, [...(groups.get(item.entityRef) ?? []), item]);
  }
  return groups;
}
