import { Skill } from '@synchrony/backstage-plugin-virtual-teams-common';
import { normaliseTerm, normaliseWords } from '../skills/normaliseWords';

/** A word or words that stand for a skill. */
export interface Term {
  skillId: string;
  isName: boolean;
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}

/** The taxonomy as it is looked up. Deprecated skills stand for their successor. */
export class SkillIndex {
  readonly #byId: Map<string, Skill>;
  readonly #narrower = new Map<string, string[]>();
  readonly #merged = new Map<string, string[]>();
  /** Names and aliases, normalised. */
  readonly terms = new Map<string, Term[]>();
  /** Single words of names and aliases of more than one. */
  readonly words = new Map<string, string[]>();

  constructor(skills: Skill[]) {
    this.#byId = new Map(skills.map(skill => [skill.id, skill]));
    for (const skill of skills) {
      skill.broader.forEach(wider => add(this.#narrower, wider, skill.id));
      const skillId = this.current(skill.id);
      if (skillId !== skill.id) {
        add(this.#merged, skillId, skill.id);
      }
      [skill.name, ...skill.aliases, skill.id].forEach((term, at) => {
        const isName = at === 0 && skillId === skill.id;
        const words = normaliseWords(term);
        const key = words.join(' ');
        if (!this.terms.get(key)?.some(known => known.skillId === skillId)) {
          add(this.terms, key, { skillId, isName });
        }
        if (words.length > 1) {
          words
            .filter(word => !this.words.get(word)?.includes(skillId))
            .forEach(word => add(this.words, word, skillId));
        }
      });
    }
  }

  get(id: string): Skill | undefined {
    return this.#byId.get(id);
  }

  /** What a skill is called; its id where the taxonomy has it no more. */
  nameOf(id: string): string {
    return this.#byId.get(id)?.name ?? id;
  }

  /** The skill that stands for it now. */
  current(id: string): string {
    return this.#byId.get(id)?.mergedInto ?? id;
  }

  /** The skill and the deprecated ones that it stands for. */
  withMerged(id: string): string[] {
    return [id, ...(this.#merged.get(id) ?? [])];
  }

  /** All skills below, nearest first, without itself. */
  narrowerThan(id: string): string[] {
    const below = new Set(this.#narrower.get(id));
    for (const each of below) {
      this.#narrower.get(each)?.forEach(next => below.add(next));
    }
    return [...new Set([...below].map(each => this.current(each)))].filter(
      each => each !== id,
    );
  }

  /** Skills near to it, as either of the two says. */
  relatedTo(id: string): string[] {
    const near = new Set(this.#byId.get(id)?.related ?? []);
    for (const skill of this.#byId.values()) {
      if (skill.related.includes(id)) {
        near.add(skill.id);
      }
    }
    return [...new Set([...near].map(each => this.current(each)))].filter(
      each => each !== id,
    );
  }

  /** Deprecated ids with the ids that stand for them. */
  mergedPairs(): [from: string, to: string][] {
    return [...this.#merged].flatMap(([to, from]) =>
      from.map(each => [each, to] as [string, string]),
    );
  }

  /** Whether the words are a name or an alias. */
  has(text: string): boolean {
    return this.terms.has(normaliseTerm(text));
  }
}
