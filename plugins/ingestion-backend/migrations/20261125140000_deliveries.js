// @ts-check

/**
 * Times are milliseconds since 1970, as in the tables before.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('deployments', table => {
    table.comment('Deployments in their latest state');
    table.string('id', 22).primary().comment('Hash of what tells it apart');
    table.text('entity_ref').notNullable();
    table.text('environment').notNullable();
    table.text('deployment_id').notNullable();
    table.text('commit').nullable();
    table.bigInteger('commit_time').nullable();
    table.text('version').nullable();
    table.bigInteger('started_at').nullable();
    table.bigInteger('finished_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.text('outcome').notNullable();
    table.text('kind').nullable();
    table.text('recovers').nullable();
    table.text('artifact_digest').nullable();
    table.text('url').nullable();
    table.bigInteger('received_at').notNullable();
    table.text('submitter').notNullable();
    table.index(['entity_ref', 'environment', 'finished_at', 'id']);
    table.index(['entity_ref', 'finished_at', 'id']);
    table.index(['finished_at', 'id']);
  });

  await knex.schema.createTable('pipeline_runs', table => {
    table.comment('Runs of pipelines in their latest state');
    table.string('id', 22).primary().comment('Hash of what tells it apart');
    table.text('entity_ref').notNullable();
    table.text('pipeline').notNullable();
    table.text('run_id').notNullable();
    table.text('ref').notNullable();
    table.text('commit').notNullable();
    table.bigInteger('commit_time').nullable();
    table.bigInteger('started_at').notNullable();
    table.bigInteger('finished_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.text('outcome').notNullable();
    table.text('gate_policy').nullable();
    table.text('gate_verdict').nullable();
    table.boolean('gate_obeyed').nullable();
    table.text('url').notNullable();
    table.text('steps').nullable().comment('JSON');
    table.bigInteger('received_at').notNullable();
    table.text('submitter').notNullable();
    table.index(['entity_ref', 'ref', 'finished_at', 'id']);
    table.index(['entity_ref', 'finished_at', 'id']);
    table.index(['finished_at', 'id']);
  });

  await knex.schema.createTable('delivery_states', table => {
    table.comment('Every state that was sent, also what did not count');
    table.string('id', 43).primary().comment('Hash of the state');
    table.string('delivery_id', 22).notNullable();
    table.bigInteger('updated_at').notNullable();
    table.bigInteger('received_at').notNullable();
    table.text('submitter').notNullable();
    table.text('state').notNullable().comment('As it was sent, JSON');
    table.index(['delivery_id', 'updated_at']);
    table.index(['received_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('delivery_states');
  await knex.schema.dropTable('pipeline_runs');
  await knex.schema.dropTable('deployments');
};
