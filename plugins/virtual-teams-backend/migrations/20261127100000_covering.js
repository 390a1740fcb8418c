// @ts-check

// Finding people reads each of these from its index alone.

const OFFERS = ['is_mentor', 'is_joining', 'is_reviewing', 'is_talking'];

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('expertise', table => {
    table.dropIndex(['skill_id', 'shown_to', 'level']);
    table.index(
      ['skill_id', 'shown_to', 'level', 'person_id', 'confirmed_at', ...OFFERS],
      'expertise_by_skill',
    );
    table.index(
      ['person_id', 'shown_to', 'skill_id', ...OFFERS],
      'expertise_by_person',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('expertise', table => {
    table.dropIndex([], 'expertise_by_person');
    table.dropIndex([], 'expertise_by_skill');
    table.index(['skill_id', 'shown_to', 'level']);
  });
};
