import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';

/** A brief that somebody edited. */
export interface StoredBrief {
  text: string;
  editedBy?: number;
  editedAt: number;
  version: number;
}

const CHANGED = 'The brief was changed meanwhile; read it again';

/** Texts of briefs that were edited; drafts are not kept. */
export class BriefStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async get(scopeRef: string, month: string): Promise<StoredBrief | undefined> {
    const row = await this.#database('briefs')
      .where({ scope_ref: scopeRef, month })
      .first();
    return (
      row && {
        text: row.text,
        editedBy: row.edited_by ?? undefined,
        editedAt: Number(row.edited_at),
        version: row.version,
      }
    );
  }

  /**
   * @param version - as it was read; 0 for a draft
   * @throws ConflictError when it has changed since
   */
  async put(
    tx: Knex.Transaction,
    brief: { scopeRef: string; month: string; text: string; version: number },
    edited: { by: number; at: number },
  ): Promise<void> {
    const key = { scope_ref: brief.scopeRef, month: brief.month };
    const content = {
      text: brief.text,
      edited_by: edited.by,
      edited_at: edited.at,
      version: brief.version + 1,
    };
    const changed =
      brief.version === 0
        ? await tx('briefs')
            .insert({ ...key, ...content })
            .onConflict(['scope_ref', 'month'])
            .ignore()
            .returning('version')
        : await tx('briefs')
            .where({ ...key, version: brief.version })
            .update(content)
            .returning('version');
    if (changed.length === 0) {
      throw new ConflictError(CHANGED);
    }
  }

  async remove(scopeRef: string, month: string): Promise<void> {
    await this.#database('briefs')
      .where({ scope_ref: scopeRef, month })
      .delete();
  }
}
