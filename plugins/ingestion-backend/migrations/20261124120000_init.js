// @ts-check

/**
 * Times are milliseconds since 1970 in `bigint` on both engines, severities
 * are numbers from 0 (critical) to 4 (info), and an absent part of a scope is
 * an empty string, so that unique indexes hold for it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client.includes('pg');

  await knex.schema.createTable('uploads', table => {
    table.comment('Bodies that are still arriving; leftovers are swept');
    table.string('id', 36).primary();
    table.bigInteger('started_at').notNullable();
  });

  await knex.schema.createTable('report_chunks', table => {
    table.comment('Bodies of reports, in pieces of at most 1 MB');
    table.string('report_id', 36).notNullable();
    table.integer('position').notNullable();
    table.binary('data').notNullable();
    table.primary(['report_id', 'position']);
  });
  if (postgres) {
    await knex.raw(
      'ALTER TABLE report_chunks ALTER COLUMN data SET STORAGE EXTERNAL',
    );
  }

  await knex.schema.createTable('reports', table => {
    table.comment('Receipts');
    table.string('id', 36).primary();
    table.text('entity_ref').notNullable();
    table.text('status').notNullable();
    table.text('submitter').notNullable();
    table.text('idempotency_key').nullable();
    table.string('request_hash', 43).notNullable();
    table
      .string('scan_hash', 43)
      .notNullable()
      .comment('The same for the same content sent for the same scope');
    table.string('content_hash', 43).notNullable();
    table.bigInteger('size_bytes').notNullable();
    table.text('format').nullable();
    table.text('tool').nullable();
    table.text('category').nullable();
    table.text('ref').nullable();
    table.text('environment').nullable();
    table.text('commit').nullable();
    table.boolean('complete').notNullable();
    table.boolean('empty_means_clean').notNullable();
    table.bigInteger('started_at').nullable();
    table.bigInteger('received_at').notNullable();
    table.bigInteger('scanned_at').nullable();
    table.bigInteger('processed_at').nullable();
    table.boolean('applied').notNullable().defaultTo(false);
    table.text('reason').nullable();
    table.integer('scope_count').notNullable().defaultTo(0);
    table.text('counts').nullable();
    table.text('error').nullable();
    table.boolean('body_kept').notNullable().defaultTo(true);
    table.unique(['submitter', 'idempotency_key']);
    table.index(['entity_ref', 'received_at', 'id']);
    table.index(['received_at', 'id']);
    table.index(['request_hash', 'received_at']);
    table.index(['scan_hash', 'received_at']);
    table.index(['status', 'received_at']);
  });

  await knex.schema.createTable('report_queue', table => {
    table.comment('Reports that wait for processing, oldest first per entity');
    table.bigIncrements('id');
    table.string('report_id', 36).notNullable().unique();
    table.text('entity_ref').notNullable();
    table.bigInteger('next_attempt_at').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.string('ticket', 36).nullable();
    table.index(['entity_ref', 'id']);
  });

  await knex.schema.createTable('entity_states', table => {
    table.comment('Entities of which a report was applied');
    table.text('entity_ref').primary();
    table
      .bigInteger('version')
      .notNullable()
      .comment('Grows with every change; guards against lost updates');
    table.text('default_ref').notNullable();
    table.text('sla_class').notNullable();
    table.bigInteger('observed_at').notNullable();
    table.boolean('vanished').notNullable().defaultTo(false);
  });

  await knex.schema.createTable('scopes', table => {
    table.comment('Where presence of findings is told apart');
    table.increments('id');
    table.text('entity_ref').notNullable();
    table.text('tool').notNullable();
    table.text('category').notNullable();
    table.text('ref').notNullable();
    table.text('environment').notNullable();
    table
      .boolean('counted')
      .notNullable()
      .comment('On the default ref, or without a ref');
    table.bigInteger('last_scan_at').notNullable();
    table.bigInteger('last_complete_at').nullable();
    table.bigInteger('last_report_at').notNullable();
    table.string('last_report_id', 36).notNullable();
    table.text('commit').nullable();
    table
      .string('digest', 43)
      .nullable()
      .comment(
        'Of the findings of the last complete scan, when none came since',
      );
    table.integer('finding_count').notNullable().defaultTo(0);
    table
      .text('control_types')
      .notNullable()
      .comment('What it is evidence for');
    table.unique(['entity_ref', 'tool', 'category', 'ref', 'environment']);
    table.index(['last_report_id']);
  });

  await knex.schema.createTable('rules', table => {
    table.comment('Texts of rules and advisories, shared by their findings');
    table.string('key', 16).primary();
    table.text('rule_id').notNullable();
    table.text('rule_name').nullable();
    table.text('description').nullable();
    table.text('remediation').nullable();
    table.text('cwes').notNullable();
    table.text('advisory_ids').notNullable();
    table.text('links').notNullable();
  });

  await knex.schema.createTable('rule_tokens', table => {
    table.comment('Lower-case rule and advisory ids, to find rules by');
    table.text('token').notNullable();
    table.string('rule_key', 16).notNullable();
    table.primary(['token', 'rule_key']);
  });

  await knex.schema.createTable('findings', table => {
    table.string('id', 16).primary();
    table.text('entity_ref').notNullable();
    table.text('status').notNullable();
    table.text('type').notNullable();
    table.smallint('severity').notNullable();
    table
      .smallint('rank')
      .notNullable()
      .comment('Suggested order: severity, plus 10 until it is overdue');
    table.bigInteger('due_at').notNullable();
    table.bigInteger('first_seen_at').notNullable();
    table.bigInteger('resolved_at').nullable();
    table.boolean('no_fix').notNullable();
    table.integer('reopen_count').notNullable().defaultTo(0);
    table.string('rule_key', 16).notNullable();
    table.text('title').notNullable();
    table.text('details').nullable();
    table.text('tool_severity').nullable();
    table.float('score').nullable();
    table.text('component_name').nullable();
    table.text('component_version').nullable();
    table.text('purl').nullable();
    table.text('fixed_versions').nullable();
    table.text('location').nullable();
    table.text('locations').nullable().comment('All, where there are several');
    table.integer('location_count').notNullable();
    table.text('suppression').nullable();
    table.text('identity').notNullable();
    table.string('attributes_hash', 16).notNullable();
    table
      .integer('lead_scope_id')
      .notNullable()
      .comment('The scope whose words the attributes are');
    table.string('first_report_id', 36).notNullable();
    table.index(['entity_ref', 'status', 'rank']);
    table.index(['status', 'rank', 'due_at', 'id']);
    table.index(['status', 'severity', 'due_at', 'id']);
    table.index(['status', 'due_at', 'id']);
    table.index(['status', 'first_seen_at', 'id']);
    table.index(['rule_key']);
  });
  await knex.raw(
    'CREATE INDEX findings_component_name_index ON findings (component_name) WHERE component_name IS NOT NULL',
  );

  await knex.schema.createTable('presences', table => {
    table.comment('In which scopes a finding is, or was, seen');
    table.integer('scope_id').notNullable();
    table.string('finding_id', 16).notNullable();
    table.boolean('present').notNullable();
    table.bigInteger('seen_at').notNullable();
    table.primary(['scope_id', 'finding_id']);
    table.index(['finding_id']);
  });

  await knex.schema.createTable('finding_events', table => {
    table.comment('What happened to a finding after it was opened');
    table.bigIncrements('id');
    table.string('finding_id', 16).notNullable();
    table.bigInteger('at').notNullable();
    table.text('kind').notNullable();
    table.string('report_id', 36).nullable();
    table.text('tool').nullable();
    table.text('commit').nullable();
    table.text('note').nullable();
    table.index(['finding_id', 'id']);
  });

  await knex.schema.createTable('coverage', table => {
    table.text('entity_ref').notNullable();
    table.text('control_type').notNullable();
    table.text('tool').nullable();
    table.bigInteger('last_report_at').notNullable();
    table.bigInteger('last_complete_at').nullable();
    table.bigInteger('stale_at').nullable();
    table.text('commit').nullable();
    table.string('report_id', 36).nullable();
    table.primary(['entity_ref', 'control_type']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'coverage',
    'finding_events',
    'presences',
    'findings',
    'rule_tokens',
    'rules',
    'scopes',
    'entity_states',
    'report_queue',
    'reports',
    'report_chunks',
    'uploads',
  ]) {
    await knex.schema.dropTable(table);
  }
};
