// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('rollup_snapshots', table => {
    table
      .string('scope_hash', 64)
      .comment('Of what a virtual team worked on; absent for other scopes');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('rollup_snapshots', table => {
    table.dropColumn('scope_hash');
  });
};
