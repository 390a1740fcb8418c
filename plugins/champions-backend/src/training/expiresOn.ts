import { TrainingCourse } from '@synchrony/backstage-plugin-champions-common';

const DAY_MS = 24 * 60 * 60_000;

/** From which day on a course that was done does not count any more. */
export function expiresOn(
  completedOn: string,
  course: Pick<TrainingCourse, 'validDays'> | undefined,
): string | undefined {
  if (course?.validDays === undefined) {
    return undefined;
  }
  const end = Date.parse(completedOn) + course.validDays * DAY_MS;
  return new Date(end).toISOString().slice(0, 10);
}
