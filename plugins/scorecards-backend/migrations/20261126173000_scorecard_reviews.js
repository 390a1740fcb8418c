// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('scorecard_reviews', table => {
    table.comment('Meetings in which scorecards are gone through');
    table.string('id', 36).primary();
    table.string('status', 16).notNullable();
    table.string('title', 200).notNullable();
    table.string('scorecard_id', 128).notNullable();
    table.text('scope').notNullable().comment('JSON: which entities');
    table
      .string('scope_key', 64)
      .notNullable()
      .comment('SHA-256 of scorecard and scope: the same series');
    table.string('facilitator', 510).notNullable();
    table.text('participants').notNullable().comment('JSON: refs of users');
    table.bigInteger('planned_day').comment('Its beginning in UTC');
    table.string('current_ref', 510).comment('What the facilitator shows');
    table.integer('version').notNullable();
    table.string('created_by', 510).notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.bigInteger('started_at');
    table.bigInteger('ended_at');
    table.index(['created_at', 'id'], 'scorecard_reviews_created_at_idx');
    table.index(['scope_key', 'started_at'], 'scorecard_reviews_scope_key_idx');
  });

  await knex.schema.createTable('scorecard_review_items', table => {
    table.comment('The agenda of a review, as it was when it started');
    table.string('review_id', 36).notNullable();
    table.string('entity_ref', 510).notNullable();
    table.integer('position').notNullable();
    table.text('title');
    table.string('owner_ref', 510);
    table.string('tier', 64);
    table
      .text('snapshot')
      .notNullable()
      .comment('JSON: where it stood, as everybody may see it');
    table.bigInteger('discussed_at');
    table.string('discussed_by', 510);
    table.primary(['review_id', 'entity_ref']);
  });

  await knex.schema.createTable('scorecard_review_decisions', table => {
    table.comment('What was decided about entities in reviews');
    table.string('id', 36).primary();
    table.string('review_id', 36).notNullable();
    table.string('entity_ref', 510).notNullable();
    table.string('kind', 16).notNullable();
    table.text('text').notNullable();
    table.string('check_id', 128);
    table.string('owner_ref', 510);
    table.bigInteger('due_day').comment('Its beginning in UTC');
    table.string('waiver_id', 64).comment('Id of a waiver of ingestion');
    table.string('status', 16).comment('Of an action');
    table.bigInteger('done_at');
    table.string('done_by', 510);
    table.integer('version').notNullable();
    table.string('created_by', 510).notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.index(
      ['review_id', 'created_at', 'id'],
      'scorecard_review_decisions_review_id_idx',
    );
  });

  await knex.schema.createTable('scorecard_review_log', table => {
    table.comment('What was done with a review; rows are only added');
    table.string('id', 36).primary();
    table.string('review_id', 36).notNullable();
    table.bigInteger('at').notNullable();
    table.string('actor', 510).notNullable();
    table.string('action', 32).notNullable();
    table.text('detail').notNullable().comment('JSON');
    table.index(['review_id', 'at'], 'scorecard_review_log_review_id_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'scorecard_review_log',
    'scorecard_review_decisions',
    'scorecard_review_items',
    'scorecard_reviews',
  ]) {
    await knex.schema.dropTable(table);
  }
};
