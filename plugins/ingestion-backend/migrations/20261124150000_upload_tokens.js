// @ts-check

/**
 * Times are milliseconds since 1970, as in the tables before.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('upload_tokens', table => {
    table.comment('What pipelines send reports with');
    table.string('id', 24).primary();
    table.text('name').notNullable();
    table.string('secret_hash', 43).notNullable().comment('SHA-256');
    table.text('entity_refs').notNullable().comment('JSON');
    table
      .text('origin')
      .nullable()
      .comment('The pipeline whose ID token it was exchanged for, as JSON');
    table.text('created_by').notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('expires_at').notNullable();
    table.bigInteger('last_used_at').nullable();
    table.bigInteger('revoked_at').nullable();
    table.string('replaced_by', 24).nullable();
    table.index(['created_at', 'id']);
  });

  await knex.schema.createTable('used_id_tokens', table => {
    table.comment('ID tokens that were exchanged, until they expire');
    table.string('key', 43).primary().comment('SHA-256 of issuer and jti');
    table.bigInteger('expires_at').notNullable();
    table.index(['expires_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('used_id_tokens');
  await knex.schema.dropTable('upload_tokens');
};
