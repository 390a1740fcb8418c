import styles from './SeveritySquare.module.css';

/** @public */
export type SeverityName = 'critical' | 'high' | 'medium' | 'low' | 'info';

const LABELS: Record<SeverityName, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Info',
};

/**
 * The word for a severity.
 *
 * @public
 */
export function severityLabel(severity: SeverityName): string {
  return LABELS[severity];
}

/** @public */
export interface SeveritySquareProps {
  severity: SeverityName;
  /** Leaves the square to the eye alone, where the word stands beside it. */
  decorative?: boolean;
}

/**
 * A severity as a filled square with its letter.
 *
 * @public
 */
export function SeveritySquare(props: SeveritySquareProps) {
  const { severity, decorative = false } = props;
  const label = severityLabel(severity);
  return (
    <span
      className={`${styles.square} ${styles[severity]}`}
      {...(decorative
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': label, title: label })}
    >
      {label[0]}
    </span>
  );
}
