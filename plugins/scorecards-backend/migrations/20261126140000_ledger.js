// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('entity_scores', table => {
    table
      .text('outcomes')
      .comment('One letter a check, in the order of the scorecard');
  });

  await knex.schema.alterTable('entity_score_history', table => {
    table
      .text('outcomes')
      .comment('One letter a check; null in rows older than this column');
    table.string('tier', 64);
    table
      .bigInteger('ended_at')
      .comment('When the scorecard ceased to cover the entity');
  });

  await knex.schema.createTable('level_notices', table => {
    table.comment('Changes of level that people are still to be told of');
    table.string('scorecard_id', 128).notNullable();
    table.string('entity_ref', 510).notNullable();
    table.string('from_level', 16).notNullable();
    table.bigInteger('changed_at').notNullable();
    table.primary(['scorecard_id', 'entity_ref']);
    table.index(['changed_at'], 'level_notices_changed_at_idx');
  });

  await knex.schema.createTable('level_digest', table => {
    table.comment('The day of the last digest; one row');
    table.integer('id').primary();
    table.bigInteger('day').notNullable();
  });

  // Everything is evaluated again, so that its history begins to have outcomes.
  await knex('definition_state').delete();
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('level_digest');
  await knex.schema.dropTable('level_notices');
  await knex.schema.alterTable('entity_score_history', table => {
    table.dropColumn('outcomes');
    table.dropColumn('tier');
    table.dropColumn('ended_at');
  });
  await knex.schema.alterTable('entity_scores', table => {
    table.dropColumn('outcomes');
  });
};
