import {
  ChampionLevel,
  TrainingCourse,
  TrainingRecord,
} from '@synchrony/backstage-plugin-champions-common';
import { expiresOn } from './expiresOn';

/** What a person has learned and done. */
export interface LevelEvidence {
  records: readonly Pick<
    TrainingRecord,
    'courseId' | 'completedOn' | 'status'
  >[];
  /** For how many whole months the person has been an active champion. */
  monthsActive: number;
}

/** Months as an active champion that level 3 asks for (Champions Playbook). */
export const EXPERIENCED_MONTHS = 6;

const LEVELS: readonly ChampionLevel[] = [1, 2, 3];

/**
 * The level of a person: the highest of which all required courses, and those
 * of the levels below, are confirmed and still count; level 3 also asks for
 * {@link EXPERIENCED_MONTHS}. A level that asks for nothing is passed over.
 * More evidence never lowers it.
 *
 * @param today - `YYYY-MM-DD`
 */
export function levelOf(
  { monthsActive, records }: LevelEvidence,
  courses: readonly TrainingCourse[],
  today: string,
): ChampionLevel {
  const required = courses.filter(({ isRequired }) => isRequired);
  const done = new Set(
    records
      .filter(({ completedOn, courseId, status }) => {
        const end = expiresOn(
          completedOn,
          courses.find(({ id }) => id === courseId),
        );
        return (
          status === 'confirmed' &&
          completedOn <= today &&
          (end === undefined || end > today)
        );
      })
      .map(({ courseId }) => courseId),
  );
  const lacks = (level: ChampionLevel) =>
    required.some(course => course.level === level && !done.has(course.id));
  if (lacks(0)) {
    return 0;
  }
  let reached: ChampionLevel = 0;
  for (const level of LEVELS) {
    if (lacks(level) || (level === 3 && monthsActive < EXPERIENCED_MONTHS)) {
      return reached;
    }
    if (level === 3 || required.some(course => course.level === level)) {
      reached = level;
    }
  }
  return reached;
}
