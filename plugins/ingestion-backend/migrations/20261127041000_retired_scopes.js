// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('scopes', table => {
    table
      .bigInteger('retired_at')
      .nullable()
      .comment('When a person said that it will not report again');
    table.text('retired_by').nullable();
    table.text('retired_reason').nullable();
  });

  await knex.schema.alterTable('findings', table => {
    table
      .bigInteger('retired_at')
      .nullable()
      .comment(
        'The same as resolved_at when its scan was retired: nobody mended it',
      );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('findings', table => {
    table.dropColumn('retired_at');
  });
  await knex.schema.alterTable('scopes', table => {
    table.dropColumns('retired_at', 'retired_by', 'retired_reason');
  });
};
