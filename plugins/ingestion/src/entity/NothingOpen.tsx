import { Coverage } from '@synchrony/backstage-plugin-ingestion-common';
import { PanelEmpty, RelativeTime } from '@synchrony/ui';
import { CONTROL_LABELS } from '../words';
import styles from './entity.module.css';

/** Scanned and nothing open: says by what and when, so that it can be judged. */
export function NothingOpen({ coverage }: { coverage: Coverage[] }) {
  const scanned = coverage.filter(({ lastCompleteAt }) => lastCompleteAt);
  return (
    <PanelEmpty title="No open findings">
      {scanned.length > 0 ? (
        <>
          <p>What was scanned for, and when it was last complete:</p>
          <ul className={styles.scanned}>
            {scanned.map(control => (
              <li key={control.controlType}>
                {CONTROL_LABELS[control.controlType]}
                {control.tool && ` by ${control.tool}`},{' '}
                <RelativeTime at={control.lastCompleteAt!} />
                {control.state === 'stale' &&
                  ' – stale, so this may have changed'}
              </li>
            ))}
          </ul>
        </>
      ) : (
        'No complete scan has confirmed this yet.'
      )}
    </PanelEmpty>
  );
}
