// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('meetings', table => {
    table.comment('Meetings of champions that were announced');
    table.string('id', 36).primary();
    table.string('title').notNullable();
    table.bigInteger('starts_at').notNullable();
    table.bigInteger('ends_at').notNullable().index();
    table.string('place', 500);
    table.string('scope_ref').comment('Whose champions meet; null for all');
    table
      .integer('announced_by')
      .references('people.id')
      .comment('Null for services');
    table.bigInteger('announced_at').notNullable();
    table.boolean('is_cancelled').notNullable();
    table.integer('version').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('meetings');
};
