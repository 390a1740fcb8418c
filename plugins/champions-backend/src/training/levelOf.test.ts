import { DEFAULT_SETTINGS } from '../programme/defaultSettings';
import { CompletedCourse, levelOf } from './levelOf';

const now = Date.parse('2026-11-26T00:00:00.000Z');
const HALF_YEAR = 183 * 24 * 60 * 60_000;

function done(
  courseId: string,
  completedOn = '2026-01-01',
  status: CompletedCourse['status'] = 'confirmed',
): CompletedCourse {
  return { courseId, completedOn, status };
}

it.each<[number, CompletedCourse[], number]>([
  [0, [], HALF_YEAR],
  [0, [done('core-topics', '2026-01-01', 'claimed')], 0],
  [0, [done('core-topics', '2024-01-01')], 0],
  [0, [done('threat-modelling-basics')], 0],
  [1, [done('core-topics')], HALF_YEAR],
  [2, [done('core-topics'), done('threat-modelling-basics')], 0],
  [3, [done('core-topics'), done('threat-modelling-basics')], HALF_YEAR],
])('is level %i', (level, records, championMs) => {
  expect(levelOf(DEFAULT_SETTINGS.training, records, championMs, now)).toBe(
    level,
  );
});
