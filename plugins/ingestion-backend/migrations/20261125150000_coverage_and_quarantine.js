// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('coverage', table => {
    table
      .integer('failures')
      .notNullable()
      .defaultTo(0)
      .comment('Scans in a row that failed since the last complete one');
    table.bigInteger('last_failure_at').nullable();
  });

  await knex.schema.createTable('coverage_expectations', table => {
    table.comment('What the catalog says of each control of a component');
    table.string('entity_ref', 510).notNullable();
    table.string('control_type', 32).notNullable();
    table
      .string('expectation', 32)
      .notNullable()
      .comment('expected, declared or not_applicable');
    table.primary(['entity_ref', 'control_type']);
  });

  await knex.schema.createTable('catalog_parents', table => {
    table.comment('The Domain of a System, the Group above a Group');
    table.string('entity_ref', 510).primary();
    table.string('parent_ref', 510).notNullable();
  });

  await knex.schema.alterTable('entity_states', table => {
    table
      .text('source_location')
      .nullable()
      .comment('By which it is recognised under another name');
  });

  await knex.schema.alterTable('reports', table => {
    table
      .text('sent_for')
      .nullable()
      .comment('The entity that it named, when it was re-bound to another');
  });

  await knex.schema.createTable('rebinds', table => {
    table.comment('Who moved what an entity was known by to another entity');
    table.string('id', 36).primary();
    table.text('from_ref').notNullable();
    table.text('to_ref').notNullable();
    table.text('actor').notNullable();
    table.bigInteger('at').notNullable();
    table.integer('reports').notNullable();
    table.integer('findings').notNullable();
    table.index(['to_ref', 'at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('rebinds');
  await knex.schema.alterTable('reports', table => {
    table.dropColumn('sent_for');
  });
  await knex.schema.alterTable('entity_states', table => {
    table.dropColumn('source_location');
  });
  await knex.schema.dropTable('catalog_parents');
  await knex.schema.dropTable('coverage_expectations');
  await knex.schema.alterTable('coverage', table => {
    table.dropColumns('failures', 'last_failure_at');
  });
};
