import { RouterLink } from '@backstage/frontend-plugin-api';
import {
  formatCount,
  formatPercent,
  hatchClassName,
  TeamsOnChecks,
} from '@synchrony/ui';
import { StageShares } from '@synchrony/backstage-plugin-scorecards-common';
import { useId } from 'react';
import { heatOf } from '../../model/heat';
import { stageLabel } from '../../model/labels';
import styles from './Portfolio.module.css';

/** Holds what the cell shows, so that it can be called by what is seen. */
function sentence(title: string, shares: StageShares, shown: string): string {
  const stage = stageLabel(shares.stage);
  if (shares.entities === 0) {
    return `${title}, ${stage}: no check applies`;
  }
  return `${title}, ${stage}: ${shown} % passed, ${formatPercent(shares.unknown)} unknown, ${formatPercent(shares.fail)} failed, ${formatPercent(shares.waived)} waived, ${formatCount(shares.entities, 'component')}`;
}

/** What is proven in a stage; the part without evidence is hatched. */
export function HeatCell(props: {
  title: string;
  shares: StageShares;
  /** Where its components are listed. */
  href?: string;
  /** Whose teams on which checks it names, where something is left to do. */
  teams?: { checkIds: string[]; platformRef: string };
  place: string;
  isCurrent: boolean;
  onFocus: () => void;
}) {
  const { title, shares, href, teams, place, isCurrent, onFocus } = props;
  const teamsId = useId();
  const isMarked =
    teams !== undefined &&
    teams.checkIds.length > 0 &&
    (shares.fail > 0 || shares.unknown > 0);
  const { step, hatched, text } = heatOf(shares);
  const label = sentence(title, shares, text);
  const common = {
    'data-place': place,
    tabIndex: isCurrent ? 0 : -1,
    onFocus,
    'aria-label': label,
    'aria-describedby': isMarked ? teamsId : undefined,
    title: label,
    className: `${styles.heat} ${step === undefined ? styles.unknownStep : styles[`step${step}`]}`,
  };
  const content = (
    <>
      <span className={styles.heatText}>{text}</span>
      {hatched > 0 && (
        <span
          aria-hidden="true"
          className={`${step === undefined ? styles.allHatched : styles.hatched} ${hatchClassName}`}
          style={{ width: `${hatched}%` }}
        />
      )}
    </>
  );
  return (
    <>
      {href && shares.entities > 0 ? (
        <RouterLink href={href} {...common}>
          {content}
        </RouterLink>
      ) : (
        <span role="img" {...common}>
          {content}
        </span>
      )}
      {isMarked && (
        <span id={teamsId} className={styles.cellTeams}>
          <TeamsOnChecks look="mark" {...teams} />
        </span>
      )}
    </>
  );
}
