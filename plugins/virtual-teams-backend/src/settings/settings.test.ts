import { TEAM_KIND_RULES } from '@synchrony/backstage-plugin-virtual-teams-common';
import { DEFAULT_SETTINGS } from './defaultSettings';
import { parseSettings } from './parseSettings';
import { readBuiltInSettings } from './readBuiltInSettings';

describe('the settings of virtual teams', () => {
  it('come with templates that a team can start from', async () => {
    const { templates, ...others } = await readBuiltInSettings();
    expect({ ...others, templates: [] }).toEqual(DEFAULT_SETTINGS);
    expect(templates.length).toBeGreaterThanOrEqual(6);
    for (const template of templates) {
      const { asksForEnd, asksForMeasures } = TEAM_KIND_RULES[template.kind];
      expect(template.outcome).not.toBe('');
      expect(template.measures.length > 0).toBe(asksForMeasures);
      expect(template.endsAfterDays !== undefined).toBe(asksForEnd);
    }
  });

  it('are as built in where the file says nothing', async () => {
    const builtIn = await readBuiltInSettings();
    expect(parseSettings('', builtIn).value).toEqual(builtIn);
    expect(
      parseSettings('managers: Group:Default/AppSec\ntemplates: []', builtIn)
        .value,
    ).toEqual({
      ...builtIn,
      managers: 'group:default/appsec',
      templates: [],
    });
  });

  it.each([
    ['answerDays: [', 1, 14, /flow|expected|end with/i],
    [
      'answerDays: 14\nanswerDay: 3',
      2,
      1,
      /^answerDay: there is no such field$/,
    ],
    ['\nallocationLimitPct: 120', 2, 21, /^allocationLimitPct: /],
    ['answerDays: 7', 1, 1, /^reminderDays: An invitation ends after 7 days/],
    ['managers: appsec', 1, 11, /^managers: Write it as/],
    [
      'guild: { title: Guild, url: "javascript:alert(1)" }',
      1,
      29,
      /^guild\.url: /,
    ],
    [
      'templates:\n  - { id: a, title: A, description: D, kind: community, endsAfterDays: 3 }',
      2,
      72,
      /^templates\.0\.endsAfterDays: A community has no end$/,
    ],
    [
      'templates:\n  - { id: a, title: A, description: D, kind: enabling }\n  - { id: a, title: B, description: D, kind: enabling }',
      3,
      11,
      /^templates\.1\.id: a is there already$/,
    ],
    ['- one', 1, 1, /object/],
  ])('say where %j is wrong', (text, line, column, message) => {
    const { faults, value } = parseSettings(text, DEFAULT_SETTINGS);
    expect(value).toBeUndefined();
    expect(faults[0]).toMatchObject({
      line,
      column,
      message: expect.stringMatching(message),
    });
  });

  it('refuse what is too long or repeats itself without end', () => {
    const refused = [
      `# ${'x'.repeat(1_000_001)}`,
      [
        'a: &a [x, x, x, x, x, x, x, x, x, x]',
        ...['b', 'c', 'd', 'e'].map(
          (name, index) =>
            `${name}: &${name} [${Array(10).fill(`*${'abcd'[index]}`).join(', ')}]`,
        ),
      ].join('\n'),
    ];
    for (const text of refused) {
      expect(parseSettings(text, DEFAULT_SETTINGS).value).toBeUndefined();
    }
  });
});
