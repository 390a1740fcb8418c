// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('team_declarations', table => {
    table.comment('What files of the catalog declare; they name nobody');
    table.string('team_ref').primary().comment('Lower-cased');
    table.text('location');
    table
      .string('hash', 64)
      .comment('Of the declaration that is applied; absent before the first');
    table
      .string('review_on', 10)
      .comment('The day of the review that it says, YYYY-MM-DD');
    table.text('faults').notNullable().comment('JSON array of words');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('team_declarations');
};
