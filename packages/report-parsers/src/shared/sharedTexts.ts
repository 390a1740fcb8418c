import { cut } from './text';

const TEXT_LENGTH = 20_000;

/**
 * Gives equal texts as one string object, so that what a rule says is held once
 * however many findings it has.
 */
export class SharedTexts {
  readonly #texts = new Map<string, string>();

  /** The text cut to the length of a description. */
  share(text: string | undefined): string | undefined {
    if (!text) return undefined;
    const short = cut(text, TEXT_LENGTH);
    const known = this.#texts.get(short);
    if (known !== undefined) return known;
    this.#texts.set(short, short);
    return short;
  }
}
