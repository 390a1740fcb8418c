import {
  RiAlertLine,
  RiCheckDoubleLine,
  RiCheckLine,
  RiCloseLine,
} from '@remixicon/react';
import { CoverageState } from '@synchrony/backstage-plugin-champions-common';
import { COVERAGE_WORDS } from '../words';
import styles from './entity.module.css';

const ICONS = {
  covered: RiCheckDoubleLine,
  covered_thin: RiCheckLine,
  at_risk: RiAlertLine,
  uncovered: RiCloseLine,
};

/** How well something is looked after, by icon and word. */
export function CoverageMark(props: { state: CoverageState }) {
  const { state } = props;
  const Icon = ICONS[state];
  return (
    <span className={`${styles.mark} ${styles[state] ?? ''}`}>
      <Icon size={14} aria-hidden="true" />
      {COVERAGE_WORDS[state]}
    </span>
  );
}
