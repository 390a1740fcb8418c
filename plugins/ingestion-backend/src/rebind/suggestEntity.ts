import { RebindHint } from '@synchrony/backstage-plugin-ingestion-common';

/** An entity of the catalog that may be the one that was meant. */
export interface Candidate {
  entityRef: string;
  name: string;
}

/** Below this, names have too little in common to suggest one for the other. */
const LEAST_LIKENESS = 0.6;

function pairsOf(name: string): string[] {
  const text = name.toLocaleLowerCase('en-US').replace(/[^a-z0-9]/g, '');
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) =>
    text.slice(index, index + 2),
  );
}

/** How alike two names are, from 0 to 1: the pairs of letters that both have. */
export function likeness(one: string, other: string): number {
  const left = pairsOf(one);
  const right = pairsOf(other);
  if (left.length + right.length === 0) {
    return 0;
  }
  const rest = [...right];
  const common = left.filter(pair => {
    const index = rest.indexOf(pair);
    if (index >= 0) {
      rest.splice(index, 1);
    }
    return index >= 0;
  });
  return (2 * common.length) / (left.length + right.length);
}

/**
 * Entities by the pairs of letters of their names, so that a name is compared
 * with those only that have enough in common with it.
 */
export class NameIndex {
  readonly #entities: { candidate: Candidate; pairs: number }[];
  readonly #byPair = new Map<string, number[]>();

  constructor(candidates: Candidate[]) {
    this.#entities = candidates.map((candidate, index) => {
      const pairs = pairsOf(candidate.name);
      for (const pair of new Set(pairs)) {
        const known = this.#byPair.get(pair);
        if (known) {
          known.push(index);
        } else {
          this.#byPair.set(pair, [index]);
        }
      }
      return { candidate, pairs: pairs.length };
    });
  }

  /** At least those that are alike enough to suggest, in their order. */
  near(name: string): Candidate[] {
    const pairs = pairsOf(name);
    const shared = new Map<number, number>();
    for (const pair of pairs) {
      for (const index of this.#byPair.get(pair) ?? []) {
        shared.set(index, (shared.get(index) ?? 0) + 1);
      }
    }
    return this.#entities
      .filter((entity, index) => {
        const common = shared.get(index) ?? 0;
        const most = (2 * common) / (pairs.length + entity.pairs);
        return common > 0 && most >= LEAST_LIKENESS;
      })
      .map(({ candidate }) => candidate);
  }
}

/**
 * The entity that was likely meant by a name that the catalog does not have: the
 * only one of the same repository, else the one whose name is most alike.
 */
export function suggestEntity(
  name: string,
  candidates: { ofSameRepository: Candidate[]; ofSameKind: Candidate[] },
): { entityRef: string; hint: RebindHint } | undefined {
  const { ofSameKind, ofSameRepository } = candidates;
  if (ofSameRepository.length === 1) {
    const [{ entityRef }] = ofSameRepository;
    return { entityRef, hint: 'same_repository' };
  }
  const among = ofSameRepository.length > 1 ? ofSameRepository : ofSameKind;
  let best: { entityRef: string; alike: number } | undefined;
  for (const candidate of among) {
    const alike = likeness(name, candidate.name);
    if (alike >= LEAST_LIKENESS && alike > (best?.alike ?? 0)) {
      best = { entityRef: candidate.entityRef, alike };
    }
  }
  return best && { entityRef: best.entityRef, hint: 'similar_name' };
}
