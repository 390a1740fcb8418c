// @ts-check

const STAGES = [
  'plan',
  'design',
  'code',
  'build',
  'test',
  'release',
  'deploy',
  'operate',
];
const SHARES = ['pass', 'fail', 'unknown', 'waived'];

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('entity_scores', table => {
    for (const stage of STAGES) {
      for (const share of SHARES) {
        table.double(`${stage}_${share}`);
      }
    }
    table.index(['system_ref'], 'entity_scores_system_ref_idx');
  });

  await knex.schema.createTable('hierarchy_nodes', table => {
    table.comment('Groups, systems and domains, of which there are roll-ups');
    table.string('entity_ref', 510).primary();
    table.string('kind', 64).notNullable();
    table.string('type', 255);
    table.text('title').notNullable();
  });

  await knex.schema.createTable('hierarchy_edges', table => {
    table.comment('What belongs to what, as the relations of the catalog say');
    table.string('child_ref', 510).notNullable();
    table.string('parent_ref', 510).notNullable();
    table.string('kind', 16).notNullable().comment('childOf or partOf');
    table.primary(['child_ref', 'parent_ref', 'kind']);
    table.index(['parent_ref', 'kind'], 'hierarchy_edges_parent_ref_idx');
  });

  await knex.schema.createTable('rollup_snapshots', table => {
    table.comment('How roll-ups stood, one row a day; never changed');
    table.string('scorecard_id', 128).notNullable();
    table
      .string('scope_ref', 510)
      .notNullable()
      .comment('A group, a system or a domain; * for all');
    table.bigInteger('day').notNullable().comment('Its beginning in UTC');
    table.integer('scorecard_version').notNullable();
    table.bigInteger('taken_at').notNullable();
    table.integer('total').notNullable();
    table.text('levels').notNullable().comment('JSON: number per level');
    table.text('tiers').notNullable().comment('JSON: target per tier');
    table.primary(['scorecard_id', 'scope_ref', 'day']);
  });

  // What is known already is told again, so that it fills the new columns.
  await knex('synchrony_entities').update({ pending: 1 });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('rollup_snapshots');
  await knex.schema.dropTable('hierarchy_edges');
  await knex.schema.dropTable('hierarchy_nodes');
  await knex.schema.alterTable('entity_scores', table => {
    table.dropIndex(['system_ref'], 'entity_scores_system_ref_idx');
    for (const stage of STAGES) {
      for (const share of SHARES) {
        table.dropColumn(`${stage}_${share}`);
      }
    }
  });
};
