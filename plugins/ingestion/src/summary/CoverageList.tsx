import { Coverage } from '@synchrony/backstage-plugin-ingestion-common';
import { formatExactTime, hatchClassName, RelativeTime } from '@synchrony/ui';
import { RiCheckLine, RiQuestionMark } from '@remixicon/react';
import { CONTROL_LABELS, COVERAGE_WORDS } from '../words';
import styles from './summary.module.css';

/** What is known of each control: solid is current, hatched is unknown. */
export function CoverageList({ coverage }: { coverage: Coverage[] }) {
  return (
    <ul className={styles.coverage}>
      {coverage.map(control => (
        <li
          key={control.controlType}
          className={[
            styles.control,
            styles[control.state],
            ...(control.state === 'active' ? [] : [hatchClassName]),
          ].join(' ')}
          title={
            control.staleAt
              ? `Counts until ${formatExactTime(control.staleAt)}`
              : undefined
          }
        >
          <span className={styles.word}>
            <span className={styles.name}>
              {CONTROL_LABELS[control.controlType]}
              {control.state === 'active' ? (
                <RiCheckLine size={14} aria-hidden="true" />
              ) : (
                <RiQuestionMark size={12} aria-hidden="true" />
              )}
            </span>
            {control.tool && <span>{control.tool}</span>}
            <span className={styles.state}>
              {COVERAGE_WORDS[control.state]}
              {control.lastCompleteAt && (
                <>
                  , <RelativeTime at={control.lastCompleteAt} />
                </>
              )}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
