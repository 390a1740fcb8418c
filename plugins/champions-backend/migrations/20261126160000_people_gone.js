// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('people', table => {
    table
      .bigInteger('gone_since')
      .comment('Since when the catalog does not know the person');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('people', table => {
    table.dropColumn('gone_since');
  });
};
