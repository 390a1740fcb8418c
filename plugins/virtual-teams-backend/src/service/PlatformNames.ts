import { parseEntityRef } from '@backstage/catalog-model';
import { EntityProjection } from '@synchrony/backstage-plugin-scorecards-node';

/** What platforms are called. */
export class PlatformNames {
  readonly #entities: Pick<EntityProjection, 'get'>;

  constructor(entities: Pick<EntityProjection, 'get'>) {
    this.#entities = entities;
  }

  /** Titles first; a platform that the catalog does not know has its name only. */
  async of(refs: string[]): Promise<{ ref: string; names: string[] }[]> {
    const rows = await this.#entities.get(refs);
    return refs.map(ref => {
      const title = rows.get(ref)?.title;
      const { name } = parseEntityRef(ref);
      return { ref, names: title ? [title, name] : [name] };
    });
  }
}
