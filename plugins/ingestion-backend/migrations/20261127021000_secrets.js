// @ts-check

/**
 * Keys that every replica has to know, made by the first one that needs them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('secrets', table => {
    table.comment('Random keys of this plugin');
    table.string('name', 64).primary();
    table.string('value', 64).notNullable().comment('32 bytes as base64');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('secrets');
};
