import { Knex } from 'knex';
import { RepositoryEntity, repositoryPathOf } from '../webhooks';
import { isPostgres } from './engine';

const SLUG = 'github.com/project-slug';

/** Which entities are in a repository, as the catalog says. */
export class RepositoryEntityStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Entities of a repository on GitHub, given as `owner/name` in any case. */
  async list(repository: string): Promise<RepositoryEntity[]> {
    const slug = isPostgres(this.#database)
      ? `annotations::json ->> '${SLUG}'`
      : `json_extract(annotations, '$."${SLUG}"')`;
    const rows = await this.#database('synchrony_entities')
      .whereRaw(`lower(${slug}) = ?`, [repository.toLowerCase()])
      // After two sweeps without it an entity is gone.
      .where('missed_sweeps', '<', 2)
      .orderBy('entity_ref')
      .select('entity_ref', 'kind', 'annotations');
    return rows.map(row => ({
      entityRef: row.entity_ref,
      kind: row.kind,
      path: repositoryPathOf(JSON.parse(row.annotations)),
    }));
  }
}
