import { BodyStore } from '../store/BodyStore';

const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Bodies that this process has just stored, so that it need not read them
 * again right after. Each is given away once; whatever is not here any more is
 * read from the database.
 */
export class RecentBodies {
  readonly #bodies: BodyStore;
  readonly #recent = new Map<string, { pieces: Buffer[]; bytes: number }>();
  #bytes = 0;

  constructor(bodies: BodyStore) {
    this.#bodies = bodies;
  }

  put(reportId: string, pieces: Buffer[]): void {
    const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
    if (bytes > MOST_BYTES / 4) {
      return;
    }
    this.#recent.set(reportId, { pieces, bytes });
    this.#bytes += bytes;
    for (const oldest of this.#recent.keys()) {
      if (this.#bytes <= MOST_BYTES) {
        break;
      }
      this.#forget(oldest);
    }
  }

  /** The caller may do with the pieces what it likes. */
  async *take(reportId: string): AsyncGenerator<Buffer> {
    const recent = this.#recent.get(reportId);
    this.#forget(reportId);
    if (recent) {
      yield* recent.pieces;
    } else {
      yield* this.#bodies.read(reportId);
    }
  }

  #forget(reportId: string): void {
    this.#bytes -= this.#recent.get(reportId)?.bytes ?? 0;
    this.#recent.delete(reportId);
  }
}
