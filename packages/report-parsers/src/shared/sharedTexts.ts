import { cut } from './text';

const TEXT_LENGTH = 20_000;

/** Gives the same string object for the same text, so that the text of a rule is held once. */
export class SharedTexts {
  readonly #texts = new Map<string, string>();

  /** The text, cut to what is kept of texts. */
  share(text: string | undefined): string | undefined {
    if (text === undefined) return undefined;
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const kept = cut(text, TEXT_LENGTH);
    this.#texts.set(text, kept);
    return kept;
  }
}
