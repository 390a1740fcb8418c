import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  RELATION_HAS_PARTICIPANT,
  RELATION_PARTICIPATES_IN,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { participantsOf } from './teamGroups';

/**
 * Relates virtual teams and those who take part, as the Groups of the provider
 * say. It asks nobody: what it emits is in the entity.
 */
export class ParticipantRelationProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'SynchronyParticipantRelationProcessor';
  }

  async postProcessEntity(
    entity: Entity,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    for (const participant of participantsOf(entity, location)) {
      const team = parseEntityRef(participant.teamRef);
      const user = parseEntityRef(participant.userRef);
      emit(
        processingResult.relation({
          type: RELATION_HAS_PARTICIPANT,
          source: team,
          target: user,
        }),
      );
      emit(
        processingResult.relation({
          type: RELATION_PARTICIPATES_IN,
          source: user,
          target: team,
        }),
      );
    }
    return entity;
  }
}
