// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('finding_flow', table => {
    table.comment('What findings that are no longer kept add to the sums');
    table.text('entity_ref').notNullable();
    table.integer('day').notNullable().comment('Days since 1970, UTC');
    table.text('type').notNullable();
    table.smallint('severity').notNullable();
    table.integer('opened').notNullable();
    table.integer('closed').notNullable();
    table.integer('closed_in_time').notNullable();
    table.primary(['entity_ref', 'day', 'type', 'severity']);
  });
  await knex.raw(
    'CREATE INDEX findings_resolved_at_index ON findings (resolved_at) WHERE resolved_at IS NOT NULL',
  );
  await knex.raw(
    `CREATE INDEX finding_events_updated_at_index ON finding_events (at) WHERE kind = 'updated'`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('finding_events', table => {
    table.dropIndex(['at'], 'finding_events_updated_at_index');
  });
  await knex.schema.alterTable('findings', table => {
    table.dropIndex(['resolved_at'], 'findings_resolved_at_index');
  });
  await knex.schema.dropTable('finding_flow');
};
