const SPACE = /[ \t\r\n]*/y;
const STRING =
  /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const SCALAR =
  /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\d.])/y;

/** What may come next. */
type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | 'end';

/**
 * Where text stops being JSON: `JSON.parse` does not always say. The length of
 * the text when it is whole, or lacks only its end.
 */
export function findJsonFault(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let offset = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = offset;
    const found = pattern.test(text);
    offset = found ? pattern.lastIndex : offset;
    return found;
  };
  const close = (bracket: '{' | '['): boolean => {
    if (open.at(-1) !== bracket) {
      return false;
    }
    open.pop();
    offset += 1;
    expected = 'end';
    return true;
  };
  const value = (): boolean => {
    const character = text[offset];
    if (character === '{' || character === '[') {
      open.push(character);
      offset += 1;
      expected = character === '{' ? 'key or }' : 'value or ]';
      return true;
    }
    expected = 'end';
    return skip(STRING) || skip(SCALAR);
  };
  const step = (): boolean => {
    const character = text[offset];
    switch (expected) {
      case 'value or ]':
        return character === ']' ? close('[') : value();
      case 'value':
        return value();
      case 'key or }':
      case 'key':
        if (character === '}' && expected === 'key or }') {
          return close('{');
        }
        expected = ':';
        return skip(STRING);
      case ':':
        offset += character === ':' ? 1 : 0;
        expected = 'value';
        return character === ':';
      default:
        if (character === ',' && open.length > 0) {
          offset += 1;
          expected = open.at(-1) === '{' ? 'key' : 'value';
          return true;
        }
        return character === '}' ? close('{') : character === ']' && close('[');
    }
  };
  skip(SPACE);
  while (offset < text.length && step()) {
    skip(SPACE);
  }
  return offset;
}
