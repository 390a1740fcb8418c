import { CheckView } from '@synchrony/backstage-plugin-scorecards-common';

/** Where the rows behind a check are, below the page of its entity. */
export interface RowsLink {
  path: string;
  label: string;
}

/** The link to the rows behind a check, where it has any. */
export function rowsLink(check: CheckView): RowsLink | undefined {
  const { rows } = check;
  switch (rows?.kind) {
    case 'findings': {
      const query = new URLSearchParams();
      if (rows.type?.length) {
        query.set('type', rows.type.join(','));
      }
      if (rows.severity?.length) {
        query.set('severity', rows.severity.join(','));
      }
      if (rows.overdue) {
        query.set('overdue', 'true');
      }
      const suffix = query.size > 0 ? `?${query}` : '';
      return {
        path: `/security/findings${decodeURIComponent(suffix)}`,
        label: 'Open the findings behind this',
      };
    }
    case 'coverage':
      return {
        path: `/security/reports?type=${encodeURIComponent(rows.controlType)}`,
        label: 'Open the scans and reports behind this',
      };
    case 'catalog':
      return {
        path: '?inspect=yaml',
        label: 'Open the catalog fields behind this',
      };
    default:
      return undefined;
  }
}
