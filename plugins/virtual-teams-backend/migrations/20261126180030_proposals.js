// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('proposals', table => {
    table.comment('Since when sources propose teams; they name nobody');
    table.string('id', 512).primary();
    table.string('source').notNullable().index();
    table.bigInteger('since').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('proposals');
};
