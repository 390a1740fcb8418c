import {
  Finding,
  FindingTriage,
} from '@synchrony/backstage-plugin-ingestion-common';
import { AcceptedUntil } from '../waivers';
import { STATUS_LABELS } from '../words';
import styles from './list.module.css';

const TRIAGE_WORDS: Record<FindingTriage, string> = {
  new: 'New',
  confirmed: 'Confirmed',
  in_progress: 'In progress',
};

/** The status in a word; a finding that came back says so. */
export function StatusTag(props: {
  finding: Pick<
    Finding,
    'status' | 'triage' | 'reopenCount' | 'waiverId' | 'waivedUntil'
  >;
}) {
  const { status, triage, reopenCount } = props.finding;
  const isBack = triage === 'new' && reopenCount > 0;
  const open = isBack ? 'Reopened' : TRIAGE_WORDS[triage];
  return (
    <span
      className={`${styles.tag} ${styles[status === 'open' ? triage : status]}`}
    >
      {status === 'open' ? open : STATUS_LABELS[status]}{' '}
      <AcceptedUntil finding={props.finding} />
    </span>
  );
}
