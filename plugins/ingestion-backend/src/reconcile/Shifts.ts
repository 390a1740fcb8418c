import { Identity } from '../identity';

/** Where a recognised finding was and is. */
interface Anchor {
  stored: number;
  incoming: number;
}

/**
 * How lines of a file moved, as the findings tell that are recognised already:
 * a finding is expected where those around it went.
 */
export class Shifts {
  readonly #anchors = new Map<string, Anchor[]>();
  #sorted = new Map<string, Anchor[]>();

  add(stored: Identity, incoming: Identity): void {
    const anchor = {
      stored: Number(stored.order),
      incoming: Number(incoming.order),
    };
    if (anchor.stored > 0 && anchor.incoming > 0) {
      const anchors = this.#anchors.get(incoming.place);
      if (anchors) {
        anchors.push(anchor);
      } else {
        this.#anchors.set(incoming.place, [anchor]);
      }
      this.#sorted.delete(incoming.place);
    }
  }

  /** How far an incoming line is from where a stored one is expected. */
  distance(place: string, stored: number, incoming: number): number {
    const anchors = this.#at(place);
    let next = 0;
    while (next < anchors.length && anchors[next].stored <= stored) {
      next += 1;
    }
    const around = anchors.slice(Math.max(0, next - 1), next + 1);
    if (around.length === 0) {
      return Math.abs(incoming - stored);
    }
    return Math.min(
      ...around.map(anchor =>
        Math.abs(incoming - stored - (anchor.incoming - anchor.stored)),
      ),
    );
  }

  /** How many recognised findings of the file stand before the line. */
  before(place: string, side: 'stored' | 'incoming', line: number): number {
    return this.#at(place).filter(anchor => anchor[side] < line).length;
  }

  has(place: string): boolean {
    return this.#anchors.has(place);
  }

  #at(place: string): Anchor[] {
    let sorted = this.#sorted.get(place);
    if (!sorted) {
      sorted = [...(this.#anchors.get(place) ?? [])].sort(
        (a, b) => a.stored - b.stored,
      );
      this.#sorted.set(place, sorted);
    }
    return sorted;
  }
}
