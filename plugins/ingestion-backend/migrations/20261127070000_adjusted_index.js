// @ts-check

/**
 * Few findings are adjusted, so that an index of those alone costs nothing.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    'CREATE INDEX findings_adjusted_index ON findings (status, "rank", due_at, id) WHERE severity_adjustment IS NOT NULL',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('findings', table => {
    table.dropIndex(['status'], 'findings_adjusted_index');
  });
};
