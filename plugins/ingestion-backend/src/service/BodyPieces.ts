import { Knex } from 'knex';
import { BodyStore } from '../store/BodyStore';

export interface BodyPiecesOptions {
  bodies: BodyStore;
  clock: () => Date;
}

const KEPT_PIECES = 16;

/**
 * Pieces of a body on their way to the database. A body of one piece is stored
 * with its receipt in one commit; a longer one is noted, so that what breaks
 * off can be swept.
 */
export class BodyPieces {
  readonly #id: string;
  readonly #options: BodyPiecesOptions;
  #first: Buffer | undefined;
  readonly #pieces: Buffer[] = [];
  #count = 0;

  constructor(id: string, options: BodyPiecesOptions) {
    this.#id = id;
    this.#options = options;
  }

  async add(piece: Buffer): Promise<void> {
    const { bodies, clock } = this.#options;
    if (this.#count < KEPT_PIECES) {
      this.#pieces.push(piece);
    }
    if (this.#count === 0) {
      this.#first = piece;
    } else {
      if (this.#first) {
        await bodies.startUpload(this.#id, clock().getTime());
        await bodies.appendAhead(this.#id, 0, this.#first);
        this.#first = undefined;
      }
      await bodies.appendAhead(this.#id, this.#count, piece);
    }
    this.#count += 1;
  }

  async finish(tx: Knex.Transaction): Promise<void> {
    const { bodies } = this.#options;
    if (this.#first) {
      await bodies.append(tx, this.#id, 0, this.#first);
    } else if (this.#count > 0) {
      await bodies.finishUpload(tx, this.#id);
    }
  }

  /** All of it, unless it is large. */
  get whole(): Buffer[] | undefined {
    return this.#count <= KEPT_PIECES ? this.#pieces : undefined;
  }

  async discard(): Promise<void> {
    if (this.#count > 1) {
      await this.#options.bodies.delete(this.#id);
    }
  }
}
