// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('departures', table => {
    table.comment('People whom the catalog does not know any more');
    table.integer('person_id').primary().references('people.id');
    table.bigInteger('since').notNullable();
  });
  await knex.schema.alterTable('expertise', table => {
    table
      .bigInteger('stale_noticed_at')
      .comment('When the person was asked to confirm it; once');
    table.index(['confirmed_at']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('expertise', table => {
    table.dropIndex(['confirmed_at']);
    table.dropColumn('stale_noticed_at');
  });
  await knex.schema.dropTable('departures');
};
