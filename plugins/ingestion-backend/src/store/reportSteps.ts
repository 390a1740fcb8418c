import {
  ReportEvent,
  reportTransition,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';

/**
 * Takes reports through a step of `REPORT_TRANSITIONS`. Those that are in
 * another status, since somebody else was faster, stay as they are. Answers how
 * many took it.
 */
export async function takeReportStep(
  reports: Knex.QueryBuilder,
  event: ReportEvent,
  columns: Record<string, unknown> = {},
): Promise<number> {
  const { from, to } = reportTransition(event);
  return reports.whereIn('status', from).update({ ...columns, status: to });
}
