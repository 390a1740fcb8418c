// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('erased_people', table => {
    table.comment('Whom no annotation may nominate; holds no name');
    table.string('ref_hash', 64).primary().comment('Keyed hash of the ref');
  });
  await knex.schema.createTable('erasure_key', table => {
    table.comment('The key of the hashes, where the configuration has none');
    table.integer('id').primary().comment('Always 1');
    table.string('key', 64).notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('erasure_key');
  await knex.schema.dropTable('erased_people');
};
