import {
  DismissalReason,
  StatementStatus,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import type { StatedProduct, Statement, VexDocument } from '../vex';
import { toNumber } from './engine';

const ROWS_A_STATEMENT = 100;

/** Statements of one finding that people are shown. */
const MOST_SHOWN = 100;

interface DocumentRow {
  id: number;
  document_id: string;
  format: string;
  author: string | null;
  version: string | null;
  issued_at: number | string;
  report_id: string;
  submitter: string;
}

interface StatementRow extends DocumentRow {
  position: number;
  status: StatementStatus;
  reason: DismissalReason | null;
  impact: string | null;
  action: string | null;
  at: number | string;
  products: string;
}

function toDocument(row: DocumentRow): VexDocument {
  return {
    id: row.id,
    documentId: row.document_id,
    format: row.format,
    author: row.author ?? undefined,
    version: row.version ?? undefined,
    issuedAt: toNumber(row.issued_at),
    reportId: row.report_id,
    submitter: row.submitter,
  };
}

function toStatement(row: StatementRow): Statement {
  return {
    document: toDocument(row),
    position: row.position,
    status: row.status,
    reason: row.reason ?? undefined,
    impact: row.impact ?? undefined,
    action: row.action ?? undefined,
    at: toNumber(row.at),
    products: JSON.parse(row.products) as StatedProduct[],
  };
}

/** A statement that is about to be stored. */
export interface NewStatement extends Omit<Statement, 'document'> {
  /** Lower-case ids of the vulnerability. */
  tokens: string[];
}

/** What VEX documents say, by entity. */
export class StatementStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Whether there ever was a document; what is not there costs one look. */
  async hasDocuments(
    tx: Knex.Transaction,
    entityRef: string,
  ): Promise<boolean> {
    const row = await tx('vex_documents')
      .where({ entity_ref: entityRef })
      .first('id');
    return row !== undefined;
  }

  async getDocument(
    tx: Knex.Transaction,
    entityRef: string,
    key: string,
  ): Promise<VexDocument | undefined> {
    const row = await tx('vex_documents')
      .where({ entity_ref: entityRef, document_key: key })
      .first();
    return row && toDocument(row);
  }

  /** Stores a version of a document in place of the one before; answers its id. */
  async putDocument(
    tx: Knex.Transaction,
    entityRef: string,
    key: string,
    document: Omit<VexDocument, 'id'>,
  ): Promise<number> {
    const [{ id }] = await tx('vex_documents')
      .insert({
        entity_ref: entityRef,
        document_key: key,
        document_id: document.documentId,
        format: document.format,
        author: document.author ?? null,
        version: document.version ?? null,
        issued_at: document.issuedAt,
        report_id: document.reportId,
        submitter: document.submitter,
      })
      .onConflict(['entity_ref', 'document_key'])
      .merge()
      .returning('id');
    return id;
  }

  async replaceStatements(
    tx: Knex.Transaction,
    entityRef: string,
    document: number,
    statements: NewStatement[],
  ): Promise<void> {
    await tx('vex_tokens').where({ document }).delete();
    await tx('vex_statements').where({ document }).delete();
    await tx.batchInsert(
      'vex_statements',
      statements.map(statement => ({
        document,
        position: statement.position,
        status: statement.status,
        reason: statement.reason ?? null,
        impact: statement.impact ?? null,
        action: statement.action ?? null,
        at: statement.at,
        products: JSON.stringify(statement.products),
      })),
      ROWS_A_STATEMENT,
    );
    await tx.batchInsert(
      'vex_tokens',
      statements.flatMap(({ position, tokens }) =>
        tokens.map(token => ({
          entity_ref: entityRef,
          token,
          document,
          position,
        })),
      ),
      ROWS_A_STATEMENT,
    );
  }

  /** Which statements name the vulnerability of which finding of the entity. */
  async listPairs(
    tx: Knex.Transaction,
    entityRef: string,
  ): Promise<{ findingId: string; document: number; position: number }[]> {
    const rows = await tx('vex_tokens')
      .join('rule_tokens', 'rule_tokens.token', 'vex_tokens.token')
      .join('findings', join =>
        join
          .on('findings.rule_key', 'rule_tokens.rule_key')
          .andOn('findings.entity_ref', 'vex_tokens.entity_ref'),
      )
      .where('vex_tokens.entity_ref', entityRef)
      .distinct(
        'findings.id as findingId',
        'vex_tokens.document',
        'vex_tokens.position',
      );
    return rows;
  }

  /** Statements of an entity that name the vulnerability of any of its findings. */
  async listNamed(
    tx: Knex.Transaction,
    entityRef: string,
  ): Promise<Statement[]> {
    const rows: StatementRow[] = await this.#statements(tx)
      .where('vex_documents.entity_ref', entityRef)
      .whereExists(
        tx('vex_tokens')
          .join('rule_tokens', 'rule_tokens.token', 'vex_tokens.token')
          .whereRaw('vex_tokens.document = vex_statements.document')
          .whereRaw('vex_tokens.position = vex_statements.position')
          .where('vex_tokens.entity_ref', entityRef)
          .select(tx.raw('1')),
      );
    return rows.map(toStatement);
  }

  /** Statements of an entity about a vulnerability. */
  async listAbout(entityRef: string, tokens: string[]): Promise<Statement[]> {
    const database = this.#database;
    const rows: StatementRow[] = await this.#statements(database)
      .where('vex_documents.entity_ref', entityRef)
      .whereExists(
        database('vex_tokens')
          .whereRaw('vex_tokens.document = vex_statements.document')
          .whereRaw('vex_tokens.position = vex_statements.position')
          .where('vex_tokens.entity_ref', entityRef)
          .whereIn('vex_tokens.token', tokens)
          .select(database.raw('1')),
      )
      .orderBy('vex_statements.at', 'desc')
      .limit(MOST_SHOWN);
    return rows.map(toStatement);
  }

  #statements(database: Knex): Knex.QueryBuilder {
    return database('vex_statements')
      .join('vex_documents', 'vex_documents.id', 'vex_statements.document')
      .select('vex_documents.*', 'vex_statements.*');
  }
}
