// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('report_queue', table => {
    table
      .bigInteger('queued_at')
      .nullable()
      .comment('When it came into the queue, whatever was tried since');
  });
  await knex('report_queue').update({ queued_at: knex.ref('next_attempt_at') });

  await knex.schema.alterTable('reports', table => {
    table
      .bigInteger('queued_at')
      .nullable()
      .comment('When it came into the queue the last time');
    table
      .bigInteger('claimed_at')
      .nullable()
      .comment('When the last attempt began');
  });
  await knex.raw(
    'CREATE INDEX reports_processed_at_index ON reports (processed_at) WHERE processed_at IS NOT NULL',
  );

  await knex.schema.createTable('retention_runs', table => {
    table.comment('The last sweeps of retention');
    table.increments('id');
    table.bigInteger('started_at').notNullable();
    table.bigInteger('finished_at').nullable();
    table.boolean('failed').notNullable().defaultTo(false);
    table.text('deleted').nullable().comment('How many of each, as JSON');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('retention_runs');
  await knex.schema.alterTable('reports', table => {
    table.dropIndex(['processed_at'], 'reports_processed_at_index');
  });
  await knex.schema.alterTable('reports', table => {
    table.dropColumns('queued_at', 'claimed_at');
  });
  await knex.schema.alterTable('report_queue', table => {
    table.dropColumn('queued_at');
  });
};
