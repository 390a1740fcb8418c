import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { parseSkills } from '../skills/parseSkills';
import { editDistance } from './editDistance';
import { SkillIndex } from './SkillIndex';
import { understand } from './understand';

const { faults, skills = [] } = parseSkills(
  readFileSync(resolve(__dirname, '../../examples/skills.yaml'), 'utf8'),
);
const index = new SkillIndex(skills);

const found = (question: string) =>
  understand(index, question).terms.flatMap(({ matches }) =>
    matches.map(({ how, skillId }) => [skillId, how]),
  );

describe('the skills that are built in', () => {
  it('have no faults, and name checks that exist', () => {
    expect(faults).toEqual([]);
    expect(skills.length).toBeGreaterThanOrEqual(60);
    const checks = readdirSync(
      resolve(__dirname, '../../../scorecards-backend/definitions/checks'),
    ).map(file => file.replace(/\.yaml$/, ''));
    expect(checks).toEqual(
      expect.arrayContaining([...new Set(skills.flatMap(s => s.checkIds))]),
    );
  });
});

describe('understanding a question', () => {
  it('finds skills by name and by alias', () => {
    expect(found('WebAuthn')[0]).toEqual(['webauthn', 'skill']);
    expect(found('passkeys')[0]).toEqual(['webauthn', 'alias']);
    expect(found('who knows threat modelling')[0]).toEqual([
      'threat-modelling',
      'skill',
    ]);
  });

  it('finds narrower skills, not wider ones, and near ones last', () => {
    expect(found('cloud security')).toEqual(
      expect.arrayContaining([
        ['kubernetes', 'narrower'],
        ['service-mesh', 'narrower'],
        ['iam', 'related'],
      ]),
    );
    expect(found('service mesh')).not.toContainEqual([
      'cloud-security',
      'narrower',
    ]);
  });

  it('reads several terms, and keeps what is none', () => {
    const { rest, terms } = understand(index, 'passkeys and k8s zzyzx');
    expect(terms.map(({ from }) => from)).toEqual(['passkeys', 'k8s']);
    expect(rest).toEqual(['zzyzx']);
  });

  it('forgives spelling, and says so', () => {
    expect(found('webautn')[0]).toEqual(['webauthn', 'spelling']);
    expect(found('kuberentes')[0]).toEqual(['kubernetes', 'spelling']);
    expect(found('thraet modeling')[0]).toEqual([
      'threat-modelling',
      'spelling',
    ]);
  });

  it('takes unrelated words for nothing', () => {
    for (const word of [
      'carpentry',
      'holiday',
      'payroll',
      'lunch',
      'printer',
    ]) {
      expect(found(word)).toEqual([]);
    }
  });

  it('finds a word of five letters and more with one slip', () => {
    const words = [...index.terms.keys()].filter(term =>
      /^[a-z]{5,}$/.test(term),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...words),
        fc.nat(),
        fc.constantFrom('drop', 'swap', 'change', 'insert'),
        fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
        (word, place, slip, letter) => {
          const at = place % word.length;
          const written = {
            drop: word.slice(0, at) + word.slice(at + 1),
            swap:
              word.slice(0, at) +
              (word[at + 1] ?? '') +
              word[at] +
              word.slice(at + 2),
            change: word.slice(0, at) + letter + word.slice(at + 1),
            insert: word.slice(0, at) + letter + word.slice(at),
          }[slip]!;
          // A slip may write another word, and four letters are too few.
          fc.pre(
            written.length >= 5 &&
              !index.terms.has(written) &&
              !index.words.has(written),
          );
          const asked = index.terms.get(word)![0].skillId;
          expect(found(written).map(([id]) => id)).toContain(asked);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('measures the same both ways, and never more than it looks', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const there = editDistance(a, b, 3);
        expect(there).toBe(editDistance(b, a, 3));
        expect(there).toBeLessThanOrEqual(4);
        expect(there === 0).toBe(a === b);
      }),
    );
  });
});
