import { ChampionLevel } from '@synchrony/backstage-plugin-champions-common';
import { Knex } from 'knex';

/** Tells the levels of people, by their numbers. */
export interface LevelReader {
  levelsOf(tx: Knex, personIds: number[]): Promise<Map<number, ChampionLevel>>;
}
