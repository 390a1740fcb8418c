import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  RELATION_CHAMPIONED_BY,
  RELATION_CHAMPION_OF,
} from '@synchrony/backstage-plugin-champions-common';
import { pairsOf, withoutPairs } from './championPairs';

/**
 * Gives entities and users the relations that the Group of champions names. It
 * asks nobody: what it emits is in the entity, and is taken off it then.
 */
export class ChampionRelationProcessor implements CatalogProcessor {
  readonly #relatesPeople: boolean;

  /**
   * @param options - `relatesPeople`: whether people are related to what they
   * are champion of, which shows hidden scopes to who may read the person
   */
  constructor(options: { relatesPeople: boolean }) {
    this.#relatesPeople = options.relatesPeople;
  }

  getProcessorName(): string {
    return 'SynchronyChampionRelationProcessor';
  }

  async postProcessEntity(
    entity: Entity,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    for (const pair of pairsOf(entity, location)) {
      const championed = parseEntityRef(pair.entityRef);
      const user = parseEntityRef(pair.userRef);
      emit(
        processingResult.relation({
          type: RELATION_CHAMPIONED_BY,
          source: championed,
          target: user,
        }),
      );
      if (this.#relatesPeople) {
        emit(
          processingResult.relation({
            type: RELATION_CHAMPION_OF,
            source: user,
            target: championed,
          }),
        );
      }
    }
    return withoutPairs(entity);
  }
}
