import fc from 'fast-check';
import { findCommonFix } from './findCommonFix';

describe('one upgrade that fixes all', () => {
  it.each<[string, string | undefined, string[][], string | undefined]>([
    ['the highest', '4.1.94', [['4.1.100'], ['4.1.118'], ['4.1.9']], '4.1.118'],
    ['a suffix', '4.1.94.Final', [['4.1.100.Final']], '4.1.100.Final'],
    ['numbers, not letters', '1.9.0', [['1.10.0'], ['1.9.1']], '1.10.0'],
    [
      'the line in use',
      '1.2.4',
      [
        ['1.2.5', '2.0.3'],
        ['1.2.9', '2.0.4'],
      ],
      '2.0.4',
    ],
    ['what all name', '1.2.4', [['1.2.5', '2.0.3'], ['1.2.5']], '1.2.5'],
    ['one without a fix', '1.0.0', [['1.0.1'], []], undefined],
    ['nothing known', '1.0.0', [], undefined],
    ['no way down', '2.0.0', [['1.9.9']], undefined],
    [
      'schemes that do not compare',
      '1:2.3-4',
      [['1:2.3-5'], ['1:2.3-6']],
      undefined,
    ],
    ['schemes that agree', '1:2.3-4', [['1:2.3-6'], ['1:2.3-6']], '1:2.3-6'],
  ])('%s', (_, current, fixes, expected) => {
    expect(findCommonFix(current, fixes)).toBe(expected);
  });

  it('is never below a version that a finding needs', () => {
    const version = fc
      .tuple(fc.nat(3), fc.nat(20), fc.nat(20))
      .map(parts => parts.join('.'));
    const order = (text: string) =>
      text.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0);
    fc.assert(
      fc.property(
        fc.array(fc.array(version, { minLength: 1, maxLength: 3 }), {
          minLength: 1,
          maxLength: 5,
        }),
        fixes => {
          const found = findCommonFix('0.0.0', fixes);
          const highest = fixes.map(list => Math.max(...list.map(order)));
          expect(found).toBeDefined();
          for (const [index, list] of fixes.entries()) {
            expect(
              list.includes(found ?? '') ||
                order(found ?? '') >= highest[index],
            ).toBe(true);
          }
        },
      ),
    );
  });
});
