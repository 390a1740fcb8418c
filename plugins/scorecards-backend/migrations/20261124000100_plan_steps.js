// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('entity_scores', table => {
    table.string('next_level', 16);
    table
      .integer('plan_steps')
      .comment('To the next level; null when not computed yet');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('entity_scores', table => {
    table.dropColumn('next_level');
    table.dropColumn('plan_steps');
  });
};
