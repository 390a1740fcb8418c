// @ts-check

/**
 * Times are milliseconds since 1970, as in the tables before.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('entity_scores', table => {
    table.text('losing').comment('Levels that are lost, since when; JSON');
    table
      .bigInteger('at_risk_until')
      .comment('When the level that is shown is lost; null when it is earned');
  });
  await knex.raw(
    'CREATE INDEX entity_scores_at_risk_idx ON entity_scores (at_risk_until) WHERE at_risk_until IS NOT NULL',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('entity_scores', table => {
    table.dropIndex(['at_risk_until'], 'entity_scores_at_risk_idx');
    table.dropColumn('losing');
    table.dropColumn('at_risk_until');
  });
};
