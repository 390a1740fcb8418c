// @ts-check

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

  await knex.schema.createTable('teams', table => {
    table.increments('id');
    table.string('team_ref').notNullable().unique().comment('Lower-cased');
    table.string('title').notNullable();
    table.string('title_key').notNullable().comment('Lower-cased, for lists');
    table.string('kind', 16).notNullable();
    table.string('status', 16).notNullable();
    table.string('initiative');
    table.text('outcome').notNullable();
    table
      .text('charter')
      .notNullable()
      .comment('JSON: inScope, outOfScope, measures');
    table.string('interaction_mode', 16).notNullable();
    table.text('channels').notNullable().comment('JSON array');
    table.text('cadence').comment('JSON');
    table.integer('lead_id').notNullable().references('people.id');
    table.integer('sponsor_id').references('people.id');
    table.string('review_on', 10).comment('YYYY-MM-DD');
    table.string('ends_on', 10).comment('YYYY-MM-DD');
    table.string('managed_by', 16).notNullable();
    table.text('declared_in');
    table
      .boolean('is_declaration_gone')
      .notNullable()
      .defaultTo(false)
      .comment('Declared, and not seen in the last complete sweep');
    table.string('proposal_id');
    table.integer('proposed_by').references('people.id');
    table.bigInteger('proposed_at').notNullable();
    table.bigInteger('started_at');
    table.bigInteger('ended_at');
    table.bigInteger('stale_since');
    table.bigInteger('last_active_at').notNullable();
    table.text('outcome_record').comment('JSON');
    table
      .bigInteger('due_at')
      .comment('When time alone changes the team next')
      .index();
    table.integer('version').notNullable();
    table.index(['status', 'last_active_at', 'id']);
    table.index(['status', 'title_key', 'id']);
    table.index(['status', 'ends_on', 'id']);
  });

  await knex.schema.createTable('team_deputies', table => {
    table.integer('team_id').notNullable().references('teams.id');
    table.integer('person_id').notNullable().references('people.id').index();
    table.primary(['team_id', 'person_id']);
  });

  await knex.schema.createTable('team_platforms', table => {
    table.integer('team_id').notNullable().references('teams.id');
    table.string('platform_ref').notNullable().index();
    table.integer('position').notNullable();
    table.primary(['team_id', 'platform_ref']);
  });

  await knex.schema.createTable('team_skills', table => {
    table.comment('Skills that a team asks for');
    table.integer('team_id').notNullable().references('teams.id');
    table.integer('position').notNullable();
    table.string('skill_id', 64).notNullable().index();
    table.integer('level').notNullable().comment('Index in SKILL_LEVELS');
    table.integer('count').notNullable();
    table.string('title');
    table.primary(['team_id', 'position']);
  });

  await knex.schema.createTable('team_checks', table => {
    table.integer('team_id').notNullable().references('teams.id');
    table.string('check_id', 128).notNullable().index();
    table.primary(['team_id', 'check_id']);
  });

  await knex.schema.createTable('team_entities', table => {
    table.integer('team_id').notNullable().references('teams.id');
    table.string('entity_ref').notNullable().index();
    table.integer('position').notNullable();
    table
      .string('finding_grant', 16)
      .notNullable()
      .comment('none, asked or granted');
    table.integer('asked_by').references('people.id');
    table.integer('granted_by').references('people.id');
    table.bigInteger('granted_at');
    table
      .boolean('has_opening')
      .notNullable()
      .comment('Whether its level when the team started is known');
    table.string('opening_level', 32);
    table.primary(['team_id', 'entity_ref']);
  });

  await knex.schema.createTable('memberships', table => {
    table.string('id', 36).primary();
    table.integer('team_id').notNullable().references('teams.id');
    table.integer('person_id').notNullable().references('people.id');
    table.string('role', 16).notNullable();
    table.string('status', 16).notNullable();
    table.string('home_group_ref').index();
    table.string('platform_ref');
    table.integer('allocation_pct');
    table.text('skill_ids').notNullable().comment('JSON array');
    table.string('open_role_id', 36).index();
    table.text('message');
    table.integer('invited_by').references('people.id');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('since');
    table.bigInteger('until');
    table.bigInteger('expires_at');
    table.bigInteger('reminded_at');
    table.bigInteger('ended_at');
    table.string('end_reason', 32);
    table.text('note');
    table
      .bigInteger('due_at')
      .comment('When time alone changes the membership next')
      .index();
    table.integer('version').notNullable();
    table.index(['team_id', 'status']);
    table.index(['person_id', 'status']);
  });
  // Somebody stands once to a team; both engines know partial indexes.
  await knex.raw(
    "create unique index memberships_live on memberships (team_id, person_id) where status in ('invited', 'requested', 'active', 'leaving')",
  );

  await knex.schema.createTable('team_events', table => {
    table.comment('What happened to a team and its memberships');
    table.bigIncrements('id');
    table.integer('team_id').notNullable().references('teams.id');
    table.string('membership_id', 36).references('memberships.id').index();
    table.bigInteger('at').notNullable();
    table.integer('actor_id').references('people.id').index();
    table.integer('subject_id').references('people.id').index();
    table.string('name', 32).notNullable();
    table.string('from_status', 16);
    table.string('to_status', 16);
    table.text('note');
    table.index(['team_id', 'id']);
  });

  await knex.schema.createTable('open_roles', table => {
    table.string('id', 36).primary();
    table
      .integer('team_id')
      .references('teams.id')
      .comment('Absent for a need that no team has yet');
    table.string('title').notNullable();
    table.string('skill_id', 64).index();
    table.integer('level').comment('Index in SKILL_LEVELS');
    table.string('platform_ref');
    table.integer('seats').notNullable();
    table.integer('allocation_pct');
    table.string('until_on', 10).comment('YYYY-MM-DD');
    table.string('status', 16).notNullable();
    table.integer('posted_by').references('people.id').index();
    table.bigInteger('posted_at').notNullable();
    table.index(['status', 'posted_at', 'id']);
    table.index(['team_id', 'status']);
  });

  await knex.schema.createTable('profiles', table => {
    table.comment('What people say of themselves; opt-in');
    table.integer('person_id').primary().references('people.id');
    table.string('visibility', 16).notNullable();
    table.string('availability', 16).notNullable();
    table.integer('limit_pct');
    table.text('note');
    table.string('home_group_ref');
    table.string('platform_ref').index();
    table.bigInteger('updated_at').notNullable();
  });

  await knex.schema.createTable('profile_groups', table => {
    table.comment(
      'Direct groups of people with a profile, as the catalog says',
    );
    table.integer('person_id').notNullable().references('people.id');
    table.string('group_ref').notNullable();
    table.primary(['person_id', 'group_ref']);
    table.index(['group_ref']);
  });

  await knex.schema.createTable('expertise', table => {
    table.integer('person_id').notNullable().references('people.id');
    table.string('skill_id', 64).notNullable();
    table.integer('level').notNullable().comment('Index in SKILL_LEVELS');
    table.boolean('is_mentor').notNullable();
    table.boolean('is_joining').notNullable();
    table.boolean('is_reviewing').notNullable();
    table.boolean('is_talking').notNullable();
    table.text('evidence_links').notNullable().comment('JSON array');
    table.string('visibility', 16).comment('Where it is narrower');
    table
      .string('shown_to', 16)
      .notNullable()
      .comment('The narrower of the profile and its own');
    table.bigInteger('confirmed_at').notNullable();
    table.integer('endorsement_count').notNullable();
    table.primary(['person_id', 'skill_id']);
    table.index(['skill_id', 'shown_to', 'level']);
  });

  await knex.schema.createTable('endorsements', table => {
    table.string('id', 36).primary();
    table.integer('person_id').notNullable().references('people.id');
    table.string('skill_id', 64).notNullable();
    table.integer('endorser_id').notNullable().references('people.id');
    table.string('context', 16).notNullable();
    table.string('subject');
    table.text('text').notNullable();
    table.bigInteger('at').notNullable();
    table.boolean('counts').notNullable();
    table.index(['person_id', 'skill_id']);
    table.index(['endorser_id', 'person_id', 'skill_id']);
  });

  await knex.schema.createTable('thanks', table => {
    table.string('id', 36).primary();
    table.integer('team_id').notNullable().references('teams.id').index();
    table.integer('from_id').notNullable().references('people.id').index();
    table.integer('to_id').notNullable().references('people.id').index();
    table.text('message').notNullable();
    table.bigInteger('at').notNullable();
  });

  await knex.schema.createTable('calendars', table => {
    table.integer('person_id').primary().references('people.id');
    table.string('token_hash', 64).notNullable().unique();
    table.bigInteger('created_at').notNullable();
  });

  await knex.schema.createTable('notices', table => {
    table.comment('Notifications that are still to be sent');
    table.bigIncrements('id');
    table.integer('recipient_id').references('people.id').index();
    table.string('recipient_group');
    table
      .integer('subject_id')
      .references('people.id')
      .index()
      .comment('Whom it is about; erased with them');
    table.string('topic', 64).notNullable();
    table.string('scope').notNullable();
    table.string('title').notNullable();
    table.text('description');
    table.string('link').notNullable();
    table.bigInteger('due_at').notNullable().index();
    table.integer('attempts').notNullable();
  });

  await knex.schema.createTable('definition_files', table => {
    table.comment('The last good file of each kind, for all replicas');
    table.string('kind', 16).primary().comment('settings or skills');
    table.text('location').notNullable();
    table.text('text').notNullable();
    table.bigInteger('loaded_at').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'definition_files',
    'notices',
    'calendars',
    'thanks',
    'endorsements',
    'expertise',
    'profile_groups',
    'profiles',
    'open_roles',
    'team_events',
    'memberships',
    'team_entities',
    'team_checks',
    'team_skills',
    'team_platforms',
    'team_deputies',
    'teams',
    'people',
  ]) {
    await knex.schema.dropTable(table);
  }
};
