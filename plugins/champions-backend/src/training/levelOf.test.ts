import {
  ChampionLevel,
  TrainingCourse,
} from '@synchrony/backstage-plugin-champions-common';
import fc from 'fast-check';
import { DEFAULT_SETTINGS } from '../programme/defaultSettings';
import { levelOf } from './levelOf';
import { monthsBetween } from './monthsBetween';

const TODAY = '2026-11-26';
const done = (courseId: string, completedOn = '2026-01-01') => ({
  courseId,
  completedOn,
  status: 'confirmed' as const,
});
const courses = DEFAULT_SETTINGS.training;
const all = ['awareness', 'core-topics', 'threat-modelling-basics'].map(id =>
  done(id),
);

describe('levels', () => {
  it.each([
    ['nothing', [], 0, 0],
    ['awareness', all.slice(0, 1), 0, 0],
    ['core topics', all.slice(0, 2), 0, 1],
    ['the platform too', all, 5, 2],
    ['that and six months', all, 6, 3],
    ['months without the platform', all.slice(0, 2), 20, 1],
    ['core topics without awareness', all.slice(1), 20, 0],
    ['what has expired', [all[0], done('core-topics', '2024-01-01')], 0, 0],
    [
      'what is only claimed',
      [all[0], { ...all[1], status: 'claimed' as const }],
      0,
      0,
    ],
  ])('of %s', (_, records, monthsActive, level) => {
    expect(levelOf({ records, monthsActive }, courses, TODAY)).toBe(level);
  });

  const ids = ['a', 'b', 'c', 'd', 'e'];
  const anyCourses = fc.uniqueArray(
    fc.record<TrainingCourse>(
      {
        id: fc.constantFrom(...ids),
        title: fc.constant('A course'),
        level: fc.constantFrom<ChampionLevel>(0, 1, 2, 3),
        isRequired: fc.boolean(),
        selfAttested: fc.boolean(),
        validDays: fc.integer({ min: 1, max: 900 }),
      },
      {
        requiredKeys: ['id', 'title', 'level', 'isRequired', 'selfAttested'],
      },
    ),
    { selector: ({ id }) => id },
  );
  const anyRecord = fc.record({
    courseId: fc.constantFrom(...ids),
    completedOn: fc.constantFrom('2024-05-01', '2026-06-01', '2027-01-01'),
    status: fc.constantFrom('claimed' as const, 'confirmed' as const),
  });

  it('never rise by losing a record or months', () => {
    fc.assert(
      fc.property(
        anyCourses,
        fc.array(anyRecord, { maxLength: 8 }),
        fc.nat(8),
        fc.nat(8),
        fc.nat(8),
        (catalogue, records, lost, months, fewer) => {
          const before = levelOf(
            { records, monthsActive: months },
            catalogue,
            TODAY,
          );
          const after = levelOf(
            {
              records: records.filter((_, index) => index !== lost),
              monthsActive: Math.max(0, months - fewer),
            },
            catalogue,
            TODAY,
          );
          expect(after).toBeLessThanOrEqual(before);
        },
      ),
    );
  });

  it('count whole months', () => {
    const months = (from: string, to: string) =>
      monthsBetween(new Date(from), new Date(to));
    expect(months('2026-01-31', '2026-02-28')).toBe(0);
    expect(months('2026-01-15', '2026-07-15')).toBe(6);
    expect(months('2026-01-15', '2026-07-14')).toBe(5);
    expect(months('2026-07-15', '2026-01-15')).toBe(0);
  });
});
