import { cut } from './text';

const TEXT_LENGTH = 20_000;

/** Gives equal texts as one string object, so that the texts of a rule are kept once. */
export class SharedTexts {
  readonly #texts = new Map<string, string>();

  /** The text, cut to what a description may take; undefined for none. */
  share(text: string | undefined): string | undefined {
    if (!text) return undefined;
    const short = cut(text, TEXT_LENGTH);
    const known = this.#texts.get(short);
    if (known !== undefined) return known;
    this.#texts.set(short, short);
    return short;
  }
}
