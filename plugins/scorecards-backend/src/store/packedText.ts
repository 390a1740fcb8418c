import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Most answers fit into one; making room for more costs more than packing. */
const CHUNK_BYTES = 4_096;

/**
 * A long text as it is stored. Packing it here costs a quarter of what sending
 * it and having the database pack it does.
 */
export function packText(text: string): Buffer {
  return deflateRawSync(text, { level: 1, chunkSize: CHUNK_BYTES });
}

export function unpackText(packed: Buffer): string {
  return inflateRawSync(packed).toString('utf8');
}
