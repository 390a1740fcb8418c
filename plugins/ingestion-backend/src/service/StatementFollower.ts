import { Knex } from 'knex';
import { PositionSelection, PositionStore } from '../store/PositionStore';
import { StatementStore } from '../store/StatementStore';
import {
  CountingStatement,
  decidePosition,
  isTrusted,
  Match,
  newestStatement,
  PositionChange,
  StatedFinding,
  Statement,
  StatementMatcher,
  VexTrust,
} from '../vex';

export interface StatementFollowerOptions {
  statements: StatementStore;
  positions: PositionStore;
  trust: VexTrust;
}

/** What was changed of an entity before, in the same transaction. */
export interface FollowedChange {
  entityRef: string;
  /** When, for the history. */
  at: number;
  now: number;
  reportId?: string;
  /** Findings to look at even when no document is about them. */
  touched: PositionSelection[];
}

/** What following changed, and how sure statements are about what they match. */
export interface Followed {
  changes: PositionChange[];
  matches: { statement: Statement; match: Match }[];
}

type Pairs = Map<string, Statement[]>;

/**
 * Brings findings to where they stand by what sources say of them, after
 * anything about the entity changed. Whatever comes first, a scan or a
 * statement, the end is the same.
 */
export class StatementFollower {
  readonly #options: StatementFollowerOptions;

  constructor(options: StatementFollowerOptions) {
    this.#options = options;
  }

  async follow(
    tx: Knex.Transaction,
    { at, entityRef, now, reportId, touched }: FollowedChange,
  ): Promise<Followed> {
    const { positions, statements } = this.#options;
    const hasDocuments = await statements.hasDocuments(tx, entityRef);
    const selections: PositionSelection[] = hasDocuments
      ? [...touched, { kind: 'stated', entityRef }]
      : touched;
    const findings = new Map<string, StatedFinding>();
    for (const selection of selections) {
      for (const finding of await positions.list(tx, selection)) {
        findings.set(finding.id, finding);
      }
    }
    const pairs: Pairs = hasDocuments
      ? await this.#pair(tx, entityRef)
      : new Map();
    const matches: Followed['matches'] = [];
    const matcherOf = matchers();
    const changes: PositionChange[] = [];
    for (const finding of findings.values()) {
      const matching: Statement[] = [];
      for (const statement of pairs.get(finding.id) ?? []) {
        const match = matcherOf(statement).match(finding.component);
        matches.push({ statement, match });
        if (match === 'match') {
          matching.push(statement);
        }
      }
      const change = decidePosition(finding, this.#counting(matching), now);
      if (change) {
        changes.push(change);
      }
    }
    await positions.update(tx, changes);
    await positions.insertEvents(tx, changes, { at, reportId });
    return { changes, matches };
  }

  #counting(matching: Statement[]): CountingStatement | undefined {
    const statement = newestStatement(matching);
    return (
      statement && {
        statement,
        trusted: isTrusted(statement.document, this.#options.trust),
      }
    );
  }

  async #pair(tx: Knex.Transaction, entityRef: string): Promise<Pairs> {
    const { statements } = this.#options;
    const byPlace = new Map(
      (await statements.listNamed(tx, entityRef)).map(statement => [
        placeOf(statement.document.id, statement.position),
        statement,
      ]),
    );
    const pairs: Pairs = new Map();
    for (const pair of await statements.listPairs(tx, entityRef)) {
      const statement = byPlace.get(placeOf(pair.document, pair.position));
      if (statement) {
        const known = pairs.get(pair.findingId);
        if (known) {
          known.push(statement);
        } else {
          pairs.set(pair.findingId, [statement]);
        }
      }
    }
    return pairs;
  }
}

function placeOf(document: number, position: number): string {
  return `${document}.${position}`;
}

function matchers(): (statement: Statement) => StatementMatcher {
  const known = new Map<Statement, StatementMatcher>();
  return statement => {
    let matcher = known.get(statement);
    if (!matcher) {
      matcher = new StatementMatcher(statement.products);
      known.set(statement, matcher);
    }
    return matcher;
  };
}
