import { ReactNode } from 'react';
import { OwnerChip } from '../people';
import { PanelNotice } from './PanelNotice';
import styles from './states.module.css';

/** @public */
export interface PanelForbiddenProps {
  /** What can't be seen and what can, e.g. `You can see the level, not the findings.` */
  title: string;
  /** Who may see it, in a sentence. */
  children?: ReactNode;
  /** Whom to ask, a group or a user. */
  askRef?: string;
}

/**
 * The viewer may not see this: says so, and whom to ask. Shows no number from
 * which anything could be inferred.
 *
 * @public
 */
export function PanelForbidden(props: PanelForbiddenProps) {
  const { title, children, askRef } = props;
  return (
    <div className={styles.stack}>
      <PanelNotice tone="forbidden">
        <strong>{title}</strong> {children}
      </PanelNotice>
      {askRef && (
        <div className={styles.actions}>
          <span>Ask the owner:</span>
          <OwnerChip entityRef={askRef} />
        </div>
      )}
    </div>
  );
}
