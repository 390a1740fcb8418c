import { ChampionLevel } from '@synchrony/backstage-plugin-champions-common';
import { Knex } from 'knex';
import { ProgrammeSource } from '../programme/ProgrammeSource';
import { TrainingStore } from '../store/programme/TrainingStore';
import { LevelReader } from './LevelReader';
import { levelOf } from './levelOf';
import { monthsBetween } from './monthsBetween';

export interface TrainingLevelsOptions {
  training: TrainingStore;
  programme: ProgrammeSource;
  clock: () => Date;
}

/** Levels by what is stored of people, in two statements. */
export class TrainingLevels implements LevelReader {
  readonly #options: TrainingLevelsOptions;

  constructor(options: TrainingLevelsOptions) {
    this.#options = options;
  }

  async levelsOf(
    tx: Knex,
    personIds: number[],
  ): Promise<Map<number, ChampionLevel>> {
    const { clock, programme, training } = this.#options;
    const now = clock();
    const courses = programme.current().settings.training;
    const records = Map.groupBy(
      await training.of(tx, personIds),
      ({ personId }) => personId,
    );
    const since = await training.activeSince(tx, personIds);
    return new Map(
      personIds.map(id => {
        const start = since.get(id);
        return [
          id,
          levelOf(
            {
              records: records.get(id) ?? [],
              monthsActive:
                start === undefined ? 0 : monthsBetween(new Date(start), now),
            },
            courses,
            now.toISOString().slice(0, 10),
          ),
        ];
      }),
    );
  }
}
