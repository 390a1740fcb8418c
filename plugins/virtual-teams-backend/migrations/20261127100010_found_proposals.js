// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('proposals', table => {
    table
      .text('found')
      .comment('JSON: what its source found; absent until it finds it again');
  });
  await knex.schema.createTable('proposal_sources', table => {
    table.comment('When what proposes teams was asked');
    table.string('source').primary();
    table
      .bigInteger('answered_at')
      .comment('When it told last; absent where it never did');
    table
      .boolean('has_answered')
      .notNullable()
      .comment('Whether it told when it was asked last');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('proposal_sources');
  await knex.schema.alterTable('proposals', table => {
    table.dropColumn('found');
  });
};
