import { PanelEmpty } from '@synchrony/ui';
import { ReactNode } from 'react';
import styles from './SecurityCard.module.css';

/** No scorecard applies: says why, and that reports are still taken. */
export function NoScorecard(props: { because?: string; sections: ReactNode }) {
  return (
    <div className={styles.stack}>
      <PanelEmpty title="No scorecard here">
        <p>
          {props.because ?? 'No scorecard covers components like this one.'} It
          still accepts reports.
        </p>
      </PanelEmpty>
      {props.sections}
    </div>
  );
}
