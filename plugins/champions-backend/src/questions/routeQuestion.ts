import {
  QuestionSubject,
  Specialism,
} from '@synchrony/backstage-plugin-champions-common';
import { QuestionHolder, QuestionScope, QuestionTarget } from './types';

/**
 * Whom a question goes to. Of the nearest scope where somebody is active: who
 * has the specialism of its subject, else the champion, else a deputy; those
 * who are stepping down only where nobody else is. Where no scope has anybody,
 * the captains. Nobody is asked their own question.
 */
export function routeQuestion(options: {
  /** From near to far. */
  scopes: readonly QuestionScope[];
  subject: QuestionSubject;
  specialisms: readonly Specialism[];
  /** Ref of the group that is asked where nobody else is left. */
  captains: string;
  /** Who asks, where that is known still. */
  askedBy?: number;
}): QuestionTarget {
  const wanted = options.specialisms.filter(specialism =>
    isAbout(specialism, options.subject),
  );
  for (const { holders, scopeRef } of options.scopes) {
    const others = holders.filter(
      ({ personId }) => personId !== options.askedBy,
    );
    for (const status of ['active', 'stepping_down'] as const) {
      const chosen = choose(
        others.filter(holder => holder.status === status),
        wanted,
      );
      if (chosen) {
        return {
          personId: chosen.holder.personId,
          because: explain(chosen, scopeRef),
        };
      }
    }
  }
  return {
    groupRef: options.captains,
    because: 'Nobody else is champion or deputy here now',
  };
}

interface Choice {
  holder: QuestionHolder;
  specialism?: Specialism;
}

function isAbout(
  { findingTypes, stages }: Specialism,
  { area, kind }: QuestionSubject,
): boolean {
  if (area === undefined || kind === 'entity') {
    return false;
  }
  return (kind === 'finding' ? findingTypes : stages).includes(area);
}

function choose(
  holders: QuestionHolder[],
  wanted: Specialism[],
): Choice | undefined {
  const inOrder = holders.toSorted(
    (one, other) =>
      rankOf(one) - rankOf(other) || one.personId - other.personId,
  );
  for (const holder of inOrder) {
    const specialism = wanted.find(({ id }) => holder.specialisms.includes(id));
    if (specialism) {
      return { holder, specialism };
    }
  }
  return inOrder.length > 0 ? { holder: inOrder[0] } : undefined;
}

function rankOf({ role }: QuestionHolder): number {
  return role === 'primary' ? 0 : 1;
}

function explain({ holder, specialism }: Choice, scopeRef: string): string {
  const role = holder.role === 'primary' ? 'Champion' : 'Deputy';
  return specialism
    ? `${role} of ${scopeRef}, and strong in: ${specialism.title}`
    : `${role} of ${scopeRef}`;
}
