// @ts-check
const { createHash } = require('node:crypto');
const { deflateRawSync, inflateRawSync } = require('node:zlib');

const ROWS = 500;

/** @param {import('knex').Knex} knex */
function isPostgres(knex) {
  return knex.client.config.client === 'pg';
}

/**
 * What an outcome is, in whichever table.
 *
 * @param {import('knex').Knex.CreateTableBuilder} table
 */
function outcomeColumns(table) {
  table.string('entity_ref', 510).notNullable();
  table.string('check_id', 128).notNullable();
  table.bigInteger('since').notNullable();
  table
    .integer('is_first')
    .notNullable()
    .comment('1 for the first outcome that the check had');
  table.integer('check_version').notNullable();
  table.string('outcome', 16).notNullable();
  table.string('unknown_reason', 16);
  table.text('reason').notNullable();
  table.text('evidence').notNullable();
  table.bigInteger('recorded_at').notNullable();
}

const COLUMNS = [
  'entity_ref',
  'check_id',
  'since',
  'is_first',
  'check_version',
  'outcome',
  'unknown_reason',
  'reason',
  'evidence',
  'recorded_at',
].join(', ');

/**
 * The digest of what the sources have said so far.
 *
 * @param {import('knex').Knex} knex
 */
async function digestFacts(knex) {
  let last = { source: '', entity_ref: '' };
  for (;;) {
    const rows = await knex('facts')
      .select('source', 'entity_ref', 'facts', 'received_at')
      .whereRaw('(source, entity_ref) > (?, ?)', [last.source, last.entity_ref])
      .orderBy(['source', 'entity_ref'])
      .limit(ROWS);
    for (const { source, entity_ref, facts, received_at } of rows) {
      if (facts !== null) {
        const hash = createHash('sha256').update(facts).digest('base64');
        await knex('facts')
          .where({ source, entity_ref })
          .update({ digest: `${received_at} ${hash}` });
      }
    }
    if (rows.length < ROWS) {
      return;
    }
    last = rows[rows.length - 1];
  }
}

/**
 * Rewrites a column of the answers into another, row by row.
 *
 * @param {import('knex').Knex} knex
 * @param {[string, string][]} columns
 * @param {(value: any) => any} convert
 */
async function rewriteAnswers(knex, columns, convert) {
  let last = '';
  for (;;) {
    const rows = await knex('entity_views')
      .select('entity_ref', ...columns.map(([from]) => from))
      .where('entity_ref', '>', last)
      .orderBy('entity_ref')
      .limit(ROWS);
    for (const row of rows) {
      await knex('entity_views')
        .where('entity_ref', row.entity_ref)
        .update(
          Object.fromEntries(
            columns.map(([from, to]) => [to, convert(row[from])]),
          ),
        );
    }
    if (rows.length < ROWS) {
      return;
    }
    last = rows[rows.length - 1].entity_ref;
  }
}

/**
 * Outcomes that hold are changed in place, and one that ends is copied to
 * history: a row that is replaced where it is touches no index.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('facts', table => {
    table
      .string('digest', 80)
      .comment('received_at when it was made, and SHA-256 of the facts');
  });
  await digestFacts(knex);

  await knex.schema.alterTable('entity_views', table => {
    table.binary('full_answer').notNullable().defaultTo('');
    table.binary('public_answer').notNullable().defaultTo('');
  });
  await rewriteAnswers(
    knex,
    [
      ['full_json', 'full_answer'],
      ['public_json', 'public_answer'],
    ],
    text => deflateRawSync(text, { level: 1 }),
  );
  await knex.schema.alterTable('entity_views', table => {
    table.dropColumn('full_json');
    table.dropColumn('public_json');
  });

  await knex.schema.alterTable('dirty_entities', table => {
    table.bigInteger('marked_at').comment('Since when it waits');
  });

  await knex.schema.createTable('entity_marks', table => {
    table.comment('What the stored results of entities were computed from');
    table.string('entity_ref', 510).primary();
    table.integer('revision').notNullable().comment('Counts evaluations');
    table.string('ruleset', 64).notNullable().comment('Hash of the rules');
    table
      .string('mark', 64)
      .comment('Hash of the inputs; null when they are to be looked at again');
    table
      .bigInteger('due_at')
      .comment('From when on the same inputs may give another result');
  });

  await knex.schema.createTable('check_standings', table => {
    table.comment('Outcomes that hold');
    outcomeColumns(table);
    table.primary(['entity_ref', 'check_id']);
  });
  await knex.schema.createTable('check_history', table => {
    table.comment('Outcomes that held, as intervals of validity');
    outcomeColumns(table);
    table.bigInteger('until').notNullable();
    table.index(['entity_ref', 'since'], 'check_history_since_idx');
  });
  if (isPostgres(knex)) {
    await knex.raw('ALTER TABLE check_standings SET (fillfactor = 50)');
    await knex.raw('ALTER TABLE entity_marks SET (fillfactor = 70)');
  }
  await knex.raw(
    `INSERT INTO check_standings (${COLUMNS})
     SELECT ${COLUMNS} FROM check_results WHERE until IS NULL`,
  );
  await knex.raw(
    `INSERT INTO check_history (${COLUMNS}, until)
     SELECT ${COLUMNS}, until FROM check_results WHERE until IS NOT NULL`,
  );
  await knex.schema.dropTable('check_results');
  await knex.raw(
    `CREATE VIEW check_results AS
     SELECT ${COLUMNS}, CAST(NULL AS bigint) AS until FROM check_standings
     UNION ALL
     SELECT ${COLUMNS}, until FROM check_history`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('DROP VIEW check_results');
  await knex.schema.createTable('check_results', table => {
    table.comment('Outcomes as intervals of validity');
    outcomeColumns(table);
    table.bigInteger('until').comment('null while it holds');
    table.primary(['entity_ref', 'check_id', 'since']);
    table.index(['entity_ref'], 'check_results_current_idx', {
      predicate: knex.whereNull('until'),
    });
  });
  await knex.raw(
    `INSERT INTO check_results (${COLUMNS}, until)
     SELECT ${COLUMNS}, until FROM check_history`,
  );
  await knex.raw(
    `INSERT INTO check_results (${COLUMNS})
     SELECT ${COLUMNS} FROM check_standings
     WHERE true ON CONFLICT (entity_ref, check_id, since) DO NOTHING`,
  );
  await knex.schema.dropTable('check_history');
  await knex.schema.dropTable('check_standings');
  await knex.schema.dropTable('entity_marks');
  await knex.schema.alterTable('entity_views', table => {
    table.text('full_json', 'longtext').notNullable().defaultTo('');
    table.text('public_json', 'longtext').notNullable().defaultTo('');
  });
  await rewriteAnswers(
    knex,
    [
      ['full_answer', 'full_json'],
      ['public_answer', 'public_json'],
    ],
    packed => inflateRawSync(packed).toString('utf8'),
  );
  await knex.schema.alterTable('entity_views', table => {
    table.dropColumn('full_answer');
    table.dropColumn('public_answer');
  });
  await knex.schema.alterTable('dirty_entities', table => {
    table.dropColumn('marked_at');
  });
  await knex.schema.alterTable('facts', table => {
    table.dropColumn('digest');
  });
};
