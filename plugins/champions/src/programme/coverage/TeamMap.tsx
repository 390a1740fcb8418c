import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { ScopeCoverage } from '@synchrony/backstage-plugin-champions-common';
import { useGridKeys } from '@synchrony/ui';
import { Platform, platformsOf, shareText, weigher } from './platforms';
import { TeamCell } from './TeamCell';
import {
  isCounted,
  LOOK_NOTES,
  LOOK_WORDS,
  lookOf,
  TEAM_LOOKS,
} from './teamLook';
import { treemap } from './treemap';
import { CoverageAddress } from './useCoverageAddress';
import { LookIcon } from './LookIcon';
import styles from './coverage.module.css';

/** Height of a platform for a cell of median size, in pixels. */
const UNIT = 50;
const LEAST_HEIGHT = 92;
/**
 * Columns are wider, in pixels; counted as narrow, they are cut into cells that
 * are wider than high, as names are.
 */
const WIDTH = 150;

function PlatformName(props: { entityRef?: string }) {
  const { entityRef } = props;
  const { primaryTitle } = useEntityPresentation(entityRef ?? 'group:none', {
    defaultKind: 'group',
  });
  return <>{entityRef ? primaryTitle : 'No platform'}</>;
}

function PlatformArea(props: {
  platform: Platform;
  row: number;
  current: string;
  weightOf: (team: ScopeCoverage) => number;
  address: CoverageAddress;
  onFocus: (place: string) => void;
}) {
  const { address, current, onFocus, platform, row, weightOf } = props;
  const weight = platform.teams.reduce((sum, team) => sum + weightOf(team), 0);
  const height = Math.max(LEAST_HEIGHT, weight * UNIT);
  return (
    <li className={styles.platform}>
      <h3>
        <PlatformName entityRef={platform.ref} />{' '}
        <span className={styles.aside}>{shareText(platform.teams)}</span>
      </h3>
      <ul className={styles.area} style={{ height }}>
        {treemap(platform.teams, weightOf, WIDTH / height).map(
          ({ item, ...place }, column) => (
            <TeamCell
              key={item.groupRef}
              team={item}
              box={place}
              place={`${row},${column}`}
              isCurrent={current === `${row},${column}`}
              isOpen={address.team === item.groupRef}
              onFocus={() => onFocus(`${row},${column}`)}
              onOpen={() => address.open(item.groupRef)}
            />
          ),
        )}
      </ul>
    </li>
  );
}

/** The teams as cells; state by colour, border, sign and words. */
export function TeamMap(props: {
  teams: ScopeCoverage[];
  address: CoverageAddress;
}) {
  const { address, teams } = props;
  const { current, onKeyDown, setCurrent } = useGridKeys();
  const looks = teams
    .filter(team => isCounted(team) || lookOf(team) === 'not_asked')
    .map(lookOf);
  return (
    <>
      <div
        role="toolbar"
        aria-label="Teams by platform, arrow keys move"
        onKeyDown={onKeyDown}
      >
        <ul className={styles.map}>
          {platformsOf(teams).map((platform, row) => (
            <PlatformArea
              key={platform.ref ?? ''}
              platform={platform}
              row={row}
              current={current}
              weightOf={weigher(teams)}
              address={address}
              onFocus={setCurrent}
            />
          ))}
        </ul>
      </div>
      <ul className={styles.legend} aria-label="Legend">
        {TEAM_LOOKS.filter(look => looks.includes(look)).map(look => (
          <li key={look}>
            <span className={`${styles.sample} ${styles[look]}`}>
              <LookIcon look={look} />
            </span>{' '}
            {LOOK_WORDS[look]} {looks.filter(each => each === look).length}:{' '}
            {LOOK_NOTES[look]}
          </li>
        ))}
        <li>area grows with components</li>
      </ul>
    </>
  );
}
