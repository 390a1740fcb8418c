import {
  REPORT_OUTCOME_RULES,
  REPORT_SOURCE_PREFIXES,
  ReportOutcome,
  ReportSource,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { entityRefPattern, ReportNames, textPattern } from './ReportNameStore';

/** What narrows a list of receipts besides entity and status. */
export interface ReportNarrowing {
  outcomes?: ReportOutcome[];
  source?: ReportSource;
  /** Text in the name of the entity, the tool or the submitter. */
  q?: string;
  /** The names that have the text, where they are known; then `q` is not looked at. */
  names?: ReportNames;
  /** Received then or later, in ms. */
  since?: number;
  /** Received before, in ms. */
  until?: number;
}

/** Leaves the receipts that it asks for. */
export function narrowReports(
  query: Knex.QueryBuilder,
  narrowing: ReportNarrowing,
): void {
  const { names, outcomes, q, since, source, until } = narrowing;
  if (since !== undefined) {
    query.where('reports.received_at', '>=', since);
  }
  if (until !== undefined) {
    query.where('reports.received_at', '<', until);
  }
  if (outcomes) {
    query.where(either => ofOutcomes(either, outcomes));
  }
  if (source) {
    ofSource(query, source);
  }
  if (names) {
    query.where(either => ofNames(either, names));
  } else if (q !== undefined) {
    query.where(either => naming(either, q));
  }
}

function ofOutcomes(query: Knex.QueryBuilder, outcomes: ReportOutcome[]): void {
  if (outcomes.length === 0) {
    query.whereRaw('1 = 0');
  }
  for (const outcome of outcomes) {
    const { applied, complete, status } = REPORT_OUTCOME_RULES[outcome];
    query.orWhere(all => {
      all.whereIn('reports.status', status);
      if (applied !== undefined) {
        all.where('reports.applied', applied);
      }
      if (complete !== undefined) {
        all.where('reports.complete', complete);
      }
    });
  }
}

function ofSource(query: Knex.QueryBuilder, source: ReportSource): void {
  if (source !== 'service') {
    query.where(
      'reports.submitter',
      'like',
      `${REPORT_SOURCE_PREFIXES[source]}%`,
    );
    return;
  }
  for (const prefix of Object.values(REPORT_SOURCE_PREFIXES)) {
    query.whereNot('reports.submitter', 'like', `${prefix}%`);
  }
}

/** Each kind of name has an index, so that few matches are found without a scan. */
function ofNames(query: Knex.QueryBuilder, names: ReportNames): void {
  query
    .whereIn('reports.entity_ref', names.entityRefs)
    .orWhereIn('reports.tool', names.tools)
    .orWhereIn('reports.submitter', names.submitters);
}

function naming(query: Knex.QueryBuilder, q: string): void {
  query.whereRaw("reports.entity_ref LIKE ? ESCAPE '\\'", [
    entityRefPattern(q),
  ]);
  for (const column of ['tool', 'submitter']) {
    query.orWhereRaw(`LOWER(reports.${column}) LIKE ? ESCAPE '\\'`, [
      textPattern(q),
    ]);
  }
}
