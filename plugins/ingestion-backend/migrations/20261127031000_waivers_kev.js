// @ts-check

/**
 * What was approved before counts as approved for what was not known to be
 * exploited, so entities with accepted findings that are exploited look again.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('waivers', table => {
    table
      .boolean('approved_kev')
      .notNullable()
      .defaultTo(false)
      .comment('It covers what is known to be exploited');
  });
  await knex.schema.alterTable('waiver_findings', table => {
    table
      .boolean('kev')
      .notNullable()
      .defaultTo(false)
      .comment(
        'Known to be exploited when it was asked for and, later, when it was approved',
      );
  });
  await knex('waiver_entities')
    .whereIn(
      'entity_ref',
      knex('findings')
        .join(
          'rule_intelligence',
          'rule_intelligence.rule_key',
          'findings.rule_key',
        )
        .whereNotNull('findings.waiver_id')
        .where('rule_intelligence.kev', 1)
        .select('findings.entity_ref'),
    )
    .update({ pending: true });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('waiver_findings', table => {
    table.dropColumn('kev');
  });
  await knex.schema.alterTable('waivers', table => {
    table.dropColumn('approved_kev');
  });
};
