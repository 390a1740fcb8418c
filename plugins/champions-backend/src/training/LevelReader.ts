import { ChampionLevel } from '@synchrony/backstage-plugin-champions-common';
import { Knex } from 'knex';
import { ProgrammeSource } from '../programme/ProgrammeSource';
import { whereAmong } from '../store/among';
import { CompletedCourse, levelOf } from './levelOf';

/** Levels of people, for every person that is asked about. */
export interface LevelReader {
  levelsOf(tx: Knex, personIds: number[]): Promise<Map<number, ChampionLevel>>;
}

/** Levels by the records of training and the courses of the programme. */
export class TrainingLevelReader implements LevelReader {
  readonly #options: { programme: ProgrammeSource; clock: () => Date };

  constructor(options: { programme: ProgrammeSource; clock: () => Date }) {
    this.#options = options;
  }

  async levelsOf(
    tx: Knex,
    personIds: number[],
  ): Promise<Map<number, ChampionLevel>> {
    const { clock, programme } = this.#options;
    const { training } = programme.current().settings;
    const now = clock().getTime();
    const records = await recordsOf(tx, personIds);
    const terms = await longestTermsOf(tx, personIds, now);
    return new Map(
      personIds.map(id => [
        id,
        levelOf(training, records.get(id) ?? [], terms.get(id) ?? 0, now),
      ]),
    );
  }
}

async function recordsOf(
  tx: Knex,
  personIds: number[],
): Promise<Map<number, CompletedCourse[]>> {
  const rows = await tx('training_records')
    .select('person_id', 'course_id', 'completed_on', 'status')
    .where(query => whereAmong(query, 'person_id', personIds));
  const records = new Map<number, CompletedCourse[]>();
  for (const row of rows) {
    const record = {
      courseId: row.course_id,
      completedOn: row.completed_on,
      status: row.status,
    };
    records.set(row.person_id, [...(records.get(row.person_id) ?? []), record]);
  }
  return records;
}

/** For how long each was champion at a stretch, in ms. */
async function longestTermsOf(
  tx: Knex,
  personIds: number[],
  now: number,
): Promise<Map<number, number>> {
  const rows = await tx('assignments')
    .select('person_id', 'status', 'started_at', 'ends_at')
    .where(query => whereAmong(query, 'person_id', personIds))
    .whereNotNull('started_at');
  const terms = new Map<number, number>();
  for (const row of rows) {
    const until = row.status === 'ended' ? Number(row.ends_at ?? now) : now;
    const term = until - Number(row.started_at);
    terms.set(row.person_id, Math.max(terms.get(row.person_id) ?? 0, term));
  }
  return terms;
}
