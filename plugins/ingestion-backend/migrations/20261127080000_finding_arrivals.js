// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('finding_arrivals', table => {
    table.comment('Critical and high findings that a report brought, to tell');
    table.bigIncrements('id');
    table.text('entity_ref').notNullable();
    table.bigInteger('at').notNullable();
    table.integer('critical').notNullable();
    table.integer('high').notNullable();
    table.index(['at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('finding_arrivals');
};
