import {
  RiAlertLine,
  RiCheckLine,
  RiCloseLine,
  RiMoreLine,
  RiSubtractLine,
  RiTimeLine,
} from '@remixicon/react';
import { LOOK_WORDS, TeamLook } from './teamLook';
import styles from './coverage.module.css';

const ICONS = {
  covered: RiCheckLine,
  covered_thin: RiSubtractLine,
  at_risk: RiAlertLine,
  pending: RiTimeLine,
  uncovered: RiCloseLine,
  not_asked: RiMoreLine,
};

/** How well a team is covered, as a sign. */
export function LookIcon(props: { look: TeamLook }) {
  const Icon = ICONS[props.look];
  return <Icon size={14} aria-hidden="true" />;
}

/** How well a team is covered, as a sign and a word. */
export function LookTag(props: { look: TeamLook }) {
  const { look } = props;
  return (
    <span className={`${styles.tag} ${styles[look]}`}>
      <LookIcon look={look} /> {LOOK_WORDS[look]}
    </span>
  );
}
