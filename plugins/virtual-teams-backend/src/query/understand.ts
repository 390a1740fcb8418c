import { MatchReason } from '@synchrony/backstage-plugin-virtual-teams-common';
import { normaliseWords } from '../skills/normaliseWords';
import { editDistance, slipsOf } from './editDistance';
import { SkillIndex } from './SkillIndex';

/** How far a skill is from what was asked; more is nearer. */
export const NEARNESS = { asked: 3, narrower: 2, related: 1 } as const;

/** A skill that words of the question stand for, or that is near to one. */
export interface SkillMatch {
  skillId: string;
  from: string;
  how: MatchReason['kind'];
  text: string;
  nearness: number;
}

/** Words of a question that belong together, with the skills they find. */
export interface UnderstoodTerm {
  from: string;
  /** The nearest first; each skill once. */
  matches: SkillMatch[];
}

/** A question as it was understood. */
export interface Understanding {
  terms: UnderstoodTerm[];
  /** Words that stand for no skill. */
  rest: string[];
}

const LONGEST_PHRASE = 5;
const MOST_WORDS = 12;
const NO_MEANING = new Set(
  'a an and any anybody anyone at can for good help in is knows know of on or our people person somebody someone team teams that the to we who with'.split(
    ' ',
  ),
);

function exact(index: SkillIndex, phrase: string): SkillMatch[] {
  return (index.terms.get(phrase) ?? []).map(({ isName, skillId }) => {
    const name = index.nameOf(skillId);
    return {
      skillId,
      from: phrase,
      how: isName ? 'skill' : 'alias',
      text: isName ? `${name} is the skill` : `“${phrase}” means ${name}`,
      nearness: NEARNESS.asked,
    };
  });
}

function partOfName(index: SkillIndex, word: string): SkillMatch[] {
  return (index.words.get(word) ?? []).map(skillId => ({
    skillId,
    from: word,
    how: 'text',
    text: `“${word}” is a word of ${index.nameOf(skillId)}`,
    nearness: NEARNESS.asked,
  }));
}

/** Skills whose name, alias or a word of it is nearest in spelling. */
function misspelt(index: SkillIndex, phrase: string): SkillMatch[] {
  const slips = slipsOf(phrase.length);
  if (slips === 0) {
    return [];
  }
  let nearest = slips;
  let found: string[] = [];
  const look = (term: string, skillIds: string[]) => {
    // A short word that is one slip away is too often another word.
    const allowed = Math.min(nearest, Math.max(slipsOf(term.length), 1));
    if (term.length < 4) {
      return;
    }
    const distance = editDistance(phrase, term, allowed);
    if (distance > allowed) {
      return;
    }
    found = distance < nearest ? skillIds : [...found, ...skillIds];
    nearest = distance;
  };
  for (const [term, owners] of index.terms) {
    look(
      term,
      owners.map(({ skillId }) => skillId),
    );
  }
  for (const [word, skillIds] of index.words) {
    look(word, skillIds);
  }
  return [...new Set(found)].map(skillId => ({
    skillId,
    from: phrase,
    how: 'spelling',
    text: `“${phrase}” is spelt like ${index.nameOf(skillId)}`,
    nearness: NEARNESS.asked,
  }));
}

/** Adds narrower and near skills to those that were asked for. */
export function widen(index: SkillIndex, asked: SkillMatch[]): SkillMatch[] {
  const all = new Map(asked.map(match => [match.skillId, match]));
  const add = (match: SkillMatch) => {
    if (!all.has(match.skillId)) {
      all.set(match.skillId, match);
    }
  };
  for (const { from, skillId } of asked) {
    const name = index.nameOf(skillId);
    for (const id of index.narrowerThan(skillId)) {
      add({
        skillId: id,
        from,
        how: 'narrower',
        text: `${index.nameOf(id)} is a part of ${name}`,
        nearness: NEARNESS.narrower,
      });
    }
  }
  for (const { from, how, skillId } of asked) {
    // What is near to a guess is a guess of a guess.
    if (how === 'skill' || how === 'alias') {
      for (const id of index.relatedTo(skillId)) {
        add({
          skillId: id,
          from,
          how: 'related',
          text: `${index.nameOf(id)} is near to ${index.nameOf(skillId)}`,
          nearness: NEARNESS.related,
        });
      }
    }
  }
  return [...all.values()];
}

/** Reads the words of a question as skills, and says how. */
export function understand(index: SkillIndex, question: string): Understanding {
  const words = normaliseWords(question).slice(0, MOST_WORDS);
  const terms: UnderstoodTerm[] = [];
  const rest: string[] = [];
  const finders: [typeof exact, longest: number][] = [
    [exact, LONGEST_PHRASE],
    [partOfName, 1],
    [misspelt, 3],
  ];
  let at = 0;
  while (at < words.length) {
    const step = nextTerm(index, words, at, finders);
    if (step) {
      terms.push({ from: step.from, matches: widen(index, step.asked) });
      at += step.length;
    } else {
      if (!NO_MEANING.has(words[at])) {
        rest.push(words[at]);
      }
      at += 1;
    }
  }
  return { terms, rest };
}

function nextTerm(
  index: SkillIndex,
  words: string[],
  at: number,
  finders: [typeof exact, longest: number][],
): { from: string; asked: SkillMatch[]; length: number } | undefined {
  for (const [find, longest] of finders) {
    for (
      let length = Math.min(longest, words.length - at);
      length > 0;
      length -= 1
    ) {
      const from = words.slice(at, at + length).join(' ');
      const asked = NO_MEANING.has(from) ? [] : find(index, from);
      if (asked.length > 0) {
        return { from, asked, length };
      }
    }
  }
  return undefined;
}
