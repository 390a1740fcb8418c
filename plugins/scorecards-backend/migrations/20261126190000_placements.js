// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('entity_placements', table => {
    table.comment('What entities were part of and who owned them, and when');
    table.string('child_ref', 510).notNullable();
    table
      .string('kind', 16)
      .notNullable()
      .comment('partOf, ownedBy, or present: in the catalog at all');
    table.string('parent_ref', 510).notNullable().comment('Empty for present');
    table.bigInteger('since').notNullable();
    table.bigInteger('ended_at').comment('null while it holds');
    table
      .integer('is_first')
      .notNullable()
      .comment('1 for what was recorded first; it may have been so before');
    table.primary(['child_ref', 'kind', 'parent_ref', 'since']);
    table.index(['parent_ref', 'kind'], 'entity_placements_parent_ref_idx');
  });

  // What is known already is told again, so that it is recorded.
  await knex('synchrony_entities').update({ pending: 1 });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('entity_placements');
};
