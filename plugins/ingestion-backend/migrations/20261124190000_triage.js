// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('findings', table => {
    table.text('triage').notNullable().defaultTo('new');
    table.text('assignee').nullable();
    table.text('linked_issue').nullable();
    table
      .text('verdict')
      .nullable()
      .comment('open or dismissed, when a person decided; scans keep to it');
    table
      .smallint('verdict_severity')
      .nullable()
      .comment('What it was when the person decided');
    table
      .text('dismissal_request')
      .nullable()
      .comment('A dismissal that waits for a second person');
  });

  await knex.schema.alterTable('finding_events', table => {
    table.text('actor').nullable().comment('The person who did it');
  });

  await knex.schema.createTable('finding_actions', table => {
    table.comment('What people did just now, while it can be undone');
    table.string('action_id', 36).notNullable();
    table.string('finding_id', 16).notNullable();
    table.text('entity_ref').notNullable();
    table.text('actor').notNullable();
    table.text('action').notNullable();
    table.bigInteger('at').notNullable();
    table.text('before').notNullable();
    table.text('after').notNullable();
    table.boolean('undone').notNullable().defaultTo(false);
    table.primary(['action_id', 'finding_id']);
    table.index(['at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('finding_actions');
  await knex.schema.alterTable('finding_events', table => {
    table.dropColumn('actor');
  });
  await knex.schema.alterTable('findings', table => {
    table.dropColumns(
      'triage',
      'assignee',
      'linked_issue',
      'verdict',
      'verdict_severity',
      'dismissal_request',
    );
  });
};
