/** A call that a made-up scanner reports. Lines and columns are 1-based. */
export interface SourceMatch {
  ruleId: string;
  /** The flagged text as it stands in the file. */
  text: string;
  /** The flagged text without what formatting changes. */
  code: string;
  startLine: number;
  endLine: number;
  startColumn: number;
  endColumn: number;
}

const CALLS =
  /(?<![\w$])(exec|execSync|eval|Function|RegExp|setTimeout|replace|match|test|join|resolve|readFileSync|writeFileSync|readFile|writeFile|require|parse|stringify|createHash|random|assign|raw|send|redirect|apply)\s*\(/g;

const LONGEST_CALL = 400;
const OPENING = '([{';
const CLOSING = ')]}';
const QUOTES = `'"\``;

/** Where the string that begins there ends; undefined when it does not. */
function endOfString(text: string, start: number): number | undefined {
  const quote = text[start];
  for (let index = start + 1; index < text.length; index += 1) {
    if (text[index] === '\\') {
      index += 1;
    } else if (text[index] === quote) {
      return index;
    } else if (text[index] === '\n' && quote !== '`') {
      return undefined;
    }
  }
  return undefined;
}

/** Where the bracket that opens there is closed; undefined when it is not soon. */
function endOfCall(text: string, open: number): number | undefined {
  const end = Math.min(text.length, open + LONGEST_CALL);
  let depth = 0;
  for (let index = open; index < end; index += 1) {
    const character = text[index];
    if (QUOTES.includes(character)) {
      const closing = endOfString(text, index);
      if (closing === undefined || closing >= end) {
        return undefined;
      }
      index = closing;
    } else if (OPENING.includes(character)) {
      depth += 1;
    } else if (CLOSING.includes(character)) {
      depth -= 1;
      if (depth === 0) {
        return index;
      }
    }
  }
  return undefined;
}

/** Code without white space, trailing commas and the choice of quotes. */
export function withoutFormat(code: string): string {
  return code
    .replace(/\s+/g, '')
    .replace(/[`']/g, '"')
    .replace(/,(?=[)\]}])/g, '');
}

/** All calls in the order in which they begin. */
export function scanSource(text: string): SourceMatch[] {
  const lineStarts = [0];
  for (
    let at = text.indexOf('\n');
    at !== -1;
    at = text.indexOf('\n', at + 1)
  ) {
    lineStarts.push(at + 1);
  }
  let line = 0;
  const lineOf = (offset: number) => {
    let found = line;
    while (found + 1 < lineStarts.length && lineStarts[found + 1] <= offset) {
      found += 1;
    }
    return found;
  };
  const matches: SourceMatch[] = [];
  for (const match of text.matchAll(CALLS)) {
    const open = match.index + match[0].length - 1;
    const close = endOfCall(text, open);
    if (close === undefined) {
      continue;
    }
    line = lineOf(match.index);
    const endLine = lineOf(close);
    const flagged = text.slice(match.index, close + 1);
    matches.push({
      ruleId: `demo/unsafe-${match[1].toLocaleLowerCase('en-US')}`,
      text: flagged,
      code: withoutFormat(flagged),
      startLine: line + 1,
      endLine: endLine + 1,
      startColumn: match.index - lineStarts[line] + 1,
      endColumn: close + 2 - lineStarts[endLine],
    });
  }
  return matches;
}
