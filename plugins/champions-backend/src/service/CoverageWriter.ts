import { ChampionFacts } from '@synchrony/backstage-plugin-champions-common';
import {
  chunks,
  FactFeed,
  FactRow,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { CountedAssignment, overloadedPeople } from '../coverage/judgeCoverage';
import { resolveCoverage } from '../coverage/resolveCoverage';
import { ProgrammeSource } from '../programme/ProgrammeSource';
import { AssignmentStore } from '../store/AssignmentStore';
import { CoverageStore, StoredCoverage } from '../store/CoverageStore';
import { DeclarationStore } from '../store/DeclarationStore';
import { ScopeStore } from '../store/ScopeStore';

export interface CoverageWriterOptions {
  assignments: AssignmentStore;
  coverage: CoverageStore;
  declarations: DeclarationStore;
  feed: FactFeed<ChampionFacts>;
  programme: ProgrammeSource;
  scopes: ScopeStore;
  clock: () => Date;
}

type Counted = CountedAssignment & { dueAt?: number };

const ENTITIES_AT_A_TIME = 2_000;

function byScope(counted: readonly Counted[]): Map<string, Counted[]> {
  const scopes = new Map<string, Counted[]>();
  for (const assignment of counted) {
    const known = scopes.get(assignment.scopeRef);
    if (known) {
      known.push(assignment);
    } else {
      scopes.set(assignment.scopeRef, [assignment]);
    }
  }
  return scopes;
}

function factsOf(
  { entityRef, isDeclaredOnly, scopeRef, state }: StoredCoverage,
  standing: readonly Counted[],
  now: number,
): FactRow<ChampionFacts> {
  const active = standing.filter(({ status }) => status === 'active');
  const primaries = active.filter(({ role }) => role === 'primary').length;
  const due = standing
    .map(({ dueAt }) => dueAt)
    .filter(dueAt => dueAt !== undefined);
  return {
    entityRef,
    facts: {
      coverage: {
        state,
        inheritedFrom: scopeRef ?? '',
        // A second primary steps in as a deputy does.
        deputies: active.length - Math.min(primaries, 1),
        isDeclaredOnly,
      },
    },
    observedAt: new Date(now).toISOString(),
    ...(due.length > 0 && {
      validUntil: new Date(Math.min(...due)).toISOString(),
    }),
  };
}

/** Decides coverage anew, and publishes what follows. */
export class CoverageWriter {
  readonly #options: CoverageWriterOptions;

  constructor(options: CoverageWriterOptions) {
    this.#options = options;
  }

  /**
   * Entities whose coverage assignments decide: those under their scopes, and
   * under all other scopes of the same people, who may cover too many.
   */
  async affectedBy(
    tx: Knex,
    changed: Pick<CountedAssignment, 'personId' | 'scopeRef'>[],
  ): Promise<string[]> {
    const { assignments, scopes } = this.#options;
    const live = await assignments.live(tx, {
      personIds: [...new Set(changed.map(({ personId }) => personId))],
    });
    return scopes.under(tx, [
      ...new Set([...changed, ...live].map(({ scopeRef }) => scopeRef)),
    ]);
  }

  /**
   * Of entities whose rows are there. It publishes facts, and so has to be the
   * last thing before the commit.
   */
  async recompute(tx: Knex.Transaction, entityRefs: string[]): Promise<void> {
    const facts: FactRow<ChampionFacts>[] = [];
    for (const chunk of chunks(entityRefs, ENTITIES_AT_A_TIME)) {
      facts.push(...(await this.#decide(tx, chunk)));
    }
    await this.#options.feed.publish(tx, facts);
  }

  async #decide(
    tx: Knex.Transaction,
    entityRefs: string[],
  ): Promise<FactRow<ChampionFacts>[]> {
    const { assignments, clock, coverage, declarations, programme, scopes } =
      this.#options;
    const now = clock().getTime();
    const chains = await scopes.get(tx, entityRefs);
    const refs = [...new Set([...chains.values()].flat())];
    const counted = await assignments.counted(tx, refs);
    const standing = byScope(counted);
    const declared = await declarations.unaccepted(tx, refs);
    const overloaded = overloadedPeople(
      counted,
      programme.current().settings.maxScopes,
    );
    const known = await coverage.get(tx, entityRefs);
    const decided = known.map((before): [StoredCoverage, StoredCoverage] => {
      const chain = chains.get(before.entityRef) ?? [];
      const resolved = resolveCoverage(chain, standing, overloaded);
      return [
        before,
        {
          ...before,
          state: resolved.state,
          reasons: resolved.reasons,
          scopeRef: resolved.scopeRef,
          isDeclaredOnly:
            resolved.state === 'uncovered' &&
            chain.some(ref => declared.has(ref)),
          since: resolved.state === before.state ? before.since : now,
        },
      ];
    });
    await coverage.put(
      tx,
      decided
        .filter(([before, after]) => !isSame(before, after))
        .map(([, after]) => after),
    );
    return decided.map(([, after]) =>
      factsOf(after, standing.get(after.scopeRef ?? '') ?? [], now),
    );
  }
}

function isSame(a: StoredCoverage, b: StoredCoverage): boolean {
  return (
    a.state === b.state &&
    a.scopeRef === b.scopeRef &&
    a.isDeclaredOnly === b.isDeclaredOnly &&
    a.reasons.join() === b.reasons.join()
  );
}
