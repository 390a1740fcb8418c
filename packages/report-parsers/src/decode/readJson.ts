import { ReportError } from '../types';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;

/** The 1-based line of a position. */
export function lineAt(text: string, position: number): number {
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

/**
 * JSON.parse takes any depth, at a price of memory per level, and whatever
 * walks its value later might recurse: so the depth is bounded before.
 */
function assertDepth(text: string, maxDepth: number): void {
  let depth = 0;
  let line = 1;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) {
      index += 1;
      for (; index < text.length; index += 1) {
        const inner = text.charCodeAt(index);
        if (inner === QUOTE) break;
        if (inner === BACKSLASH) index += 1;
      }
    } else if (code === LINE_FEED) {
      line += 1;
    } else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > maxDepth) {
        throw new ReportError(
          `The report is nested more than ${maxDepth} levels deep.`,
          { line },
        );
      }
    } else if (code === 0x5d || code === 0x7d) {
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
export function readJson(text: string, maxDepth: number): unknown {
  assertDepth(text, maxDepth);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw describeFault(error, text);
  }
}
