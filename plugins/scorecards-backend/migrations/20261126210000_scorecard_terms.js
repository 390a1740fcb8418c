// @ts-check

/**
 * When which version of a scorecard was in use. What was superseded before is
 * taken to have ended when the version after it was stored, which is when that
 * was taken into use.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('scorecard_terms', table => {
    table.comment('When which version of a scorecard was in use');
    table.string('scorecard_id', 128).notNullable();
    table.integer('version').notNullable();
    table.bigInteger('since').notNullable();
    table.bigInteger('until').comment('null while it is in use');
    table.primary(['scorecard_id', 'version', 'since']);
  });
  const stored = await knex('definitions')
    .where({ kind: 'scorecard' })
    .orderBy(['id', 'version'])
    .select('id', 'version', 'active', 'stored_at');
  const terms = stored.flatMap(({ id, version, active, stored_at }, index) => {
    const next = stored[index + 1];
    const until = next?.id === id ? next.stored_at : undefined;
    return active === 1 || until !== undefined
      ? [
          {
            scorecard_id: id,
            version,
            since: stored_at,
            until: active === 1 ? null : until,
          },
        ]
      : [];
  });
  if (terms.length > 0) {
    await knex('scorecard_terms').insert(terms);
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('scorecard_terms');
};
