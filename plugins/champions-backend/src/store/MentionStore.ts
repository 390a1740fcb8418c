import { Knex } from 'knex';
import { withoutNames } from '../privacy/namesOf';

/** Where people write what they like. */
const FREE_TEXTS: { table: string; keys: string[]; columns: string[] }[] = [
  { table: 'assignments', keys: ['id'], columns: ['reason'] },
  { table: 'assignment_events', keys: ['id'], columns: ['note'] },
  {
    table: 'questions',
    keys: ['id'],
    columns: ['text', 'answer', 'routed_because'],
  },
  { table: 'briefs', keys: ['scope_ref', 'month'], columns: ['text'] },
  { table: 'meetings', keys: ['id'], columns: ['title', 'place'] },
  { table: 'volunteers', keys: ['person_id'], columns: ['note'] },
  { table: 'training_records', keys: ['id'], columns: ['evidence_url'] },
];

/** A text that names somebody. */
interface Mention {
  table: string;
  key: Record<string, string | number>;
  column: string;
  text: string;
}

/** Names in texts that others wrote. */
export class MentionStore {
  async count(tx: Knex, names: string[]): Promise<number> {
    return (await this.#find(tx, names)).length;
  }

  /** Texts are few, so each is written by itself. */
  async replace(tx: Knex, names: string[], instead: string): Promise<void> {
    for (const { column, key, table, text } of await this.#find(tx, names)) {
      await tx(table)
        .where(key)
        .update({ [column]: withoutNames(text, names, instead) });
    }
  }

  async #find(tx: Knex, names: string[]): Promise<Mention[]> {
    const found: Mention[] = [];
    for (const { columns, keys, table } of FREE_TEXTS) {
      for (const column of columns) {
        const rows = await tx(table)
          .select(...keys, { text: column })
          .where(any => {
            for (const name of names) {
              any.orWhereRaw('lower(??) like ?', [
                column,
                `%${name.toLocaleLowerCase('en-US')}%`,
              ]);
            }
          });
        for (const { text, ...key } of rows) {
          if (withoutNames(text, names, '') !== text) {
            found.push({ table, key, column, text });
          }
        }
      }
    }
    return found;
  }
}
