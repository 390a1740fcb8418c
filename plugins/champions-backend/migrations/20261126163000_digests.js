// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('digests', table => {
    table.comment('The last digest of each person: who writes here sends it');
    table.integer('person_id').primary().references('people.id');
    table.string('day', 10).notNullable().comment('The day that it was for');
    table
      .string('content', 64)
      .notNullable()
      .comment('Hash of what it said, so that the same is not repeated');
    table
      .bigInteger('sending_since')
      .comment('Since when a replica is at it; null once it was sent');
  });
  await knex.schema.createTable('digest_rounds', table => {
    table.comment('Until which day digests have been sent');
    table.integer('id').primary().comment('Always 1');
    table.string('day', 10).notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('digest_rounds');
  await knex.schema.dropTable('digests');
};
