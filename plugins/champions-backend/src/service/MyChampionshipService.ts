import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  MyChampionship,
  PersonChampionship,
  TrainingCourse,
  TrainingRecord,
  VolunteerOffer,
} from '@synchrony/backstage-plugin-champions-common';
import { PeopleStore } from '@synchrony/backstage-plugin-scorecards-node';
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
  people: PeopleStore;
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
    const { database, reader, records, rights } = this.#options;
    const me = await rights.requirePerson(credentials);
    const { isCaptain, personId, userRef } = me;
    if (personId === undefined) {
      return { userRef, assignments: [], level: 0, training: [], isCaptain };
    }
    const volunteer: VolunteerOffer | undefined = await records.volunteer(
      database,
      personId,
    );
    return {
      userRef,
      assignments: await reader.own(me),
      ...(await this.#learnt(personId)),
      ...(volunteer && { volunteer }),
      isCaptain,
    };
  }

  /**
   * What the reader may know of somebody; level and training only of
   * themself, or where they run the programme.
   */
  async person(
    credentials: BackstageCredentials,
    ref: string,
  ): Promise<PersonChampionship> {
    const { database, people, reader, rights } = this.#options;
    const { isCaptain, userRef } = await rights.require(credentials);
    const person = await reader.person(credentials, ref);
    if (!isCaptain && userRef !== person.userRef) {
      return person;
    }
    const personId = await people.find(database, person.userRef);
    return {
      ...person,
      ...(personId === undefined
        ? { level: 0, training: [] }
        : await this.#learnt(personId)),
    };
  }

  async #learnt(
    personId: number,
  ): Promise<Required<Pick<PersonChampionship, 'level' | 'training'>>> {
    const { database, levels, programme, records } = this.#options;
    const courses = programme.current().settings.training;
    const training = await records.training(database, personId);
    return {
      level: (await levels.levelsOf(database, [personId])).get(personId) ?? 0,
      training: training.map(record => trainingView(record, courses)),
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
