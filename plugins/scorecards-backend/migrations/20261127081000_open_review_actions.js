// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('scorecard_review_decisions', table => {
    table.index(
      ['entity_ref', 'status'],
      'scorecard_review_decisions_entity_ref_idx',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('scorecard_review_decisions', table => {
    table.dropIndex(
      ['entity_ref', 'status'],
      'scorecard_review_decisions_entity_ref_idx',
    );
  });
};
