import {
  FindingStatement,
  StatementStatus,
} from '@synchrony/backstage-plugin-ingestion-common';
import { formatExactTime } from '@synchrony/ui';
import { REASON_LABELS } from '../triage';
import { Section } from './Section';
import styles from './drawer.module.css';

const STATUS_WORDS: Record<StatementStatus, string> = {
  not_affected: 'not affected',
  affected: 'affected',
  fixed: 'fixed',
  under_investigation: 'under investigation',
};

/** Formats that people know by another name than their id. */
const FORMAT_WORDS: Record<string, string> = {
  openvex: 'OpenVEX',
  'csaf-vex': 'CSAF',
  'cyclonedx-json': 'CycloneDX VEX',
  'cyclonedx-xml': 'CycloneDX VEX',
};

/** What VEX documents say about a finding, the one that counts first. */
export function Statements(props: { statements: FindingStatement[] }) {
  const { statements } = props;
  if (statements.length === 0) {
    return null;
  }
  return (
    <Section title="What VEX documents say">
      <ul className={styles.history}>
        {statements.map((statement, index) => (
          <li key={index}>
            <StatementText statement={statement} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function StatementText({ statement }: { statement: FindingStatement }) {
  const { action, at, author, counts, documentId, format, impact } = statement;
  return (
    <>
      {author ?? 'An unnamed author'} says{' '}
      <strong>{STATUS_WORDS[statement.status]}</strong>
      {statement.reason && `: ${REASON_LABELS[statement.reason]}`}
      {!counts && ' (a newer statement counts instead)'}
      {impact && <p>{impact}</p>}
      {action && <p>What to do: {action}</p>}
      <span className={styles.when}>
        {FORMAT_WORDS[format] ?? format} document {documentId} of{' '}
        <time dateTime={at}>{formatExactTime(at)}</time>
      </span>
    </>
  );
}
