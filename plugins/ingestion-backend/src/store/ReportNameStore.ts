import { Knex } from 'knex';

/** Names that reports have, as far as a text is part of them. */
export interface ReportNames {
  entityRefs: string[];
  tools: string[];
  submitters: string[];
}

/** With more of them nearly every report has one, and looking at reports is quicker. */
const MOST_NAMES = 500;

/** Of names that reports have there are few, however many reports there are. */
export class ReportNameStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Undefined when there are too many. */
  async find(q: string): Promise<ReportNames | undefined> {
    const entityRefs = await this.#names('entity_ref', entityRefPattern(q));
    const tools = await this.#names('tool', textPattern(q));
    const submitters = await this.#names('submitter', textPattern(q));
    const most = Math.max(entityRefs.length, tools.length, submitters.length);
    return most > MOST_NAMES ? undefined : { entityRefs, tools, submitters };
  }

  /** Goes from each name to the next one by an index, without the rows between. */
  async #names(
    column: 'entity_ref' | 'tool' | 'submitter',
    pattern: string,
  ): Promise<string[]> {
    const database = this.#database;
    const names: { name: string }[] = await database
      .withRecursive(
        'names',
        database.raw(
          `SELECT MIN(${column}) AS name FROM reports
           UNION ALL
           SELECT (SELECT MIN(${column}) FROM reports WHERE ${column} > names.name)
           FROM names WHERE names.name IS NOT NULL`,
        ),
      )
      .from('names')
      .whereRaw("LOWER(name) LIKE ? ESCAPE '\\'", [pattern])
      .limit(MOST_NAMES + 1)
      .select('name');
    return names.map(({ name }) => name);
  }
}

/** For LIKE: any name with the text in it, in lower case. */
export function textPattern(q: string): string {
  const text = q.toLocaleLowerCase('en-US');
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** The same of refs: of the name in it, unless the text has a part of a ref. */
export function entityRefPattern(q: string): string {
  const part = textPattern(q);
  return /[:/]/.test(q) ? part : `%/${part}`;
}
