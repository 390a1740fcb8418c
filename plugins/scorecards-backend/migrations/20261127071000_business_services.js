// @ts-check

/**
 * What an entity is to the business is recorded with its place; what is known
 * already is told again, so that it is recorded.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex('synchrony_entities').update({ pending: 1 });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex('entity_placements').where({ kind: 'businessService' }).delete();
};
