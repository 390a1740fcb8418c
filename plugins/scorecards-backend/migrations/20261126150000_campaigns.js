// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('campaigns', table => {
    table.comment('Goals that many entities are to reach by a day');
    table.string('id', 36).primary();
    table.string('status', 16).notNullable();
    table.string('title', 200).notNullable();
    table.text('description');
    table.string('scorecard_id', 128).notNullable();
    table.text('scope').notNullable().comment('JSON: which entities');
    table.text('goal').notNullable().comment('JSON: checks and level');
    table.text('milestones').notNullable().comment('JSON');
    table.text('reminder_days').comment('JSON; null for those of the portal');
    table.bigInteger('start_day').notNullable().comment('Its beginning in UTC');
    table.bigInteger('target_day').notNullable();
    table.integer('version').notNullable();
    table.string('created_by', 510).notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.bigInteger('ended_at');
    table.index(['target_day', 'id'], 'campaigns_target_day_idx');
    table.index(['status'], 'campaigns_status_idx');
  });

  await knex.schema.createTable('campaign_log', table => {
    table.comment('What was done with a campaign; rows are only added');
    table.string('id', 36).primary();
    table.string('campaign_id', 36).notNullable();
    table.bigInteger('at').notNullable();
    table.string('actor', 510).notNullable();
    table.string('action', 32).notNullable();
    table.text('detail').notNullable().comment('JSON');
    table.index(['campaign_id', 'at'], 'campaign_log_campaign_id_idx');
  });

  await knex.schema.createTable('campaign_snapshots', table => {
    table.comment('How campaigns stood, one row a day');
    table.string('campaign_id', 36).notNullable();
    table.bigInteger('day').notNullable().comment('Its beginning in UTC');
    table.bigInteger('taken_at').notNullable();
    table.text('standings').notNullable().comment('JSON: number per standing');
    table.integer('joined').notNullable();
    table.integer('left').notNullable();
    table.primary(['campaign_id', 'day']);
  });

  await knex.schema.createTable('campaign_members', table => {
    table.comment('Which entities were in scope from when to when');
    table.string('campaign_id', 36).notNullable();
    table.string('entity_ref', 510).notNullable();
    table.bigInteger('joined_day').notNullable();
    table.bigInteger('left_day').comment('null while in scope');
    table
      .integer('is_first')
      .notNullable()
      .comment('1 for those that the first count found');
    table.primary(['campaign_id', 'entity_ref', 'joined_day']);
  });

  await knex.schema.createTable('campaign_exemptions', table => {
    table.comment('Requests that an entity be exempt, and what became of them');
    table.string('id', 36).primary();
    table.string('campaign_id', 36).notNullable();
    table.string('entity_ref', 510).notNullable();
    table.string('status', 16).notNullable();
    table
      .integer('live')
      .comment('1 while it can still change, else null: one live each');
    table.text('reason').notNullable();
    table.bigInteger('until_day').notNullable().comment('The last day');
    table.string('requested_by', 510).notNullable();
    table.bigInteger('requested_at').notNullable();
    table.string('decided_by', 510);
    table.bigInteger('decided_at');
    table.text('note');
    table.unique(['campaign_id', 'entity_ref', 'live'], {
      indexName: 'campaign_exemptions_live_uniq',
    });
    table.index(
      ['campaign_id', 'requested_at', 'id'],
      'campaign_exemptions_requested_at_idx',
    );
  });

  await knex.schema.createTable('campaign_reminders', table => {
    table.comment('Which group was reminded of what');
    table.string('campaign_id', 36).notNullable();
    table.string('group_ref', 510).notNullable();
    table.string('occasion', 32).notNullable();
    table.bigInteger('claimed_at').notNullable();
    table.bigInteger('sent_at').comment('null until it was sent');
    table.primary(['campaign_id', 'group_ref', 'occasion']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'campaign_reminders',
    'campaign_exemptions',
    'campaign_members',
    'campaign_snapshots',
    'campaign_log',
    'campaigns',
  ]) {
    await knex.schema.dropTable(table);
  }
};
