// @ts-check

/**
 * Times are milliseconds since the epoch, so that both engines compare them
 * alike.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('synchrony_facts', table => {
    table.comment('What this plugin says about catalog entities, one row each');
    table.string('entity_ref', 510).primary();
    table
      .bigInteger('seq')
      .notNullable()
      .comment(
        'Order of change, taken under a lock that is held to the commit',
      );
    table.text('facts', 'longtext').comment('JSON; null withdraws');
    table.string('facts_hash', 64).notNullable();
    table.bigInteger('observed_at').notNullable();
    table
      .bigInteger('valid_until')
      .comment('When time alone changes the facts');
    table.unique(['seq'], { indexName: 'synchrony_facts_seq_uniq' });
    table.index(
      ['valid_until', 'entity_ref'],
      'synchrony_facts_valid_until_idx',
    );
  });

  await knex.schema.createTable('synchrony_facts_feed', table => {
    table.comment('Identity and newest sequence number of the fact feed');
    table.integer('id').primary();
    table.string('feed_id', 64).notNullable();
    table.bigInteger('last_seq').notNullable();
  });

  await knex.schema.createTable('synchrony_entities', table => {
    table.comment('What this plugin keeps of the catalog, rebuilt by a sweep');
    table.string('entity_ref', 510).primary();
    table.string('uid', 64);
    table.string('kind', 64).notNullable();
    table.string('namespace', 255).notNullable();
    table.string('name', 255).notNullable();
    table.text('title');
    table.string('owner_ref', 510);
    table.string('system_ref', 510);
    table.string('type', 255);
    table.string('lifecycle', 255);
    table.text('annotations').notNullable();
    table.text('relations').notNullable();
    table.string('hash', 64).notNullable();
    table.bigInteger('as_of').notNullable();
    table
      .integer('missed_sweeps')
      .notNullable()
      .comment('Complete sweeps in a row that did not find it');
    table
      .integer('pending')
      .notNullable()
      .comment('1 while listeners have not yet taken the change in');
    table.index(['owner_ref'], 'synchrony_entities_owner_ref_idx');
    table.index(['system_ref'], 'synchrony_entities_system_ref_idx');
    table.index(['pending'], 'synchrony_entities_pending_idx');
  });

  await knex.schema.createTable('synchrony_leases', table => {
    table.comment('Work that only one replica does at a time');
    table.string('name', 255).primary();
    table.string('holder', 64).notNullable();
    table.bigInteger('expires_at').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('synchrony_leases');
  await knex.schema.dropTable('synchrony_entities');
  await knex.schema.dropTable('synchrony_facts_feed');
  await knex.schema.dropTable('synchrony_facts');
};
