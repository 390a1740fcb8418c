// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('arrival_rounds', table => {
    table.comment('Up to where people were told of new findings');
    table.integer('id').primary().comment('Always 1');
    table.string('cursor', 40).notNullable().comment('Of ingestion');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('arrival_rounds');
};
