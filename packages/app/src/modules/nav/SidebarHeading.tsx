import { useSidebarOpenState } from '@backstage/core-components';
import { ReactNode } from 'react';
import styles from './nav.module.css';

/** The name of a group of items; a line while the sidebar is too narrow for words. */
export function SidebarHeading(props: { children: ReactNode }) {
  const { isOpen } = useSidebarOpenState();
  return isOpen ? (
    <div className={styles.heading}>{props.children}</div>
  ) : (
    <hr className={styles.rule} />
  );
}
