// @ts-check

/**
 * A search for text looks at the names that there are, by indexes that have
 * each of them in order, and not at every report.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('reports', table => {
    table.index(['tool']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('reports', table => {
    table.dropIndex(['tool']);
  });
};
