// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('programme_files', table => {
    table.comment('The last good file of the programme, for all replicas');
    table.integer('id').primary().comment('Always 1');
    table.text('location').notNullable();
    table.text('text').notNullable();
    table.bigInteger('loaded_at').notNullable();
  });

  await knex.schema.createTable('memberships', table => {
    table.comment('Who belongs to which group, as the catalog says');
    table.string('user_ref').notNullable();
    table.string('group_ref').notNullable();
    table.primary(['user_ref', 'group_ref']);
    table.index(['group_ref']);
  });

  await knex.schema.alterTable('vacancies', table => {
    table
      .bigInteger('telling_until')
      .comment('Until when one replica tells the lead; then another may');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('vacancies', table => {
    table.dropColumn('telling_until');
  });
  await knex.schema.dropTable('memberships');
  await knex.schema.dropTable('programme_files');
};
