/** One line of a document, or several where the value stands between text marks. */
export interface TagValue {
  tag: string;
  value: string;
  /** 1-based. */
  line: number;
}

/** A document tells what it is near its beginning; comments may come first. */
const HEAD_LENGTH = 4_096;

const OPEN_TEXT = '<text>';
const CLOSE_TEXT = '</text>';

/** Whether a text is an SPDX document of tags and values. */
export function isTagValue(text: string): boolean {
  return /^[ \t]*SPDXVersion[ \t]*:/m.test(text.slice(0, HEAD_LENGTH));
}

/** The tags of a document, one by one; what is no tag is passed over. */
export function* readTagValues(text: string): Generator<TagValue> {
  let start = 0;
  let line = 0;
  while (start < text.length) {
    let end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    line += 1;
    const at = line;
    const whole = text.slice(start, end);
    const colon = whole.indexOf(':');
    if (colon !== -1 && !whole.startsWith('#')) {
      const tag = whole.slice(0, colon).trim();
      let value = whole.slice(colon + 1).trim();
      if (value.startsWith(OPEN_TEXT)) {
        const from = text.indexOf(OPEN_TEXT, start) + OPEN_TEXT.length;
        const close = text.indexOf(CLOSE_TEXT, from);
        const until = close === -1 ? text.length : close;
        value = text.slice(from, until).trim();
        const next = text.indexOf('\n', until);
        line += countLines(text, end, next === -1 ? text.length : next);
        end = next === -1 ? text.length : next;
      }
      yield { tag, value, line: at };
    }
    start = end + 1;
  }
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to;) {
    count += 1;
    at = text.indexOf('\n', at + 1);
  }
  return count;
}
