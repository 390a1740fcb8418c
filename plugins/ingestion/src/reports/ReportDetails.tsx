import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  ReportReceipt,
  reportSourceOf,
} from '@synchrony/backstage-plugin-ingestion-common';
import { formatExactTime, TextLink } from '@synchrony/ui';
import { ReactNode } from 'react';
import { Section } from '../drawer/Section';
import { ingestionRouteRef } from '../routes';
import { describeReport, faultPlace } from './describeReport';
import { formatSize } from './formatSize';
import { nextStep } from './nextStep';
import { NotApplied } from './NotApplied';
import { ReportEntity } from './ReportEntity';
import { ReportStatusTag } from './ReportStatusTag';
import { SOURCE_LABELS } from './words';
import drawer from '../drawer/drawer.module.css';

/** What a report was, what became of it, and what to do about it. */
export function ReportDetails({ report }: { report: ReportReceipt }) {
  const place = faultPlace(report);
  const step = nextStep(report);
  return (
    <>
      <ReportStatusTag report={report} />
      <Section title="What happened">
        <p className={drawer.text}>{describeReport(report)}</p>
        <NotApplied warnings={report.statements?.warnings ?? []} />
      </Section>
      {place && (
        <Section title="Where">
          <p className={drawer.snippet}>{place}</p>
        </Section>
      )}
      {step && (
        <Section title="What to do">
          <p className={drawer.text}>{step}</p>
          {report.status === 'quarantined' && <QuarantineLink />}
        </Section>
      )}
      <Section title="Report">
        <dl className={drawer.list}>
          {facts(report).map(([name, value]) => (
            <Fact key={name} name={name}>
              {value}
            </Fact>
          ))}
        </dl>
      </Section>
    </>
  );
}

function facts(report: ReportReceipt): [string, ReactNode][] {
  const { commit, environment, processedAt, ref, scannedAt, sentFor } = report;
  return [
    ['Component', <ReportEntity report={report} />],
    ['Sent for', sentFor],
    ['Tool', report.tool],
    ['Format', report.format],
    ['Category', report.category],
    ['Commit', [ref, commit].filter(Boolean).join('@')],
    ['Environment', environment],
    ['Sent by', report.submitter],
    ['Source', SOURCE_LABELS[reportSourceOf(report.submitter)]],
    ['Scanned', scannedAt && formatExactTime(scannedAt)],
    ['Received', formatExactTime(report.receivedAt)],
    ['Processed', processedAt && formatExactTime(processedAt)],
    ['Size', formatSize(report.sizeBytes)],
    ['Receipt', <code>{report.reportId}</code>],
  ];
}

function Fact({ children, name }: { name: string; children: ReactNode }) {
  return children ? (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  ) : null;
}

function QuarantineLink() {
  const page = useRouteRef(ingestionRouteRef)?.();
  return page ? (
    <TextLink href={`${page}/quarantine`}>Show the quarantine</TextLink>
  ) : null;
}
