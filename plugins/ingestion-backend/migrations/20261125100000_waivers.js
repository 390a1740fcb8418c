// @ts-check

/**
 * Times are milliseconds since 1970, and severities are numbers from 0
 * (critical) to 4 (info), as in the tables before. Tiers are numbers from 1.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('waivers', table => {
    table.comment('Risks that are accepted for a time');
    table.string('id', 36).primary();
    table.text('kind').notNullable();
    table.text('status').notNullable();
    table
      .integer('version')
      .notNullable()
      .comment('Grows with every change; guards against lost updates');
    table.text('target').notNullable().comment('JSON');
    table.text('requester').notNullable();
    table.text('reason').notNullable();
    table.text('risk_statement').notNullable();
    table.text('compensating_controls').nullable();
    table.text('treatment').notNullable();
    table.text('linked_issue').nullable();
    table.bigInteger('requested_at').notNullable();
    table
      .bigInteger('starts_at')
      .nullable()
      .comment('Until it is approved, the earliest start that was asked for');
    table.bigInteger('expires_at').notNullable();
    table.bigInteger('review_at').nullable();
    table.bigInteger('approved_at').nullable();
    table.bigInteger('ended_at').nullable();
    table.string('renewed_from', 36).nullable();
    table.integer('renewals').notNullable().defaultTo(0);
    table
      .text('requirement')
      .notNullable()
      .comment('JSON: what has to be approved, as last decided');
    table
      .smallint('approved_severity')
      .nullable()
      .comment('The worst that was approved; it covers nothing worse');
    table
      .smallint('approved_tier')
      .nullable()
      .comment('It covers no entity of a more critical tier');
    table
      .bigInteger('next_at')
      .nullable()
      .comment('When time changes its status');
    table.index(['expires_at', 'id']);
    table.index(['next_at']);
    table.index(['status', 'id']);
    table.index(['renewed_from']);
  });

  await knex.schema.createTable('waiver_entities', table => {
    table.comment('Entities that a waiver is for');
    table.text('entity_ref').notNullable();
    table.string('waiver_id', 36).notNullable();
    table
      .text('state')
      .notNullable()
      .comment('covered; beyond what was approved; left what it is for');
    table
      .boolean('pending')
      .notNullable()
      .comment('Findings and facts do not follow it yet');
    table.primary(['entity_ref', 'waiver_id']);
    table.index(['waiver_id', 'entity_ref']);
  });
  await knex.raw(
    `CREATE INDEX waiver_entities_pending_index ON waiver_entities (entity_ref)
     WHERE pending`,
  );

  await knex.schema.createTable('waiver_findings', table => {
    table.comment('Findings that a waiver names');
    table.string('waiver_id', 36).notNullable();
    table.string('finding_id', 16).notNullable();
    table
      .smallint('severity')
      .notNullable()
      .comment('When it was asked for and, later, when it was approved');
    table.primary(['waiver_id', 'finding_id']);
    table.index(['finding_id']);
  });

  await knex.schema.createTable('waiver_approvals', table => {
    table.comment('One a role, and one a person');
    table.string('waiver_id', 36).notNullable();
    table.text('role').notNullable();
    table.text('approver').notNullable();
    table.bigInteger('at').notNullable();
    table.primary(['waiver_id', 'role']);
    table.unique(['waiver_id', 'approver']);
  });

  await knex.schema.createTable('waiver_events', table => {
    table.comment('The decision log: rows are only added');
    table.bigIncrements('id');
    table.string('waiver_id', 36).notNullable();
    table.bigInteger('at').notNullable();
    table.text('kind').notNullable();
    table.text('actor').nullable();
    table.text('role').nullable();
    table.text('note').nullable();
    table.index(['waiver_id', 'id']);
  });

  await knex.schema.alterTable('findings', table => {
    table
      .string('waiver_id', 36)
      .nullable()
      .comment('The waiver that decides on it');
    table.bigInteger('waived_until').nullable();
  });
  await knex.raw(
    `CREATE INDEX findings_waiver_index ON findings (waiver_id)
     WHERE waiver_id IS NOT NULL`,
  );
  await knex.raw(
    `CREATE INDEX findings_waived_entity_index ON findings (entity_ref)
     WHERE waiver_id IS NOT NULL`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex('findings')
    .where({ status: 'risk_accepted' })
    .update({ status: 'open' });
  await knex.raw('DROP INDEX findings_waived_entity_index');
  await knex.raw('DROP INDEX findings_waiver_index');
  await knex.schema.alterTable('findings', table => {
    table.dropColumns('waiver_id', 'waived_until');
  });
  for (const table of [
    'waiver_events',
    'waiver_approvals',
    'waiver_findings',
    'waiver_entities',
    'waivers',
  ]) {
    await knex.schema.dropTable(table);
  }
};
