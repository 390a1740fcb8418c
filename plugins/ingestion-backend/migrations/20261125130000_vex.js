// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('vex_documents', table => {
    table.comment('The newest version of each VEX document of an entity');
    table.increments('id');
    table.text('entity_ref').notNullable();
    table
      .text('document_key')
      .notNullable()
      .comment('The same for all versions of a document');
    table.text('document_id').notNullable();
    table.text('format').notNullable();
    table.text('author').nullable();
    table.text('version').nullable();
    table.bigInteger('issued_at').notNullable();
    table.string('report_id', 36).notNullable();
    table.text('submitter').notNullable();
    table.unique(['entity_ref', 'document_key']);
  });

  await knex.schema.createTable('vex_statements', table => {
    table.integer('document').notNullable().comment('Id in vex_documents');
    table.integer('position').notNullable();
    table.text('status').notNullable();
    table.text('reason').nullable();
    table.text('impact').nullable();
    table.text('action').nullable();
    table.bigInteger('at').notNullable();
    table.text('products').notNullable().comment('JSON');
    table.primary(['document', 'position']);
  });

  await knex.schema.createTable('vex_tokens', table => {
    table.comment('Lower-case vulnerability ids, to find statements by');
    table.text('entity_ref').notNullable();
    table.text('token').notNullable();
    table.integer('document').notNullable();
    table.integer('position').notNullable();
    table.primary(['entity_ref', 'token', 'document', 'position']);
    table.index(['document']);
  });

  await knex.schema.alterTable('findings', table => {
    table
      .string('statement_key', 16)
      .nullable()
      .comment('Of the VEX statement that counts for it');
    table
      .text('statement_verdict')
      .nullable()
      .comment('dismissed, when a VEX statement decides');
  });
  await knex.raw(
    'CREATE INDEX findings_statement_index ON findings (entity_ref) WHERE statement_key IS NOT NULL OR statement_verdict IS NOT NULL',
  );

  await knex.schema.alterTable('finding_events', table => {
    table.text('source').nullable().comment('The document that did it');
  });

  await knex.schema.alterTable('reports', table => {
    table.text('statements').nullable().comment('What a VEX document did');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('reports', table => {
    table.dropColumn('statements');
  });
  await knex.schema.alterTable('finding_events', table => {
    table.dropColumn('source');
  });
  await knex.raw('DROP INDEX findings_statement_index');
  await knex.schema.alterTable('findings', table => {
    table.dropColumns('statement_key', 'statement_verdict');
  });
  await knex.schema.dropTable('vex_tokens');
  await knex.schema.dropTable('vex_statements');
  await knex.schema.dropTable('vex_documents');
};
