import { ReactNode } from 'react';
import styles from './states.module.css';

/** @public */
export interface PanelEmptyProps {
  title: string;
  /** Why it is empty, and what fills it. */
  children?: ReactNode;
  /** The next action, a link or a button. */
  action?: ReactNode;
}

/**
 * A panel without content: says why, and what to do next.
 *
 * @public
 */
export function PanelEmpty(props: PanelEmptyProps) {
  const { title, children, action } = props;
  return (
    <div className={styles.centred}>
      <p className={styles.heading}>{title}</p>
      {children && <div>{children}</div>}
      {action && <div className={styles.actions}>{action}</div>}
    </div>
  );
}
