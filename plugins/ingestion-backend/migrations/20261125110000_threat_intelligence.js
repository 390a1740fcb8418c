// @ts-check

const KINDS = ['epss', 'kev', 'ssvc'];

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('threat_files', table => {
    table.comment('The file of each kind that counts; its row is the lock');
    table.text('kind').primary();
    table.integer('generation').nullable().comment('Whose rows count');
    table.bigInteger('data_date').nullable();
    table.text('version').nullable();
    table.integer('row_count').notNullable().defaultTo(0);
    table.string('content_hash', 43).nullable();
    table.text('source').nullable();
    table.bigInteger('loaded_at').nullable();
  });
  await knex('threat_files').insert(KINDS.map(kind => ({ kind })));

  await knex.schema.createTable('threat_loads', table => {
    table.comment('Numbers for generations; leftovers of crashes are swept');
    table.increments('id');
    table.text('kind').notNullable();
    table.bigInteger('started_at').notNullable();
  });

  await knex.schema.createTable('cve_epss', table => {
    table.integer('generation').notNullable();
    table.text('cve').notNullable().comment('Lower-case, as all here');
    table.double('epss').notNullable();
    table.double('percentile').notNullable();
    table.smallint('likelihood').notNullable().comment('10 to 100, for ranks');
    table.primary(['generation', 'cve']);
  });

  await knex.schema.createTable('cve_kev', table => {
    table.integer('generation').notNullable();
    table.text('cve').notNullable();
    table.bigInteger('added_at').notNullable();
    table.boolean('ransomware').notNullable();
    table.primary(['generation', 'cve']);
  });

  await knex.schema.createTable('cve_ssvc', table => {
    table.integer('generation').notNullable();
    table.text('cve').notNullable();
    table.smallint('exploitation').notNullable();
    table.smallint('automatable').notNullable();
    table.smallint('total_impact').notNullable();
    table.primary(['generation', 'cve']);
  });

  await knex.schema.createTable('rule_intelligence', table => {
    table.comment(
      'What the files say of the advisories of a rule; null is not known',
    );
    table.string('rule_key', 16).primary();
    table.double('epss').nullable();
    table.double('epss_percentile').nullable();
    table.smallint('likelihood').notNullable();
    table.smallint('kev').nullable();
    table.bigInteger('kev_since').nullable();
    table.smallint('ransomware').nullable();
    table.smallint('exploitation').nullable();
    table.smallint('automatable').nullable();
    table.smallint('total_impact').nullable();
    table
      .integer('pending')
      .nullable()
      .comment('Generation that changed it, until its findings follow');
    table.index(['epss']);
  });
  await knex.raw(
    'CREATE INDEX rule_intelligence_kev_index ON rule_intelligence (rule_key) WHERE kev = 1',
  );
  await knex.raw(
    'CREATE INDEX rule_intelligence_pending_index ON rule_intelligence (pending) WHERE pending IS NOT NULL',
  );
  await knex.raw(
    `INSERT INTO rule_intelligence (rule_key, likelihood)
     SELECT key, 19 FROM rules WHERE advisory_ids <> '[]'`,
  );

  await knex.schema.createTable('sla_policies', table => {
    table.comment('Versions of the SLA policy, as the configuration gave them');
    table.integer('version').primary();
    table.string('hash', 22).notNullable();
    table.text('definition').notNullable();
    table.bigInteger('since').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'sla_policies',
    'rule_intelligence',
    'cve_ssvc',
    'cve_kev',
    'cve_epss',
    'threat_loads',
    'threat_files',
  ]) {
    await knex.schema.dropTable(table);
  }
};
