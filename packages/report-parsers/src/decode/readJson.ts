import { ReportError } from '../types';
import { DecodedText } from './decodeText';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** The 1-based line of a position. */
function lineAt(text: string, position: number): number {
  let line = 1;
  for (
    let index = text.indexOf('\n');
    index !== -1 && index < position;
    index = text.indexOf('\n', index + 1)
  ) {
    line += 1;
  }
  return line;
}

function lineOfByte(utf8: Uint8Array, position: number): number {
  let line = 1;
  for (let index = 0; index < position; index += 1) {
    if (utf8[index] === LINE_FEED) line += 1;
  }
  return line;
}

/**
 * JSON.parse takes any depth, at a price of memory per level, and whatever
 * walks its value later might recurse: so the depth is bounded before.
 */
function assertDepth(utf8: Uint8Array, maxDepth: number): void {
  const { length } = utf8;
  let depth = 0;
  for (let index = 0; index < length; index += 1) {
    const code = utf8[index];
    if (code === QUOTE) {
      index += 1;
      for (; index < length; index += 1) {
        const inner = utf8[index];
        if (inner === QUOTE) break;
        if (inner === BACKSLASH) index += 1;
      }
    } else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      depth += 1;
      if (depth > maxDepth) {
        throw new ReportError(
          `The report is nested more than ${maxDepth} levels deep.`,
          { line: lineOfByte(utf8, index) },
        );
      }
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) {
      depth -= 1;
    }
  }
}

// Node's message quotes the text around the fault, which may be a secret.
function describeFault(error: unknown, text: string): ReportError {
  const message = error instanceof Error ? error.message : '';
  if (/end of JSON input|Unterminated/.test(message)) {
    return new ReportError(
      'The report is not valid JSON: it ends too early, as if it were cut off.',
      { line: lineAt(text, text.length) },
    );
  }
  const position = /at position (\d+)/.exec(message)?.[1];
  const what =
    /^(Unexpected non-whitespace character after JSON|Expected [^"]*?|Bad [^"]*?|Expected double-quoted property name)(?= in JSON| at position|$)/
      .exec(message)?.[1]
      .replace(/ in JSON$/, '') ?? 'unexpected character';
  const line =
    position === undefined ? undefined : lineAt(text, Number(position));
  return new ReportError(
    `The report is not valid JSON: ${what.charAt(0).toLowerCase()}${what.slice(1)}${
      line === undefined ? '' : ` at line ${line}`
    }.`,
    { line: line ?? 1 },
  );
}

/** The JSON value of a text. */
export function readJson(
  { text, utf8 }: DecodedText,
  maxDepth: number,
): unknown {
  assertDepth(utf8 ?? Buffer.from(text), maxDepth);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw describeFault(error, text);
  }
}
