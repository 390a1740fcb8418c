// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('entity_states', table => {
    table
      .text('due_offsets')
      .notNullable()
      .defaultTo('')
      .comment('What the due dates of its findings were computed with');
    table.index(['sla_class', 'due_offsets']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('entity_states', table => {
    table.dropIndex(['sla_class', 'due_offsets']);
    table.dropColumn('due_offsets');
  });
};
