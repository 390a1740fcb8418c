import { Skill } from '@synchrony/backstage-plugin-virtual-teams-common';
import { normaliseTerm } from './normaliseWords';

/** A fault of the taxonomy as a whole, and where in it. */
export interface SkillProblem {
  message: string;
  path: (string | number)[];
}

function idProblems(skills: Skill[]): SkillProblem[] {
  const known = new Set<string>();
  const problems: SkillProblem[] = [];
  skills.forEach(({ id }, at) => {
    if (known.has(id)) {
      problems.push({
        message: `“${id}” is given twice`,
        path: ['skills', at, 'id'],
      });
    }
    known.add(id);
  });
  skills.forEach((skill, at) => {
    for (const field of ['broader', 'related'] as const) {
      skill[field].forEach((id, index) => {
        const path = ['skills', at, field, index];
        if (!known.has(id)) {
          problems.push({ message: `there is no skill “${id}”`, path });
        } else if (id === skill.id) {
          problems.push({ message: 'names the skill itself', path });
        }
      });
    }
  });
  return problems;
}

/** Names and aliases have to mean one skill. */
function termProblems(skills: Skill[]): SkillProblem[] {
  const owners = new Map<string, string>();
  const problems: SkillProblem[] = [];
  skills.forEach((skill, at) => {
    const own = new Set<string>();
    const terms: { term: string; path: (string | number)[] }[] = [
      { term: skill.name, path: ['skills', at, 'name'] },
      ...skill.aliases.map((term, index) => ({
        term,
        path: ['skills', at, 'aliases', index],
      })),
    ];
    for (const { path, term } of terms) {
      const key = normaliseTerm(term);
      const owner = owners.get(key);
      if (key === '') {
        problems.push({ message: 'has no letter and no digit', path });
      } else if (owner !== undefined && owner !== skill.id) {
        problems.push({
          message: `“${term}” already stands for “${owner}”`,
          path,
        });
      } else if (own.has(key) && path.includes('aliases')) {
        // An alias that spells its own name differently says nothing new.
        continue;
      }
      own.add(key);
      owners.set(key, owner ?? skill.id);
    }
  });
  return problems;
}

function mergeProblems(skills: Skill[]): SkillProblem[] {
  const byId = new Map(skills.map(skill => [skill.id, skill]));
  return skills.flatMap((skill, at) => {
    const path = ['skills', at, 'mergedInto'];
    if (skill.mergedInto === undefined) {
      return [];
    }
    if (skill.status !== 'deprecated') {
      return [{ message: 'only a deprecated skill is merged', path }];
    }
    const target = byId.get(skill.mergedInto);
    if (!target) {
      return [{ message: `there is no skill “${skill.mergedInto}”`, path }];
    }
    return target.status === 'deprecated'
      ? [
          {
            message: `“${target.id}” is deprecated itself; name the skill that stands for both`,
            path,
          },
        ]
      : [];
  });
}

/** Every skill that has itself among its wider ones. */
function circleProblems(skills: Skill[]): SkillProblem[] {
  const byId = new Map(skills.map(skill => [skill.id, skill]));
  return skills.flatMap((skill, at) => {
    const above = new Set(skill.broader);
    for (const id of above) {
      byId.get(id)?.broader.forEach(wider => above.add(wider));
    }
    return above.has(skill.id) && !skill.broader.includes(skill.id)
      ? [
          {
            message: `“${skill.id}” is wider than itself, in a circle`,
            path: ['skills', at, 'broader'],
          },
        ]
      : [];
  });
}

/** What is wrong with skills that are each well formed. */
export function checkSkills(skills: Skill[]): SkillProblem[] {
  return [
    ...idProblems(skills),
    ...termProblems(skills),
    ...mergeProblems(skills),
    ...circleProblems(skills),
  ];
}
