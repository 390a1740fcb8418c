// @ts-check

/**
 * Where a definition was read from, since a file's name alone does not tell,
 * and which checks ever counted in a scorecard. Of a scorecard in use, every
 * check that anything was ever measured by counts as one.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('definitions', table => {
    table
      .text('location')
      .comment(
        'The local path or URL of which the file is; null when not known',
      );
  });
  await knex.schema.createTable('counted_checks', table => {
    table.comment('Checks that ever counted in a scorecard');
    table.string('scorecard_id', 128).notNullable();
    table.string('check_id', 128).notNullable();
    table.primary(['scorecard_id', 'check_id']);
  });
  const active = await knex('definitions')
    .where({ kind: 'scorecard', active: 1 })
    .select('id', 'body');
  const measured = new Set(
    await knex('check_standings').distinct('check_id').pluck('check_id'),
  );
  for (const { id, body } of active) {
    /** @type {{ checks: { check: string }[] }} */
    const { checks } = JSON.parse(body);
    const counted = checks
      .map(({ check }) => check.split('@')[0])
      .filter(checkId => measured.has(checkId));
    if (counted.length > 0) {
      await knex('counted_checks').insert(
        counted.map(checkId => ({ scorecard_id: id, check_id: checkId })),
      );
    }
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('counted_checks');
  await knex.schema.alterTable('definitions', table => {
    table.dropColumn('location');
  });
};
