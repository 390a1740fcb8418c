import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { VisuallyHidden } from '@backstage/ui';
import { ScopeCoverage } from '@synchrony/backstage-plugin-champions-common';
import { formatCount } from '@synchrony/ui';
import { SHORT_REASON_WORDS, shortDayWords } from '../../words';
import { LookIcon } from './LookIcon';
import { LOOK_WORDS, lookOf } from './teamLook';
import { Tile } from './treemap';
import styles from './coverage.module.css';

const NOBODY = 'user:none';

/** What stands below the name of the person, or in place of it. */
function noteOf(team: ScopeCoverage): string {
  const { deputies, endsAt, reasons } = team;
  switch (lookOf(team)) {
    case 'covered':
      return deputies.length === 1
        ? '+ deputy'
        : `+ ${deputies.length} deputies`;
    case 'at_risk':
      return endsAt && reasons.includes('stepping_down')
        ? `leaves ${shortDayWords(endsAt)}`
        : reasons.map(reason => SHORT_REASON_WORDS[reason]).join(', ');
    case 'covered_thin':
      return reasons.map(reason => SHORT_REASON_WORDS[reason]).join(', ');
    case 'pending':
      return 'somebody is on the way';
    default:
      return team.tiers['tier-1'] ? `${team.tiers['tier-1']} tier-1` : '';
  }
}

/** A team on the map; it opens its details. */
export function TeamCell(props: {
  team: ScopeCoverage;
  box: Omit<Tile<unknown>, 'item'>;
  place: string;
  isCurrent: boolean;
  isOpen: boolean;
  onFocus: () => void;
  onOpen: () => void;
}) {
  const { box, isCurrent, isOpen, onFocus, onOpen, place, team } = props;
  const look = lookOf(team);
  const { primaryTitle } = useEntityPresentation(team.primary ?? NOBODY, {
    defaultKind: 'user',
  });
  const person = team.primary ? primaryTitle : undefined;
  const note = noteOf(team);
  const word = LOOK_WORDS[look];
  return (
    <li
      className={styles.place}
      style={{
        left: `${box.left}%`,
        top: `${box.top}%`,
        width: `${box.width}%`,
        height: `${box.height}%`,
      }}
    >
      <button
        type="button"
        className={`${styles.cell} ${styles[look]} ${isOpen ? styles.open : ''}`}
        aria-expanded={isOpen}
        title={[team.title, word, person, note].filter(Boolean).join(', ')}
        data-place={place}
        tabIndex={isCurrent ? 0 : -1}
        onFocus={onFocus}
        onClick={onOpen}
      >
        <span className={styles.name}>{team.title}</span>{' '}
        {/* A small cell leaves these out or shortens them: the name says all. */}
        <span className={styles.person} aria-hidden="true">
          {person ?? word}
        </span>
        <span className={styles.note} aria-hidden="true">
          {note}
        </span>
        <VisuallyHidden>
          {[
            person ?? word,
            note,
            person && word,
            formatCount(team.components, 'component'),
          ]
            .filter(Boolean)
            .join(', ')}
        </VisuallyHidden>
        <span className={styles.sign}>
          <LookIcon look={look} />
        </span>
      </button>
    </li>
  );
}
