import {
  CoverageCounts,
  CoverageKind,
} from '@synchrony/backstage-plugin-ingestion-common';
import { hatchClassName } from '@synchrony/ui';
import { applicable, cellSentence, shareText } from './words';
import styles from './coverage.module.css';

type CoverageCellProps = {
  platform: string;
  control: CoverageKind;
  counts: CoverageCounts;
  place: string;
  isCurrent: boolean;
  isOpen: boolean;
  onFocus(): void;
  onOpen(): void;
};

/** How much of a control runs on a platform; all that is unknown is hatched. */
export function CoverageCell(props: CoverageCellProps) {
  const { control, counts, isCurrent, isOpen, onFocus, onOpen, place } = props;
  const all = applicable(counts);
  const sentence = cellSentence(props.platform, control, counts);
  const part = (count: number) => ({ width: `${(100 * count) / all}%` });
  return (
    <button
      type="button"
      className={isOpen ? `${styles.cell} ${styles.open}` : styles.cell}
      aria-label={sentence}
      aria-expanded={isOpen}
      title={sentence}
      data-place={place}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={onFocus}
      onClick={onOpen}
    >
      {all > 0 && (
        <span aria-hidden="true" className={styles.bar}>
          <span className={styles.active} style={part(counts.active)} />
          <span
            className={`${styles.stale} ${hatchClassName}`}
            style={part(counts.stale)}
          />
          <span
            className={`${styles.failing} ${hatchClassName}`}
            style={part(counts.failing)}
          />
          <span
            className={hatchClassName}
            style={part(counts.declared + counts.missing)}
          />
        </span>
      )}
      <span className={styles.share}>{shareText(counts)}</span>
    </button>
  );
}
