import {
  compareDigits,
  compareText,
  LONGEST_VERSION,
  schemeOf,
  VersionScheme,
} from './types';

/** A number, or a word, after a dot or after a hyphen. */
interface Token {
  separator: '.' | '-';
  text: string;
  isNumber: boolean;
}

/** Words that Maven knows, by their order; the empty one is the release. */
const QUALIFIERS = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];

const ALIASES: Record<string, string> = {
  cr: 'rc',
  ga: '',
  final: '',
  release: '',
};

/** `a1` is short for alpha-1; alone it is a word like others. */
const SHORT: Record<string, string> = { a: 'alpha', b: 'beta', m: 'milestone' };

const PART = /\d+|[^\d.-]+|[.-]/g;

function toWord(text: string, isBeforeDigit: boolean): string {
  const word =
    (isBeforeDigit && Object.hasOwn(SHORT, text) ? SHORT[text] : undefined) ??
    text;
  return Object.hasOwn(ALIASES, word) ? ALIASES[word] : word;
}

/** A change between letters and digits separates like a hyphen. */
function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const parts = text.toLowerCase().match(PART) ?? [];
  let separator: Token['separator'] | undefined = '-';
  for (const [index, part] of parts.entries()) {
    if (part === '.' || part === '-') {
      if (separator !== undefined && index > 0) {
        tokens.push({ separator, text: '0', isNumber: true });
      }
      separator = part;
    } else {
      const isNumber = /^\d/.test(part);
      const isBeforeDigit = /^\d/.test(parts[index + 1] ?? '');
      tokens.push({
        separator: separator ?? '-',
        text: isNumber ? part : toWord(part, isBeforeDigit),
        isNumber,
      });
      separator = undefined;
    }
  }
  return tokens;
}

function isNothing({ isNumber, text }: Token): boolean {
  return isNumber ? /^0+$/.test(text) : text === '';
}

/** Zeros and release words say nothing at the end, before a hyphen or a word. */
function trim(tokens: Token[]): Token[] {
  const kept: Token[] = [];
  for (const token of tokens) {
    if (token.separator === '-' || !token.isNumber) {
      while (kept.length > 0 && isNothing(kept[kept.length - 1])) {
        kept.pop();
      }
    }
    kept.push(token);
  }
  while (kept.length > 0 && isNothing(kept[kept.length - 1])) {
    kept.pop();
  }
  return kept;
}

function read(text: string): Token[] | undefined {
  const trimmed = text.trim();
  return trimmed.length > LONGEST_VERSION ||
    !/^[\w.+-]*\d[\w.+-]*$/.test(trimmed)
    ? undefined
    : trim(tokenise(trimmed));
}

/** What stands where one version has ended: the same kind of nothing. */
function padFor({ isNumber, separator }: Token): Token {
  return { separator, isNumber, text: isNumber ? '0' : '' };
}

/** Words come before numbers, and a number after a hyphen before one after a dot. */
function kindOf({ isNumber, separator }: Token): number {
  if (!isNumber) {
    return separator === '.' ? 0 : 1;
  }
  return separator === '-' ? 2 : 3;
}

function rankOf(word: string): number {
  const known = QUALIFIERS.indexOf(word);
  return known === -1 ? QUALIFIERS.length : known;
}

function compareTokens(left: Token, right: Token): number {
  if (left.isNumber && right.isNumber && left.separator === right.separator) {
    return compareDigits(left.text, right.text);
  }
  if (!left.isNumber && !right.isNumber) {
    return (
      rankOf(left.text) - rankOf(right.text) ||
      compareText(left.text, right.text)
    );
  }
  return kindOf(left) - kindOf(right);
}

function order(left: Token[], right: Token[]): number {
  const length = Math.max(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const one = left.at(index) ?? padFor(right[index]);
    const other = right.at(index) ?? padFor(left[index]);
    const difference = compareTokens(one, other);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}

/** https://maven.apache.org/pom.html#version-order-specification */
export const maven: VersionScheme = schemeOf(read, order);
