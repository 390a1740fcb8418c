import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
} from 'node:crypto';
import { SecretStore } from '../store/SecretStore';
import { RequestError } from './RequestError';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Places of about any length look alike. */
const BLOCK_BYTES = 128;

/** A place in a list: values of the row next to it, and on which side. */
export interface Cursor {
  position: (number | string)[];
  backwards: boolean;
}

/**
 * Makes cursors that nobody can read or forge: the row next to a place may be
 * one that the caller must not know of. A cursor belongs to the list that it
 * came from; with other filters or another order it says nothing.
 */
export class Cursors {
  readonly #key: Buffer;

  constructor(key: Buffer) {
    this.#key = key;
  }

  /** With the key that all replicas share. */
  static async open(secrets: SecretStore): Promise<Cursors> {
    return new Cursors(await secrets.getOrCreate('cursors'));
  }

  encode({ backwards, position }: Cursor, list: unknown): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#keyOf(list), nonce, {
      authTagLength: TAG_BYTES,
    });
    const text = Buffer.from(JSON.stringify([position, backwards]));
    const padding = BLOCK_BYTES - (text.length % BLOCK_BYTES);
    return Buffer.concat([
      nonce,
      cipher.update(text),
      cipher.update(Buffer.alloc(padding, ' ')),
      cipher.final(),
      cipher.getAuthTag(),
    ]).toString('base64url');
  }

  /** Throws `RequestError` for what was not made here for the same list. */
  decode(text: string, list: unknown): Cursor {
    const opened = this.#open(Buffer.from(text, 'base64url'), list);
    if (opened === undefined) {
      throw new RequestError(
        400,
        'cursor does not belong to this list',
        'query.cursor',
      );
    }
    const [position, backwards]: [Cursor['position'], boolean] =
      JSON.parse(opened);
    return { position, backwards };
  }

  #open(sealed: Buffer, list: unknown): string | undefined {
    if (sealed.length <= NONCE_BYTES + TAG_BYTES) {
      return undefined;
    }
    const decipher = createDecipheriv(
      CIPHER,
      this.#keyOf(list),
      sealed.subarray(0, NONCE_BYTES),
      { authTagLength: TAG_BYTES },
    );
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const text = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
    try {
      return Buffer.concat([text, decipher.final()]).toString();
    } catch {
      return undefined;
    }
  }

  #keyOf(list: unknown): Buffer {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify(list))
      .digest();
  }
}
