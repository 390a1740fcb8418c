import { megabytes, milliseconds, number, ratio } from './numbers';

it('writes figures for people', () => {
  expect(number(12345.6)).toBe('12,346');
  expect(number(1.234)).toBe('1.2');
  expect(ratio(0.314)).toBe('0.31×');
  expect(ratio(123.4)).toBe('123×');
  expect(milliseconds(0.0123)).toBe('12 ms');
  expect(megabytes(5 * 1024 * 1024)).toBe('5 MB');
});
