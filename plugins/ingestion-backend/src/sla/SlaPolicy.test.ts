import { DAY_MS, DEFAULT_SLA_POLICY, dueOffsets, slaClassOf } from '.';

describe('SLA policy', () => {
  it('gives days by severity, and none for info', () => {
    expect(dueOffsets(DEFAULT_SLA_POLICY, 'normal')).toEqual([
      7 * DAY_MS,
      30 * DAY_MS,
      60 * DAY_MS,
      180 * DAY_MS,
      null,
    ]);
  });

  it('halves the days of high findings on tight entities', () => {
    const [critical, high, medium] = dueOffsets(DEFAULT_SLA_POLICY, 'tight');
    expect([critical, high, medium]).toEqual([
      7 * DAY_MS,
      15 * DAY_MS,
      60 * DAY_MS,
    ]);
  });

  it.each([
    ['tier-1', 'internet', 'tight'],
    ['tier-1', 'internal', 'normal'],
    ['tier-2', 'internet', 'normal'],
  ])('takes %s and %s for %s', (criticality, exposure, expected) => {
    expect(
      slaClassOf({
        'synchrony.io/criticality': criticality,
        'synchrony.io/exposure': exposure,
      }),
    ).toBe(expected);
  });
});
