import { ReactNode } from 'react';
import {
  RiAlertLine,
  RiFlagLine,
  RiInformationLine,
  RiLockLine,
  RiQuestionMark,
} from '@remixicon/react';
import { hatchClassName } from '../hatching';
import styles from './states.module.css';

/** @public */
export type NoticeTone =
  'info' | 'forbidden' | 'warning' | 'unknown' | 'waiver';

/** @public */
export interface PanelNoticeProps {
  tone: NoticeTone;
  children: ReactNode;
}

const ICONS = {
  info: RiInformationLine,
  forbidden: RiLockLine,
  warning: RiAlertLine,
  unknown: RiQuestionMark,
  waiver: RiFlagLine,
};

/**
 * A sentence that stands out inside a panel, told apart by its icon as well as
 * by its colour.
 *
 * @public
 */
export function PanelNotice(props: PanelNoticeProps) {
  const { tone, children } = props;
  const Icon = ICONS[tone];
  return (
    <div
      className={[
        styles.notice,
        styles[tone === 'forbidden' ? 'info' : tone],
        ...(tone === 'unknown' ? [hatchClassName] : []),
      ].join(' ')}
    >
      <span className={styles.icon} aria-hidden="true">
        <Icon size={16} />
      </span>
      <div className={styles.body}>{children}</div>
    </div>
  );
}
