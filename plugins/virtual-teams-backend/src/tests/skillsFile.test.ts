import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createSkillsSource } from '../createSkillsSource';
import { migrate } from '../migrate';
import { parseSkills } from '../skills/parseSkills';
import { SkillsFile } from '../skills/SkillsFile';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const one = (rest = '') =>
  `skills:\n  - { id: a, name: A skill, category: technique${rest} }\n`;

describe('faults of a taxonomy', () => {
  it.each([
    ['an unknown wider skill', one(', broader: [zed]'), 'no skill “zed”'],
    ['an unknown field', one(', colour: red'), 'there is no such field'],
    ['a bad id', one().replace('id: a', 'id: A B'), 'lower-case letters'],
    [
      'a circle',
      `${one(', broader: [b]')}  - { id: b, name: B skill, category: technique, broader: [a] }\n`,
      'in a circle',
    ],
    [
      'a chain of merged skills',
      `${one(', status: deprecated, mergedInto: b')}  - { id: b, name: B, category: technique, status: deprecated, mergedInto: c }\n  - { id: c, name: C, category: technique }\n`,
      'is deprecated itself',
    ],
    [
      'one word for two skills',
      `${one(', aliases: [Passkeys]')}  - { id: b, name: B, category: technique, aliases: [passkeys] }\n`,
      'already stands for “a”',
    ],
  ])('names %s, and where it stands', (_, text, message) => {
    const { faults, skills } = parseSkills(text);
    expect(skills).toBeUndefined();
    expect(faults[0]).toEqual({
      message: expect.stringContaining(message),
      line: expect.any(Number),
      column: expect.any(Number),
    });
  });
});

describe.each(databases.eachSupportedId())('skills as code on %s', id => {
  it('keeps the last good file for every replica', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'skills-'));
    const location = join(folder, 'skills.yaml');
    const database = await databases.init(id);
    await migrate(database);
    const source = async () =>
      (await createSkillsSource({
        database,
        config: mockServices.rootConfig({
          data: { virtualTeams: { skills: { location } } },
        }),
        urlReader: mockServices.urlReader.mock(),
        logger: mockServices.logger.mock(),
        clock: () => new Date('2026-11-26T09:00:00Z'),
      })) as SkillsFile;
    const first = await source();
    expect(first.current().items.length).toBeGreaterThan(50);
    expect(first.current().faults).toEqual([
      { message: 'The file cannot be read' },
    ]);
    await writeFile(location, one());
    await first.refresh();
    expect(first.current()).toMatchObject({
      items: [{ id: 'a' }],
      location: 'skills.yaml',
      faults: [],
    });
    await writeFile(location, one(', broader: [zed]'));
    const second = await source();
    expect(second.current()).toMatchObject({
      items: [{ id: 'a' }],
      faults: [{ line: 2 }],
    });
    await rm(folder, { recursive: true });
  });
});
