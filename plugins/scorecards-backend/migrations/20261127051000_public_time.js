// @ts-check

/**
 * Times are milliseconds since 1970, as in the tables before.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('entity_scores', table => {
    table
      .bigInteger('public_computed_at')
      .comment('When what everybody may see of the row changed last');
  });
  await knex('entity_scores').update({
    public_computed_at: knex.ref('computed_at'),
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('entity_scores', table => {
    table.dropColumn('public_computed_at');
  });
};
