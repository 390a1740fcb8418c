import { bareName, matchPurl, parsePurl, Purl } from './purl';
import { FoundComponent, Match, StatedProduct } from './types';

/** A package URL that a statement names, and how sure it is what is meant. */
interface Stated {
  purl: Purl;
  isSure: boolean;
}

/** Tells which findings a statement is about; made once for many findings. */
export class StatementMatcher {
  readonly #byPackage = new Map<string, Stated[]>();
  readonly #bareNames = new Set<string>();
  /** What it says of everything in the entity. */
  #everything: Match = 'no';
  /** Whether it names something that nobody here can tell. */
  #isVague = false;

  constructor(products: readonly StatedProduct[]) {
    for (const product of products) {
      this.#add(product);
    }
  }

  match({ name, purl: text }: FoundComponent): Match {
    if (this.#everything === 'match') {
      return 'match';
    }
    const unclear = this.#isVague || this.#everything === 'unclear';
    const purl = parsePurl(text);
    if (!purl) {
      const isNamed = name !== undefined && this.#bareNames.has(bareName(name));
      return unclear || isNamed ? 'unclear' : 'no';
    }
    let best: Match = unclear ? 'unclear' : 'no';
    for (const stated of this.#byPackage.get(purl.package) ?? []) {
      const match = matchPurl(stated.purl, purl);
      if (match === 'match' && stated.isSure) {
        return 'match';
      }
      if (match !== 'no') {
        best = 'unclear';
      }
    }
    return best;
  }

  #add({ own, purl, subcomponents }: StatedProduct): void {
    if (subcomponents.length > 0) {
      // Of what is part of another product nobody knows whether it came with it.
      for (const part of subcomponents) {
        this.#addPackage(part.purl, own === 'yes');
      }
    } else if (own === undefined) {
      this.#addPackage(purl, true);
    } else if (own === 'yes') {
      this.#everything = 'match';
    } else if (this.#everything === 'no') {
      this.#everything = 'unclear';
    }
  }

  #addPackage(text: string | undefined, isSure: boolean): void {
    const purl = parsePurl(text);
    if (!purl) {
      this.#isVague = true;
      return;
    }
    this.#bareNames.add(bareName(purl.name));
    const known = this.#byPackage.get(purl.package);
    if (known) {
      known.push({ purl, isSure });
    } else {
      this.#byPackage.set(purl.package, [{ purl, isSure }]);
    }
  }
}
