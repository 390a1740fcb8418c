// @ts-check

/**
 * Times are milliseconds since the epoch, so that both engines compare them
 * alike.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('definitions', table => {
    table.comment('Checks and scorecards; a version never changes');
    table.string('kind', 16).notNullable();
    table.string('id', 128).notNullable();
    table.integer('version').notNullable();
    table.string('hash', 64).notNullable();
    table.text('body').notNullable();
    table.text('file').notNullable();
    table
      .integer('active')
      .notNullable()
      .comment('1 for the versions of scorecards that are in use');
    table.bigInteger('stored_at').notNullable();
    table.primary(['kind', 'id', 'version']);
  });

  await knex.schema.createTable('definition_state', table => {
    table.comment('What the stored results were computed with');
    table.integer('id').primary();
    table.string('fingerprint', 64).notNullable();
  });

  await knex.schema.createTable('facts', table => {
    table.comment('What the sources say about entities');
    table.string('source', 128).notNullable();
    table.string('entity_ref', 510).notNullable();
    table.text('facts', 'longtext').comment('JSON; null when withdrawn');
    table.bigInteger('observed_at').notNullable();
    table.bigInteger('valid_until');
    table.bigInteger('received_at').notNullable();
    table
      .integer('stale')
      .notNullable()
      .comment('1 when the source did not renew them in time');
    table
      .integer('generation')
      .notNullable()
      .comment('Which reading from the beginning brought them');
    table.primary(['source', 'entity_ref']);
    table.index(['entity_ref'], 'facts_entity_ref_idx');
    table.index(['stale', 'valid_until'], 'facts_stale_valid_until_idx');
  });

  await knex.schema.createTable('fact_sources', table => {
    table.comment('How far each source was read');
    table.string('source', 128).primary();
    table.string('cursor', 200).notNullable();
    table.integer('generation').notNullable();
    table.integer('resetting').notNullable();
    table.text('schema', 'longtext');
  });

  await knex.schema.createTable('dirty_entities', table => {
    table.comment('Entities that wait to be evaluated');
    table.string('entity_ref', 510).primary();
    table.string('ticket', 64).notNullable();
    table.bigInteger('at').notNullable().comment('When the change happened');
  });

  await knex.schema.createTable('check_results', table => {
    table.comment('Outcomes as intervals of validity');
    table.string('entity_ref', 510).notNullable();
    table.string('check_id', 128).notNullable();
    table.bigInteger('since').notNullable();
    table.bigInteger('until').comment('null while it holds');
    table
      .integer('is_first')
      .notNullable()
      .comment('1 for the first outcome that the check had');
    table.integer('check_version').notNullable();
    table.string('outcome', 16).notNullable();
    table.string('unknown_reason', 16);
    table.text('reason').notNullable();
    table.text('evidence').notNullable();
    table.bigInteger('recorded_at').notNullable();
    table.primary(['entity_ref', 'check_id', 'since']);
    table.index(['entity_ref'], 'check_results_current_idx', {
      predicate: knex.whereNull('until'),
    });
  });

  await knex.schema.createTable('entity_views', table => {
    table.comment('Answers about one entity, ready to be sent');
    table.string('entity_ref', 510).primary();
    table.integer('version').notNullable();
    table.text('full_json', 'longtext').notNullable();
    table.string('full_hash', 64).notNullable();
    table.text('public_json', 'longtext').notNullable();
    table.string('public_hash', 64).notNullable();
    table.string('owner_ref', 510);
  });

  await knex.schema.createTable('entity_scores', table => {
    table.comment('Where entities stand, one row an entity and scorecard');
    table.string('scorecard_id', 128).notNullable();
    table.string('entity_ref', 510).notNullable();
    table.integer('scorecard_version').notNullable();
    table.string('name', 255).notNullable();
    table.text('title');
    table.string('owner_ref', 510);
    table.string('system_ref', 510);
    table.string('tier', 64);
    table.string('type', 255);
    table.string('lifecycle', 255);
    table.string('level', 16).notNullable();
    table.integer('level_rank').notNullable();
    table.string('target_level', 16);
    table.integer('waivers').notNullable();
    table.integer('public_waivers').notNullable();
    table.double('score_low');
    table.double('score_high');
    table.double('evidence_pct');
    table.double('public_score_high');
    table.double('public_evidence_pct');
    table.double('sort_score').notNullable().comment('-1 without a score');
    table.double('sort_evidence').notNullable();
    table
      .bigInteger('since')
      .notNullable()
      .comment('Since when it stands there');
    table
      .integer('is_first')
      .notNullable()
      .comment('1 until it stood anywhere else');
    table.bigInteger('computed_at').notNullable();
    table.primary(['scorecard_id', 'entity_ref']);
    table.index(
      ['scorecard_id', 'level_rank', 'sort_score', 'entity_ref'],
      'entity_scores_worst_idx',
    );
    table.index(
      ['scorecard_id', 'name', 'entity_ref'],
      'entity_scores_name_idx',
    );
    table.index(
      ['scorecard_id', 'sort_evidence', 'entity_ref'],
      'entity_scores_evidence_idx',
    );
    table.index(['owner_ref'], 'entity_scores_owner_ref_idx');
    table.index(['entity_ref'], 'entity_scores_entity_ref_idx');
  });

  await knex.schema.createTable('entity_score_history', table => {
    table.comment('Every level and score that an entity had');
    table.string('entity_ref', 510).notNullable();
    table.string('scorecard_id', 128).notNullable();
    table.bigInteger('since').notNullable();
    table.integer('scorecard_version').notNullable();
    table.string('level', 16).notNullable();
    table.integer('waivers').notNullable();
    table.double('score_low');
    table.double('score_high');
    table.double('evidence_pct');
    table.bigInteger('recorded_at').notNullable();
    table.primary(['entity_ref', 'scorecard_id', 'since']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'entity_score_history',
    'entity_scores',
    'entity_views',
    'check_results',
    'dirty_entities',
    'fact_sources',
    'facts',
    'definition_state',
    'definitions',
  ]) {
    await knex.schema.dropTable(table);
  }
};
