import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  MyChampionship,
  TrainingCourse,
  TrainingRecord,
  VolunteerOffer,
} from '@synchrony/backstage-plugin-champions-common';
import { Knex } from 'knex';
import { DAY_MS } from '../assignments/applyStep';
import { ProgrammeSource } from '../programme/ProgrammeSource';
import { MyRecordsStore, StoredTraining } from '../store/MyRecordsStore';
import { LevelReader } from '../training/LevelReader';
import { AssignmentReader } from './AssignmentReader';
import { ChampionRights } from './ChampionRights';

export interface MyChampionshipServiceOptions {
  database: Knex;
  levels: LevelReader;
  programme: ProgrammeSource;
  reader: AssignmentReader;
  records: MyRecordsStore;
  rights: ChampionRights;
}

/** What the plugin knows of who asks. */
export class MyChampionshipService {
  readonly #options: MyChampionshipServiceOptions;

  constructor(options: MyChampionshipServiceOptions) {
    this.#options = options;
  }

  async get(credentials: BackstageCredentials): Promise<MyChampionship> {
    const { database, levels, programme, reader, records, rights } =
      this.#options;
    const me = await rights.requirePerson(credentials);
    const { isCaptain, personId, userRef } = me;
    if (personId === undefined) {
      return { userRef, assignments: [], level: 0, training: [], isCaptain };
    }
    const level = (await levels.levelsOf(database, [personId])).get(personId);
    const courses = programme.current().settings.training;
    const training = await records.training(database, personId);
    const volunteer: VolunteerOffer | undefined = await records.volunteer(
      database,
      personId,
    );
    return {
      userRef,
      assignments: await reader.own(me),
      level: level ?? 0,
      training: training.map(record => trainingView(record, courses)),
      ...(volunteer && { volunteer }),
      isCaptain,
    };
  }
}

function trainingView(
  {
    completedOn,
    courseId,
    evidenceUrl,
    id,
    recordedByRef,
    status,
  }: StoredTraining,
  courses: readonly TrainingCourse[],
): TrainingRecord {
  const validDays = courses.find(each => each.id === courseId)?.validDays;
  return {
    id,
    courseId,
    completedOn,
    status,
    ...(evidenceUrl !== undefined && { evidenceUrl }),
    ...(recordedByRef !== undefined && { recordedBy: recordedByRef }),
    ...(validDays !== undefined && {
      expiresOn: new Date(Date.parse(completedOn) + validDays * DAY_MS)
        .toISOString()
        .slice(0, 10),
    }),
  };
}
