// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('assignments', table => {
    table
      .boolean('is_member')
      .notNullable()
      .defaultTo(false)
      .comment('Whether the person has been seen in the group of the scope');
  });

  await knex.schema.createTable('declarations', table => {
    table.comment('Whom annotations of the catalog name as champions');
    table.string('scope_ref').notNullable();
    table.integer('person_id').notNullable().references('people.id').index();
    table.string('role', 16).notNullable();
    table
      .string('assignment_id', 36)
      .comment('What it led to; null while the catalog does not know the user');
    table.primary(['scope_ref', 'person_id']);
  });

  await knex.schema.createTable('notices', table => {
    table.comment('Notifications that are still to be sent');
    table.bigIncrements('id');
    table
      .string('assignment_id', 36)
      .notNullable()
      .references('assignments.id')
      .index();
    table.string('kind', 32).notNullable();
    table.bigInteger('due_at').notNullable().index();
    table.integer('attempts').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('notices');
  await knex.schema.dropTable('declarations');
  await knex.schema.alterTable('assignments', table => {
    table.dropColumn('is_member');
  });
};
