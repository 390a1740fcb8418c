import { Button } from '@backstage/ui';
import { RiAlertLine, RiRefreshLine } from '@remixicon/react';
import { ReactNode } from 'react';
import { formatTimeOfDay } from '../time';
import { errorReference } from './errorReference';
import { PanelNotice } from './PanelNotice';
import styles from './states.module.css';

/** @public */
export interface PanelErrorProps {
  /** What is unavailable, e.g. `Security data unavailable`. */
  title: string;
  error: Error;
  /** When it failed. */
  failedAt: Date;
  onRetry: () => void;
  isRetrying?: boolean;
  /** Seconds between automatic tries, when there are any. */
  retrySeconds?: number;
  /** When the last good value was loaded, when there is one. */
  lastGoodAt?: Date;
  /** The last good value, shown faded below the warning. */
  children?: ReactNode;
}

/**
 * Loading failed. With a last good value, a warning above that value, faded
 * and with its time; without, the panel says so and shows nothing rather than
 * something wrong. Retries by itself and by a button; never takes the focus.
 *
 * @public
 */
export function PanelError(props: PanelErrorProps) {
  const { title, error, failedAt, lastGoodAt, retrySeconds, children } = props;
  const again = retrySeconds
    ? `It is tried again every ${retrySeconds} seconds.`
    : '';
  const retryButton = (
    <Button
      variant="secondary"
      size="small"
      iconStart={<RiRefreshLine />}
      onPress={props.onRetry}
      isPending={props.isRetrying}
    >
      Try again
    </Button>
  );
  const reference = (
    <span className={styles.reference}>
      Reference <code>{errorReference(error, failedAt)}</code>
    </span>
  );
  if (lastGoodAt) {
    return (
      <div className={styles.stack}>
        <div role="status">
          <PanelNotice tone="warning">
            <strong>{title}.</strong> Last known at{' '}
            {formatTimeOfDay(lastGoodAt)}; it may have changed since. {again}
          </PanelNotice>
        </div>
        {children && <div className={styles.faded}>{children}</div>}
        <div className={styles.actions}>
          {retryButton}
          {reference}
        </div>
      </div>
    );
  }
  return (
    <div className={styles.centred}>
      <div role="status">
        <RiAlertLine size={28} aria-hidden="true" />
        <p className={styles.heading}>{title}</p>
        <p>Nothing is shown rather than something wrong. {again}</p>
      </div>
      {retryButton}
      {reference}
    </div>
  );
}
