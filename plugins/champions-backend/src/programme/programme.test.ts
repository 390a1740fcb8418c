import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { DEFAULT_SETTINGS } from './defaultSettings';
import { parseProgramme } from './parseProgramme';

describe('the file of the programme', () => {
  it('is as built in where it says nothing', () => {
    expect(parseProgramme('').settings).toEqual(DEFAULT_SETTINGS);
    expect(parseProgramme('capacity: { maxPct: 15 }').settings).toEqual({
      ...DEFAULT_SETTINGS,
      capacity: { defaultPct: 10, maxPct: 15 },
    });
  });

  it('has an example that is good', () => {
    const example = readFileSync(
      resolvePackagePath(
        '@synchrony/backstage-plugin-champions-backend',
        'examples/programme.yaml',
      ),
      'utf8',
    );
    const { faults, settings } = parseProgramme(example);
    expect(faults).toEqual([]);
    expect(settings?.training).toHaveLength(4);
  });

  it.each([
    ['maxScopes: [', 1, 13, /flow sequence|expected|end with/i],
    ['maxScopes: 3\nmaxScope: 4', 2, 1, /^maxScope: there is no such setting$/],
    ['\n\nmaxScopes: many', 3, 12, /^maxScopes: .*number/],
    [
      'training:\n  - id: a\n    title: A course\n    level: 4\n    isRequired: true\n    selfAttested: true',
      4,
      12,
      /^training\.0\.level: A level is 0, 1, 2 or 3$/,
    ],
    [
      'specialisms:\n  - id: a\n    title: One\n    stages: []',
      2,
      5,
      /^specialisms\.0\.findingTypes: /,
    ],
    [
      'officeHours:\n  - id: a\n    title: Hour\n    weekday: 1\n    startsAt: "9:00"\n    minutes: 30\n    timeZone: Mars/Base',
      5,
      15,
      /^officeHours\.0\.startsAt: Write the time as "HH:MM"$/,
    ],
    [
      'specialisms:\n  - { id: a, title: One, findingTypes: [], stages: [] }\n  - { id: a, title: Two, findingTypes: [], stages: [] }',
      3,
      11,
      /^specialisms\.1\.id: a is there already$/,
    ],
    [
      'capacity:\n  defaultPct: 30',
      2,
      15,
      /^capacity\.defaultPct: .*\(30 %\).*\(20 %\)$/,
    ],
    ['training: []', 1, 1, /^activeFromLevel: .*no required course/],
    [
      'captains: appsec',
      1,
      11,
      /^captains: Write it as group:namespace\/name$/,
    ],
    ['- one', 1, 1, /object/],
  ])('says where %j is wrong', (text, line, column, message) => {
    const { faults, settings } = parseProgramme(text);
    expect(settings).toBeUndefined();
    expect(faults[0]).toMatchObject({
      line,
      column,
      message: expect.stringMatching(message),
    });
  });

  it('refuses what is too long or repeats itself without end', () => {
    expect(parseProgramme(`# ${'x'.repeat(1_000_001)}`).faults).toHaveLength(1);
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x, x]',
      ...['b', 'c', 'd', 'e'].map(
        (name, index) =>
          `${name}: &${name} [${Array(10).fill(`*${'abcd'[index]}`).join(', ')}]`,
      ),
    ].join('\n');
    expect(parseProgramme(bomb).settings).toBeUndefined();
  });
});
