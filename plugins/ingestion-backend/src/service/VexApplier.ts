import {
  MOST_STATEMENT_WARNINGS,
  StatementCounts,
} from '@synchrony/backstage-plugin-ingestion-common';
import { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';
import { ParsedStatements } from '@synchrony/report-parsers';
import { Knex } from 'knex';
import { cleanText } from '../rows';
import { EntityState, EntityStateStore } from '../store/EntityStateStore';
import { Job } from '../store/QueueStore';
import { ReportOutcome, StoredReport } from '../store/ReportStore';
import { NewStatement, StatementStore } from '../store/StatementStore';
import { ownNamesOf, VexDocument, withOwn } from '../vex';
import { FactsService } from './FactsService';
import { ReportApplier } from './ReportApplier';
import { assertNotInFuture } from './scanTime';
import { Followed, StatementFollower } from './StatementFollower';

export interface VexApplierOptions {
  database: Knex;
  states: EntityStateStore;
  statements: StatementStore;
  follower: StatementFollower;
  applier: ReportApplier;
  facts: FactsService;
  clock: () => Date;
}

/** A VEX document that arrived for an entity. */
export interface VexApplication {
  job: Job;
  report: StoredReport;
  entity: EntityRow;
  /** Undefined while nothing was ever found of the entity. */
  state: EntityState | undefined;
  format: string;
  tool: string;
  statements: ParsedStatements;
}

type Document = Omit<VexDocument, 'id'>;

/**
 * Takes what a VEX document says in place of what its version before said, and
 * brings the entity's findings to it, in one transaction. It makes no finding,
 * resolves none, and is no scan of anything.
 */
export class VexApplier {
  readonly #options: VexApplierOptions;

  constructor(options: VexApplierOptions) {
    this.#options = options;
  }

  async apply(
    application: VexApplication,
  ): Promise<{ outcome: ReportOutcome; version?: number }> {
    const { applier, database, facts, follower, states, statements } =
      this.#options;
    const { entity, job, report, state } = application;
    const { entityRef } = report;
    const now = this.#options.clock().getTime();
    const document = toDocument(application);
    assertNotInFuture(document.issuedAt, report.receivedAt);
    const key = keyOf(application);
    return database.transaction(async tx => {
      const known = await statements.getDocument(tx, entityRef, key);
      if (known && isOlder(document, known)) {
        const outcome = toOutcome(application, document, now);
        await applier.finish(tx, job, outcome);
        return { outcome };
      }
      const next = state && { ...state, version: state.version + 1 };
      if (next) {
        await states.advance(tx, next);
      }
      const own = ownNamesOf(entityRef, entity.annotations);
      const items = application.statements.items.map(
        (item, position): NewStatement => ({
          position,
          status: item.status,
          // Words that are none of the five say at least that it is none.
          reason:
            item.status === 'not_affected'
              ? (item.justification ?? 'false_positive')
              : undefined,
          impact: clean(item.impact),
          action: clean(item.action),
          at: Math.min(
            item.at ? Date.parse(item.at) : document.issuedAt,
            Math.max(document.issuedAt, report.receivedAt),
          ),
          products: item.products.map(product => withOwn(product, own)),
          tokens: tokensOf(item.vulnerabilityIds),
        }),
      );
      const id = await statements.putDocument(tx, entityRef, key, document);
      await statements.replaceStatements(tx, entityRef, id, items);
      const followed = await follower.follow(tx, {
        entityRef,
        at: report.startedAt ?? now,
        now,
        reportId: report.id,
        touched: [],
      });
      const outcome = toOutcome(
        application,
        document,
        now,
        toCounts(application.statements, id, followed),
      );
      await applier.finish(tx, job, outcome);
      if (next && !next.vanished) {
        // History that is still being loaded must not be overtaken.
        const asOf = Math.max(
          next.observedAt,
          Math.min(document.issuedAt, now),
        );
        await facts.publish(tx, entityRef, asOf);
      }
      return { outcome, version: next?.version };
    });
  }
}

function clean(text: string | undefined): string | undefined {
  return text === undefined ? undefined : cleanText(text);
}

function tokensOf(ids: string[]): string[] {
  return [...new Set(ids.map(id => cleanText(id).toLocaleLowerCase('en-US')))];
}

/** What the submitter calls a category holds versions together whose ids differ. */
function keyOf({ format, report, statements }: VexApplication): string {
  return report.category
    ? JSON.stringify(['category', report.category])
    : JSON.stringify([format, statements.documentId]);
}

function toDocument({ format, report, statements }: VexApplication): Document {
  const { author, documentId, issuedAt, version } = statements;
  return {
    documentId: cleanText(documentId),
    format,
    author: clean(author),
    version: clean(version),
    issuedAt: issuedAt
      ? Date.parse(issuedAt)
      : (report.startedAt ?? report.receivedAt),
    reportId: report.id,
    submitter: report.submitter,
  };
}

function isOlder(document: Document, known: Document): boolean {
  if (document.issuedAt !== known.issuedAt) {
    return document.issuedAt < known.issuedAt;
  }
  return Number(document.version) < Number(known.version);
}

function toOutcome(
  { format, report, tool }: VexApplication,
  { documentId, issuedAt }: Document,
  processedAt: number,
  statements?: StatementCounts,
): ReportOutcome {
  const updated = statements
    ? statements.dismissed +
      statements.requested +
      statements.confirmed +
      statements.noted +
      statements.undone
    : 0;
  return {
    status: 'processed',
    applied: statements !== undefined,
    reason: statements ? undefined : 'older',
    format,
    tool,
    category: report.category ?? documentId,
    scannedAt: issuedAt,
    processedAt,
    scopeCount: 0,
    statements,
    counts: {
      reported: 0,
      new: 0,
      unchanged: 0,
      updated,
      reopened: 0,
      resolved: 0,
      suppressed: 0,
    },
  };
}

function toCounts(
  { author, documentId, invalid, items }: ParsedStatements,
  document: number,
  { changes, matches }: Followed,
): StatementCounts {
  const mine = matches.filter(
    ({ statement }) => statement.document.id === document,
  );
  const positions = (wanted: string) =>
    new Set(
      mine
        .filter(({ match }) => match === wanted)
        .map(({ statement }) => statement.position),
    );
  const matched = positions('match');
  const ambiguous = new Set(
    [...positions('unclear')].filter(position => !matched.has(position)),
  );
  const count = (wanted: string) =>
    changes.filter(({ outcome }) => outcome === wanted).length;
  const warnings = [
    ...invalid.map(({ message, path }) => `${path}: ${message}`),
    ...[...ambiguous].map(position => {
      const [product] = items[position].products;
      return `${items[position].vulnerabilityIds[0]} in ${product.id}: it is not sure what is meant, so it was not applied`;
    }),
  ];
  return {
    documentId: cleanText(documentId),
    author: clean(author),
    stated: items.length,
    matched: matched.size,
    unmatched: items.length - matched.size - ambiguous.size,
    ambiguous: ambiguous.size,
    invalid: invalid.length,
    dismissed: count('dismissed'),
    requested: count('requested'),
    confirmed: count('confirmed'),
    noted: count('noted'),
    undone: count('undone'),
    warnings: warnings
      .slice(0, MOST_STATEMENT_WARNINGS)
      .map(text => cleanText(text.slice(0, 500))),
  };
}
