import { SkillIndex } from '../query/SkillIndex';
import { SkillsSource } from '../skills/SkillsSource';

/** The taxonomy in force, made ready once for looking things up. */
export class Skills {
  readonly #source: SkillsSource;
  #items: unknown;
  #index = new SkillIndex([]);

  constructor(source: SkillsSource) {
    this.#source = source;
  }

  index(): SkillIndex {
    const { items } = this.#source.current();
    if (items !== this.#items) {
      this.#items = items;
      this.#index = new SkillIndex(items);
    }
    return this.#index;
  }
}
