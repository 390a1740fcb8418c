import { Team } from '@synchrony/backstage-plugin-virtual-teams-common';
import { Card } from '../../parts';
import { MeasureScale } from '../measures';
import { CheckList } from './CheckList';
import styles from '../team.module.css';

/** What the team is for, and how it will be known. */
export function CharterCard(props: { team: Team }) {
  const { charter, checkIds } = props.team;
  const { inScope, measures, outcome, outOfScope } = charter;
  return (
    <Card title="Charter">
      <p className={styles.text}>{outcome}</p>
      <div className={styles.halves}>
        <div className={styles.list}>
          <h4>In scope</h4>
          <p className={styles.text}>{inScope || 'Not written down'}</p>
          <h4>Out of scope</h4>
          <p className={styles.text}>{outOfScope || 'Not written down'}</p>
          {checkIds.length > 0 && (
            <>
              <h4>Checks that it is to have pass</h4>
              <CheckList checkIds={checkIds} />
            </>
          )}
        </div>
        {measures.length > 0 && (
          <div className={styles.list}>
            <h4>Measures</h4>
            <p className={styles.quiet}>
              Hollow is the start, filled is now, the tick is the aim.
            </p>
            {measures.map(measure => (
              <MeasureScale key={measure.id} measure={measure} />
            ))}
          </div>
        )}
      </div>
    </Card>
  );
}
