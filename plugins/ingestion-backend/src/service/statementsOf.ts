import { FindingStatement } from '@synchrony/backstage-plugin-ingestion-common';
import { FindingRow } from '../store/findingRow';
import { newestFirst, Statement, StatementMatcher } from '../vex';

/** What the vulnerability of a finding is called in statements. */
export function idsOf(row: FindingRow): string[] {
  const advisories: string[] = JSON.parse(row.advisory_ids);
  return [row.rule_id, ...advisories].map(id => id.toLocaleLowerCase('en-US'));
}

/** Statements that are about a finding, the one that counts first. */
export function statementsOf(
  row: FindingRow,
  statements: Statement[],
): FindingStatement[] {
  const component = {
    name: row.component_name ?? undefined,
    purl: row.purl ?? undefined,
  };
  return statements
    .filter(
      ({ products }) =>
        new StatementMatcher(products).match(component) === 'match',
    )
    .sort(newestFirst)
    .map(({ document, ...statement }, index) => ({
      status: statement.status,
      reason: statement.reason,
      impact: statement.impact,
      action: statement.action,
      at: new Date(statement.at).toISOString(),
      format: document.format,
      documentId: document.documentId,
      author: document.author,
      version: document.version,
      reportId: document.reportId,
      counts: index === 0,
    }));
}
