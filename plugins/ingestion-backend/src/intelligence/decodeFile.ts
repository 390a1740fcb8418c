import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { isError } from '@backstage/errors';
import { FileFault } from './FileFault';

const GZIP = [0x1f, 0x8b];

/** A file as text, while it comes, and the hash of what has come. */
export interface DecodedFile {
  text: AsyncIterable<string>;
  /** SHA-256, base64url, of the unpacked content; when all was read. */
  contentHash(): string;
}

/** Unpacks gzip, which it recognises by itself, and checks that it is text. */
export function decodeFile(
  source: AsyncIterable<Uint8Array>,
  limits: { maxBytes: number },
): DecodedFile {
  const digest = createHash('sha256');
  async function* decode(): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let bytes = 0;
    let line = 1;
    try {
      for await (const chunk of await unpack(source)) {
        bytes += chunk.length;
        if (bytes > limits.maxBytes) {
          throw new FileFault(
            `the file has more than ${limits.maxBytes} bytes`,
            line,
            1,
          );
        }
        digest.update(chunk);
        const text = decoder.decode(chunk, { stream: true });
        yield text;
        line += countLines(text);
      }
      decoder.decode();
    } catch (error) {
      throw toFault(error, line);
    }
  }
  return { text: decode(), contentHash: () => digest.digest('base64url') };
}

function toFault(error: unknown, line: number): unknown {
  const code = isError(error) && 'code' in error ? String(error.code) : '';
  if (code.startsWith('Z_')) {
    return new FileFault('the gzip is damaged or was cut off', line, 1);
  }
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return new FileFault('this is not UTF-8 text', line, 1);
  }
  return error;
}

async function unpack(
  source: AsyncIterable<Uint8Array>,
): Promise<AsyncIterable<Uint8Array>> {
  const chunks = source[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < GZIP.length) {
    const { done, value } = await chunks.next();
    if (done) {
      break;
    }
    head = Buffer.concat([head, value]);
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield head;
    while (true) {
      const { done, value } = await chunks.next();
      if (done) {
        return;
      }
      yield value;
    }
  }
  if (!GZIP.every((byte, index) => head[index] === byte)) {
    return all();
  }
  const packed = Readable.from(all(), { objectMode: false });
  const gunzip = createGunzip();
  packed.on('error', error => gunzip.destroy(error));
  return packed.pipe(gunzip);
}

function countLines(text: string): number {
  let lines = 0;
  for (
    let index = text.indexOf('\n');
    index !== -1;
    index = text.indexOf('\n', index + 1)
  ) {
    lines += 1;
  }
  return lines;
}

/** The whole text of a small file. */
export async function readWhole(text: AsyncIterable<string>): Promise<string> {
  let whole = '';
  for await (const part of text) {
    whole += part;
  }
  return whole.replace(/^\ufeff/, '');
}
