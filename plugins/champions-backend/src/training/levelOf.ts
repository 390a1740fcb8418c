import {
  ChampionLevel,
  TrainingCourse,
} from '@synchrony/backstage-plugin-champions-common';
import { DAY_MS } from '../assignments/applyStep';

/** Days for which somebody has to have been champion for level 3. */
export const DAYS_TO_EXPERIENCED = 182;

export interface CompletedCourse {
  courseId: string;
  /** `YYYY-MM-DD` */
  completedOn: string;
  status: 'claimed' | 'confirmed';
}

function isValid(
  course: TrainingCourse,
  records: readonly CompletedCourse[],
  now: number,
): boolean {
  return records.some(
    ({ completedOn, courseId, status }) =>
      courseId === course.id &&
      status === 'confirmed' &&
      (course.validDays === undefined ||
        Date.parse(completedOn) + course.validDays * DAY_MS > now),
  );
}

/**
 * The highest level whose required courses, and those of all levels below, are
 * confirmed and have not run out. Level 0 is where one begins; level 3 also
 * needs half a year as champion.
 */
export function levelOf(
  courses: readonly TrainingCourse[],
  records: readonly CompletedCourse[],
  championMs: number,
  now: number,
): ChampionLevel {
  const holds = (level: ChampionLevel) =>
    courses
      .filter(course => course.isRequired && course.level === level)
      .every(course => isValid(course, records, now));
  if (!holds(1)) {
    return 0;
  }
  if (!holds(2)) {
    return 1;
  }
  return holds(3) && championMs >= DAYS_TO_EXPERIENCED * DAY_MS ? 3 : 2;
}
