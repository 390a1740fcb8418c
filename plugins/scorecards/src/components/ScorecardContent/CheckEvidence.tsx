import { CheckView } from '@synchrony/backstage-plugin-scorecards-common';
import { Freshness, HatchedNote } from '@synchrony/ui';
import { TextWithEntities } from '../TextWithEntities';
import styles from './ScorecardContent.module.css';

/** Why a check came out as it did, and how fresh that is. */
export function CheckEvidence(props: { check: CheckView }) {
  const { check } = props;
  if (check.redacted) {
    return <span className={styles.muted}>not open to you</span>;
  }
  return (
    <span className={styles.evidence}>
      {check.reason && <TextWithEntities text={check.reason} />}
      {check.evidenceAt && (
        <Freshness at={check.evidenceAt} staleAt={check.staleAt} />
      )}
      {!check.evidenceAt && check.outcome === 'unknown' && (
        <HatchedNote>no source reports this</HatchedNote>
      )}
    </span>
  );
}
