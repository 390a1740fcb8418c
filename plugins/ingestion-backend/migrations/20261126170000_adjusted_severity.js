// @ts-check

/**
 * `severity` stays the one that counts, so that its indexes serve every list.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('findings', table => {
    table
      .smallint('source_severity')
      .nullable()
      .comment('What the scanner says, where a person adjusted the severity');
    table
      .smallint('adjusted_from')
      .nullable()
      .comment('What the scanner said when the severity was adjusted');
    table
      .text('severity_adjustment')
      .nullable()
      .comment('Who adjusted the severity, when and why');
    table
      .text('severity_request')
      .nullable()
      .comment('A lower severity that waits for a second person');
  });
};

/**
 * What was adjusted becomes what the scanner says again; due dates follow with
 * the next change of the entity.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex('findings')
    .whereNotNull('source_severity')
    .update({ severity: knex.ref('source_severity') });
  await knex.schema.alterTable('findings', table => {
    table.dropColumns(
      'source_severity',
      'adjusted_from',
      'severity_adjustment',
      'severity_request',
    );
  });
};
