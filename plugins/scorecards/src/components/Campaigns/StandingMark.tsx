import { Standing } from '@synchrony/backstage-plugin-scorecards-common';
import { RiShieldCheckLine } from '@remixicon/react';
import { OutcomeMark, type OutcomeName } from '@synchrony/ui';
import styles from './Campaigns.module.css';

const OUTCOMES: Partial<Record<Standing, OutcomeName>> = {
  passed: 'pass',
  failing: 'fail',
  unknown: 'unknown',
  waived: 'waived',
  not_applicable: 'not_applicable',
};

/** Where an entity stands, as shape and word; exempt looks like no outcome. */
export function StandingMark(props: { standing: Standing; until?: string }) {
  const { standing, until } = props;
  const outcome = OUTCOMES[standing];
  if (outcome) {
    return <OutcomeMark outcome={outcome} />;
  }
  return (
    <span className={styles.exempt}>
      <RiShieldCheckLine size={14} aria-hidden="true" />
      {until ? `Exempt until ${until}` : 'Exempt'}
    </span>
  );
}
