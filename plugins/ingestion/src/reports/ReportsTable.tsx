import { parseEntityRef } from '@backstage/catalog-model';
import { ReportReceipt } from '@synchrony/backstage-plugin-ingestion-common';
import { RelativeTime } from '@synchrony/ui';
import { describeReport, faultPlace } from './describeReport';
import { formatSize } from './formatSize';
import { NotApplied } from './NotApplied';
import { ReportEntity } from './ReportEntity';
import { ReportStatusTag } from './ReportStatusTag';
import panel from '../panel/panel.module.css';

type ReportsTableProps = {
  reports: ReportReceipt[];
  /** Whether they are of several components. */
  withEntity: boolean;
  selectedId?: string;
  onOpen(id: string): void;
};

/** Reports; each opens at the side. */
export function ReportsTable(props: ReportsTableProps) {
  const { reports, withEntity } = props;
  return (
    <div className={panel.scroll}>
      <table className={`${panel.table} ${panel.breaking}`}>
        <thead>
          <tr>
            <th scope="col">Received</th>
            {withEntity && <th scope="col">Component</th>}
            <th scope="col">Report</th>
            <th scope="col">Commit or target</th>
            <th scope="col">Status</th>
            <th scope="col">Result</th>
            <th scope="col" className={panel.number}>
              Size
            </th>
          </tr>
        </thead>
        <tbody>
          {reports.map(report => (
            <ReportRow key={report.reportId} {...props} report={report} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ReportRow(props: ReportsTableProps & { report: ReportReceipt }) {
  const { onOpen, report, selectedId, withEntity } = props;
  const { reportId } = report;
  const isOpen = reportId === selectedId;
  const tool = report.tool ?? 'unknown tool';
  const place = faultPlace(report);
  return (
    <tr className={isOpen ? panel.selected : undefined}>
      <td className={panel.nowrap}>
        <RelativeTime at={report.receivedAt} />
      </td>
      {withEntity && (
        <td>
          <ReportEntity report={report} />
        </td>
      )}
      <td>
        <button
          type="button"
          className={panel.open}
          data-report={reportId}
          aria-expanded={isOpen}
          aria-label={`${tool}, report of ${parseEntityRef(report.entityRef).name}: show all of it`}
          onClick={() => onOpen(reportId)}
        >
          {tool}
        </button>
        <span className={panel.quiet}>
          {[report.format, report.category].filter(Boolean).join(' · ')}
        </span>
      </td>
      <td>
        <code>
          {[report.ref, report.commit?.slice(0, 7)].filter(Boolean).join('@') ||
            '–'}
        </code>
        <span className={panel.quiet}>{report.environment}</span>
      </td>
      <td>
        <ReportStatusTag report={report} />
      </td>
      <td>
        {describeReport(report)}
        <NotApplied warnings={report.statements?.warnings ?? []} />
        {place && (
          <span className={panel.quiet}>
            at <code>{place}</code>
          </span>
        )}
      </td>
      <td className={panel.number}>{formatSize(report.sizeBytes)}</td>
    </tr>
  );
}
