// @ts-check

/** Statuses that an assignment leaves again. */
const LIVE =
  "('nominated', 'accepted', 'onboarding', 'active', 'stepping_down', 'lapsed')";

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('people', table => {
    table.comment('Everybody of whom something is kept; erasing ends here');
    table.increments('id');
    table
      .string('user_ref')
      .notNullable()
      .unique()
      .comment('Lower-cased; a pseudonym once the person is erased');
    table.bigInteger('erased_at');
  });

  await knex.schema.createTable('assignments', table => {
    table.string('id', 36).primary();
    table.integer('person_id').notNullable().references('people.id');
    table.string('scope_ref').notNullable();
    table.string('role', 16).notNullable();
    table.string('source', 16).notNullable();
    table.string('status', 16).notNullable();
    table.text('specialisms').notNullable().comment('JSON array of ids');
    table.integer('capacity_pct');
    table.integer('offered_pct');
    table.integer('agreed_by').references('people.id');
    table.integer('nominated_by').references('people.id');
    table.bigInteger('nominated_at').notNullable();
    table.text('reason');
    table.bigInteger('accepted_at');
    table.bigInteger('started_at');
    table.bigInteger('confirmed_at');
    table.bigInteger('next_confirm_at');
    table.bigInteger('ends_at').comment('Announced end, or when it ended');
    table.bigInteger('lapsed_at');
    table.integer('successor_id').references('people.id');
    table.string('end_reason', 32);
    table
      .bigInteger('due_at')
      .comment('When time alone changes the status next')
      .index();
    table.integer('version').notNullable();
    table.index(['scope_ref', 'status']);
    table.index(['person_id', 'status']);
    table.index(['status', 'nominated_at', 'id']);
  });
  // A person stands once for a scope; both engines know partial indexes.
  await knex.raw(
    `create unique index assignments_live on assignments (person_id, scope_ref) where status in ${LIVE}`,
  );

  await knex.schema.createTable('assignment_events', table => {
    table.bigIncrements('id');
    table
      .string('assignment_id', 36)
      .notNullable()
      .references('assignments.id');
    table.bigInteger('at').notNullable();
    table.integer('actor_id').references('people.id');
    table.string('name', 32).notNullable();
    table.string('from_status', 16);
    table.string('to_status', 16).notNullable();
    table.text('note');
    table.index(['assignment_id', 'id']);
  });

  await knex.schema.createTable('entity_scopes', table => {
    table.comment('Where a champion of an entity can stand, from near to far');
    table.string('entity_ref').notNullable();
    table.integer('position').notNullable();
    table.string('scope_ref').notNullable();
    table.primary(['entity_ref', 'position']);
    table.index(['scope_ref']);
  });

  await knex.schema.createTable('coverage', table => {
    table.comment('How well each entity is looked after now');
    table.string('entity_ref').primary();
    table.string('state', 16).notNullable();
    table.text('reasons').notNullable().comment('JSON array');
    table.string('scope_ref');
    table.boolean('is_declared_only').notNullable();
    table.string('kind', 16).notNullable();
    table.string('owner_ref').index();
    table.string('tier', 16);
    table.boolean('is_production').notNullable();
    table.bigInteger('since').notNullable();
    table.index(['state', 'kind']);
    table.index(['scope_ref']);
  });

  await knex.schema.createTable('vacancies', table => {
    table.comment('Groups that have to be covered and are not');
    table.string('scope_ref').primary();
    table.string('state', 16).notNullable();
    table.bigInteger('since').notNullable();
    table.bigInteger('told_at').comment('When the lead was told');
  });

  await knex.schema.createTable('training_records', table => {
    table.string('id', 36).primary();
    table.integer('person_id').notNullable().references('people.id').index();
    table.string('course_id', 64).notNullable();
    table.string('completed_on', 10).notNullable();
    table.text('evidence_url');
    table.string('status', 16).notNullable();
    table.integer('recorded_by').references('people.id');
    table.bigInteger('recorded_at').notNullable();
  });

  await knex.schema.createTable('volunteers', table => {
    table.integer('person_id').primary().references('people.id');
    table.text('specialisms').notNullable().comment('JSON array of ids');
    table.integer('capacity_pct').notNullable();
    table.text('scope_refs').notNullable().comment('JSON array; empty for any');
    table.text('willing').notNullable().comment('JSON array');
    table.string('visibility', 16).notNullable();
    table.text('note');
    table.bigInteger('updated_at').notNullable();
  });

  await knex.schema.createTable('questions', table => {
    table.string('id', 36).primary();
    table.string('entity_ref').notNullable();
    table.string('subject_kind', 16).notNullable();
    table.string('subject_id');
    table.string('subject_area', 64);
    table.text('text').notNullable();
    table.integer('asked_by').references('people.id');
    table.bigInteger('asked_at').notNullable();
    table.integer('routed_person_id').references('people.id');
    table.string('routed_group').comment('Where no person is left');
    table.text('routed_because').notNullable();
    table.string('status', 16).notNullable();
    table.text('answer');
    table.bigInteger('answered_at');
    table.integer('version').notNullable();
    table.index(['routed_person_id', 'status', 'asked_at']);
    table.index(['asked_by', 'asked_at']);
    table.index(['routed_group', 'status']);
  });

  await knex.schema.createTable('briefs', table => {
    table.string('scope_ref').notNullable();
    table.string('month', 7).notNullable();
    table.text('text').notNullable();
    table.integer('edited_by').references('people.id');
    table.bigInteger('edited_at').notNullable();
    table.integer('version').notNullable();
    table.primary(['scope_ref', 'month']);
  });

  await knex.schema.createTable('calendars', table => {
    table.integer('person_id').primary().references('people.id');
    table.string('token_hash', 64).notNullable().unique();
    table.bigInteger('created_at').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'calendars',
    'briefs',
    'questions',
    'volunteers',
    'training_records',
    'vacancies',
    'coverage',
    'entity_scopes',
    'assignment_events',
    'assignments',
    'people',
  ]) {
    await knex.schema.dropTable(table);
  }
};
