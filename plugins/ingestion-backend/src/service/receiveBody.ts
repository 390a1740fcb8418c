import { createHash } from 'node:crypto';
import { pipeline, Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { isError } from '@backstage/errors';
import { RequestError } from './RequestError';

const PIECE_BYTES = 1024 * 1024;

/** Beyond some size, no honest report shrinks this much. */
const MOST_INFLATION = 250;
const INFLATION_COUNTS_FROM = 8 * 1024 * 1024;

export interface BodyLimits {
  /** After decompression. */
  maxBytes: number;
}

/** A body that was read to its end. */
export interface ReceivedBody {
  sizeBytes: number;
  /** SHA-256, base64url. */
  contentHash: string;
  /** The beginning, to recognise bodies without content. */
  head: Buffer;
}

const HEAD_BYTES = 64;

function tooLarge(maxBytes: number): RequestError {
  return new RequestError(
    413,
    `The report is larger than the limit of ${maxBytes} bytes`,
  );
}

/** The body without its content encoding. */
export function decodeBody(
  source: Readable,
  contentEncoding: string | undefined,
  limits: BodyLimits,
): Readable {
  const encoding = contentEncoding?.trim().toLocaleLowerCase('en-US') ?? '';
  if (encoding === '' || encoding === 'identity') {
    return source;
  }
  if (encoding !== 'gzip' && encoding !== 'x-gzip') {
    throw new RequestError(
      415,
      `Content-Encoding ${encoding} is not supported; send gzip or none`,
    );
  }
  let compressed = 0;
  let inflated = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      compressed += chunk.length;
      done(null, chunk);
    },
  });
  const guard = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      inflated += chunk.length;
      const bomb =
        inflated > INFLATION_COUNTS_FROM &&
        inflated > compressed * MOST_INFLATION;
      done(bomb ? tooLarge(limits.maxBytes) : null, chunk);
    },
  });
  // Not part of the pipeline, which would take the connection down with it: the
  // answer has yet to be written.
  source.pipe(count);
  source.once('error', error => count.destroy(error));
  // An error ends the last stream, and with it whoever reads it.
  pipeline(count, createGunzip(), guard, () => {});
  return guard;
}

/**
 * Reads a body in pieces of 1 MB; the last one may be smaller. A piece is
 * stored while the next one comes in, and never two at once.
 */
export async function receiveBody(
  source: Readable,
  limits: BodyLimits,
  store: (piece: Buffer) => Promise<void>,
): Promise<ReceivedBody> {
  const digest = createHash('sha256');
  let sizeBytes = 0;
  let head = Buffer.alloc(0);
  let parts: Buffer[] = [];
  let pending = 0;
  let storing: Promise<void> = Promise.resolve();
  const storeNext = async (piece: Buffer) => {
    await storing;
    storing = store(piece);
    // What fails is told by whoever waits for it next.
    storing.catch(() => {});
  };
  try {
    for await (const chunk of source.iterator({ destroyOnReturn: false })) {
      const data: Buffer = chunk;
      sizeBytes += data.length;
      if (sizeBytes > limits.maxBytes) {
        throw tooLarge(limits.maxBytes);
      }
      digest.update(data);
      if (head.length < HEAD_BYTES) {
        head = Buffer.concat([head, data.subarray(0, HEAD_BYTES)]);
      }
      parts.push(data);
      pending += data.length;
      if (pending >= PIECE_BYTES) {
        let joined = Buffer.concat(parts, pending);
        while (joined.length >= PIECE_BYTES) {
          await storeNext(joined.subarray(0, PIECE_BYTES));
          joined = joined.subarray(PIECE_BYTES);
        }
        parts = joined.length > 0 ? [joined] : [];
        pending = joined.length;
      }
    }
  } catch (error) {
    await storing.catch(() => {});
    throw isGzipFault(error)
      ? new RequestError(400, 'The body is not valid gzip')
      : error;
  }
  if (pending > 0) {
    await storeNext(Buffer.concat(parts, pending));
  }
  await storing;
  return { sizeBytes, contentHash: digest.digest('base64url'), head };
}

function isGzipFault(error: unknown): boolean {
  const code = isError(error) && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && code.startsWith('Z_');
}
