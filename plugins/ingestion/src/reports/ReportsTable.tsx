import { ReportReceipt } from '@synchrony/backstage-plugin-ingestion-common';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  EntityRefLink,
  humanizeEntityRef,
} from '@backstage/plugin-catalog-react';
import { RelativeTime } from '@synchrony/ui';
import { describeReport, faultPlace } from './describeReport';
import { ReportStatusTag } from './ReportStatusTag';
import styles from './reports.module.css';

function formatSize(bytes: number): string {
  return bytes < 100_000
    ? `${Math.max(0.1, Math.round(bytes / 100) / 10)} kB`
    : `${Math.round(bytes / 100_000) / 10} MB`;
}

/** The entity of a report, as a link where the catalog has it. */
function ReportEntity({ report }: { report: ReportReceipt }) {
  const { entityRef, status } = report;
  return status === 'quarantined' ? (
    <>
      {humanizeEntityRef(parseEntityRef(entityRef), {
        defaultKind: 'component',
      })}
    </>
  ) : (
    <EntityRefLink entityRef={entityRef} defaultKind="component" hideIcon />
  );
}

/** Reports, and the entities that they are of where there are several. */
export function ReportsTable(props: {
  reports: ReportReceipt[];
  withEntity?: boolean;
}) {
  const { reports, withEntity = false } = props;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Received</th>
            {withEntity && <th scope="col">Component</th>}
            <th scope="col">Report</th>
            <th scope="col">Commit or target</th>
            <th scope="col">Status</th>
            <th scope="col">Result</th>
            <th scope="col" className={styles.size}>
              Size
            </th>
          </tr>
        </thead>
        <tbody>
          {reports.map(report => {
            const place = faultPlace(report);
            return (
              <tr key={report.reportId}>
                <td className={styles.nowrap}>
                  <RelativeTime at={report.receivedAt} />
                </td>
                {withEntity && (
                  <td>
                    <ReportEntity report={report} />
                  </td>
                )}
                <td>
                  {report.tool ?? 'unknown tool'}
                  <span className={styles.quiet}>
                    {[report.format, report.category]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </td>
                <td>
                  <code>
                    {[report.ref, report.commit?.slice(0, 7)]
                      .filter(Boolean)
                      .join('@') || '–'}
                  </code>
                  <span className={styles.quiet}>{report.environment}</span>
                </td>
                <td>
                  <ReportStatusTag report={report} />
                </td>
                <td>
                  {describeReport(report)}
                  <NotApplied warnings={report.statements?.warnings ?? []} />
                  {place && (
                    <span className={styles.quiet}>
                      at <code>{place}</code>
                    </span>
                  )}
                </td>
                <td className={styles.size}>{formatSize(report.sizeBytes)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** What a VEX document says and nobody could apply. */
function NotApplied({ warnings }: { warnings: string[] }) {
  return warnings.length === 0 ? null : (
    <details className={styles.quiet}>
      <summary>What was not applied</summary>
      <ul>
        {warnings.map((warning, index) => (
          <li key={index}>{warning}</li>
        ))}
      </ul>
    </details>
  );
}
