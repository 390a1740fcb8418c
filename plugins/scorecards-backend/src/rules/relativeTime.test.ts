import { counted, daysBetween, markAge, writeAges } from './relativeTime';

const now = new Date('2026-11-24T08:00:00.000Z');

it.each([
  ['2026-11-24T07:59:30.000Z', '0 minutes'],
  ['2026-11-24T07:59:00.000Z', '1 minute'],
  ['2026-11-24T05:00:00.000Z', '3 hours'],
  ['2026-11-22T09:00:00.000Z', '47 hours'],
  ['2026-11-07T08:00:00.000Z', '17 days'],
  ['2026-11-25T08:00:00.000Z', '0 minutes'],
  ['', 'of unknown age'],
])('writes the age of %s as %s when it is read', (iso, expected) => {
  expect(writeAges(`It is ${markAge(iso)} old.`, now)).toBe(
    `It is ${expected} old.`,
  );
});

it('counts things and days', () => {
  expect(counted(1, 'secret')).toBe('1 secret');
  expect(counted(2, 'secret')).toBe('2 secrets');
  expect(
    daysBetween('2026-11-10T08:00:00.000Z', '2026-11-24T08:00:00.000Z'),
  ).toBe(14);
  expect(daysBetween('', '2026-11-24T08:00:00.000Z')).toBe(0);
});
