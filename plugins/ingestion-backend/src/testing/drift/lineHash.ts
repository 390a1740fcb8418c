const BASE = 37n;
const MASK = (1n << 64n) - 1n;
const WINDOW = 100;

/** The hundred characters from each line on, without spaces and tabs. */
function windowsOf(text: string): string[] {
  const clean = text.replace(/\r\n?/g, '\n');
  const kept: string[] = [];
  const starts: number[] = [0];
  for (const character of clean) {
    if (character !== ' ' && character !== '\t') {
      kept.push(character);
    }
    if (character === '\n') {
      starts.push(kept.length);
    }
  }
  const all = kept.join('');
  return starts.map(start => all.slice(start, start + WINDOW));
}

function hashOf(window: string): string {
  let hash = 0n;
  for (let index = 0; index < WINDOW; index += 1) {
    const code = index < window.length ? window.charCodeAt(index) : 65535;
    hash = (hash * BASE + BigInt(code)) & MASK;
  }
  return hash.toString(16);
}

/**
 * GitHub's `primaryLocationLineHash` of lines of a file: a hash to the base 37
 * over 100 characters from the start of the line, and the number of the line
 * among all with that hash.
 */
export class LineHashes {
  readonly #windows: string[];
  readonly #known = new Map<number, string>();

  constructor(text: string) {
    this.#windows = windowsOf(text);
  }

  /** Of a 1-based line. */
  get(line: number): string {
    let known = this.#known.get(line);
    if (known === undefined) {
      const window = this.#windows[line - 1];
      const number = this.#windows
        .slice(0, line)
        .filter(other => other === window).length;
      known = `${hashOf(window)}:${number}`;
      this.#known.set(line, known);
    }
    return known;
  }
}
