import { FileFault } from './FileFault';
import { Place } from './jsonFault';

/** The text of an object, and where it begins. */
export interface ObjectText extends Place {
  text: string;
}

/** A record of a CVE has some kB. */
const LONGEST_OBJECT = 8 * 1024 * 1024;

class Splitter {
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** Of an object that is not at its end yet. */
  #parts: string[] = [];
  #length = 0;
  #begin: Place = { line: 1, column: 1 };
  #line = 1;
  #column = 1;
  #list: 'none' | 'open' | 'closed' = 'none';

  *take(chunk: string): Generator<ObjectText> {
    let start = 0;
    for (let index = 0; index < chunk.length; index += 1) {
      const character = chunk[index];
      if (this.#depth === 0) {
        if (character === '{') {
          this.#assertOpen();
          this.#begin = { line: this.#line, column: this.#column };
          this.#depth = 1;
          start = index;
        } else {
          this.#between(character);
        }
      } else if (this.#isEnd(character)) {
        this.#parts.push(chunk.slice(start, index + 1));
        yield { ...this.#begin, text: this.#parts.join('') };
        this.#parts = [];
        this.#length = 0;
      }
      if (character === '\n') {
        this.#line += 1;
        this.#column = 1;
      } else {
        this.#column += 1;
      }
    }
    if (this.#depth > 0) {
      this.#keep(chunk.slice(start));
    }
  }

  end(): void {
    if (this.#depth > 0 || this.#list === 'open') {
      throw this.#fault('this is no whole JSON; the file seems to be cut off');
    }
  }

  #keep(part: string): void {
    this.#parts.push(part);
    this.#length += part.length;
    if (this.#length > LONGEST_OBJECT) {
      const { column, line } = this.#begin;
      throw new FileFault('this record is too large', line, column);
    }
  }

  #isEnd(character: string): boolean {
    if (this.#inString) {
      if (this.#escaped) {
        this.#escaped = false;
      } else if (character === '\\') {
        this.#escaped = true;
      } else if (character === '"') {
        this.#inString = false;
      }
      return false;
    }
    switch (character) {
      case '"':
        this.#inString = true;
        return false;
      case '{':
      case '[':
        this.#depth += 1;
        return false;
      case '}':
      case ']':
        this.#depth -= 1;
        return this.#depth === 0;
      default:
        return false;
    }
  }

  #between(character: string): void {
    if (character === '[' && this.#list === 'none') {
      this.#list = 'open';
    } else if (character === ']' && this.#list === 'open') {
      this.#list = 'closed';
    } else if (!/[\s,\ufeff]/.test(character)) {
      throw this.#fault('expected a list of records, or a record a line');
    }
  }

  #assertOpen(): void {
    if (this.#list === 'closed') {
      throw this.#fault('there is something after the end of the list');
    }
  }

  #fault(message: string): FileFault {
    return new FileFault(message, this.#line, this.#column);
  }
}

/**
 * The outermost objects of a JSON list, or of objects one after the other (JSON
 * lines), without holding more than one of them.
 */
export async function* splitJsonObjects(
  source: AsyncIterable<string>,
): AsyncGenerator<ObjectText> {
  const splitter = new Splitter();
  for await (const chunk of source) {
    yield* splitter.take(chunk);
  }
  splitter.end();
}
