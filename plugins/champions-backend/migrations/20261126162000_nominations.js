// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  // Nominations of different people stand side by side, unknown to each other.
  await knex.raw('drop index assignments_live');
  await knex.raw(
    "create unique index assignments_live on assignments (person_id, scope_ref) where status in ('accepted', 'onboarding', 'active', 'stepping_down', 'lapsed')",
  );
  await knex.raw(
    "create unique index assignments_nominated on assignments (person_id, scope_ref, nominated_by) where status = 'nominated'",
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index assignments_nominated');
  await knex.raw('drop index assignments_live');
  await knex.raw(
    "create unique index assignments_live on assignments (person_id, scope_ref) where status in ('nominated', 'accepted', 'onboarding', 'active', 'stepping_down', 'lapsed')",
  );
};
