import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CatalogProcessor,
  CatalogProcessorCache,
} from '@backstage/plugin-catalog-node';
import {
  SECURITY_LEVEL_LABEL,
  Level,
} from '@synchrony/backstage-plugin-scorecards-common';
import { KnownLevels } from './KnownLevels';

const LAST_LEVEL = 'level';

/** Gives entities their level as a label, the last known one while there is no other. */
export class SecurityLevelProcessor implements CatalogProcessor {
  readonly #known: Pick<KnownLevels, 'levels'>;

  constructor(known: Pick<KnownLevels, 'levels'>) {
    this.#known = known;
  }

  getProcessorName(): string {
    return 'SynchronySecurityLevelProcessor';
  }

  async preProcessEntity(
    entity: Entity,
    _location: unknown,
    _emit: unknown,
    _originLocation: unknown,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    const level = await this.#levelOf(entity, cache);
    const { [SECURITY_LEVEL_LABEL]: declared, ...labels } =
      entity.metadata.labels ?? {};
    if (level === undefined && declared === undefined) {
      return entity;
    }
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        labels: {
          ...labels,
          ...(level !== undefined && { [SECURITY_LEVEL_LABEL]: level }),
        },
      },
    };
  }

  async #levelOf(
    entity: Entity,
    cache: CatalogProcessorCache,
  ): Promise<Level | undefined> {
    const { levels } = this.#known;
    if (!levels) {
      return cache.get<Level>(LAST_LEVEL);
    }
    const level = levels.get(stringifyEntityRef(entity));
    if (level !== undefined) {
      await cache.set(LAST_LEVEL, level);
    }
    return level;
  }
}
