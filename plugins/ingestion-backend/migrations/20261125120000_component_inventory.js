// @ts-check

/**
 * What targets consist of. Packages and their versions are stored once for all
 * entities; times are milliseconds since 1970, as in the tables before.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client.includes('pg');

  await knex.schema.createTable('inventory_packages', table => {
    table.comment('Packages by their canonical identity');
    table.string('key', 16).primary();
    table.text('type').notNullable();
    table.text('namespace').notNullable();
    table.text('name').notNullable();
    table.text('display_name').notNullable();
    table
      .text('name_key')
      .notNullable()
      .comment('Lower-case name, to find it by');
    table
      .text('full_key')
      .notNullable()
      .comment('Lower-case namespace/name, to find it by');
  });
  if (postgres) {
    // Prefixes are looked up as ranges, which need an order by code units.
    for (const column of ['name_key', 'full_key']) {
      await knex.raw(
        'ALTER TABLE inventory_packages ALTER COLUMN ?? TYPE text COLLATE "C"',
        [column],
      );
    }
  }
  await knex.schema.alterTable('inventory_packages', table => {
    table.index(['name_key']);
    table.index(['full_key']);
  });

  await knex.schema.createTable('inventory_versions', table => {
    table.comment('Versions of packages, each once');
    table.string('key', 16).primary();
    table.string('package_key', 16).notNullable();
    table.text('version').notNullable().comment('Empty where none was given');
    table.index(['package_key']);
  });

  await knex.schema.createTable('inventory_scopes', table => {
    table.comment('Lists of components, the newest of each target');
    table.increments('id');
    table.text('entity_ref').notNullable();
    table.text('tool').notNullable();
    table.text('category').notNullable();
    table.text('ref').notNullable();
    table.text('environment').notNullable();
    table
      .boolean('counted')
      .notNullable()
      .comment('On the default ref, or without a ref');
    table.bigInteger('last_scan_at').notNullable();
    table.bigInteger('last_complete_at').nullable();
    table.bigInteger('last_report_at').notNullable();
    table.string('last_report_id', 36).notNullable();
    table.text('commit').nullable();
    table
      .string('digest', 43)
      .nullable()
      .comment('Of the last complete list, when no partial one came since');
    table.integer('component_count').notNullable();
    table.unique(['entity_ref', 'tool', 'category', 'ref', 'environment']);
  });

  await knex.schema.createTable('inventory_components', table => {
    table.comment('Which version of a package a target has');
    table.integer('scope_id').notNullable();
    table.string('version_key', 16).notNullable();
    table.text('kind').nullable();
    table.text('usage').nullable();
    table.boolean('direct').nullable();
    table.text('licences').nullable().comment('JSON');
    table.primary(['scope_id', 'version_key']);
    table.index(['version_key']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'inventory_components',
    'inventory_scopes',
    'inventory_versions',
    'inventory_packages',
  ]) {
    await knex.schema.dropTable(table);
  }
};
