import { ReactNode } from 'react';
import styles from './SidePanel.module.css';

/** @public */
export interface SidePanelLayoutProps {
  children: ReactNode;
  /** A {@link SidePanel}, when one is open. */
  panel?: ReactNode;
}

/**
 * Content with a panel at its side: the panel pushes the content, below
 * 1200 px it covers it.
 *
 * @public
 */
export function SidePanelLayout(props: SidePanelLayoutProps) {
  return (
    <div className={styles.layout}>
      <div className={styles.main}>{props.children}</div>
      {props.panel}
    </div>
  );
}
