import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ProgrammeOverview } from '@synchrony/backstage-plugin-champions-common';
import {
  formatCount,
  formatNumber,
  formatPercent,
  HatchedNote,
  TextLink,
} from '@synchrony/ui';
import { ReactNode } from 'react';
import { useProgrammeSettings } from '../../api';
import { programmeRouteRef } from '../../routes';
import { SAMM_WORDS } from '../../words';
import { TeamFilter, tableQuery } from './useCoverageAddress';
import styles from './coverage.module.css';

function Tile(props: {
  title: string;
  value: ReactNode;
  aside?: string;
  children?: ReactNode;
}) {
  return (
    <div className={styles.tile}>
      <dt>{props.title}</dt>
      <dd>
        <span className={styles.figure}>
          {props.value} <span className={styles.aside}>{props.aside}</span>
        </span>
        <span className={styles.detail}>{props.children}</span>
      </dd>
    </div>
  );
}

/** How many developers there are for each person, against the aim. */
function ratioWords(
  { developers, people }: ProgrammeOverview,
  aim: number | undefined,
): string {
  const ratio =
    people === 0
      ? formatCount(developers, 'developer')
      : `1 per ${formatNumber(Math.round(developers / people))} developers`;
  return aim === undefined ? ratio : `${ratio}, the aim is 1 per ${aim}`;
}

/** The programme in figures; each leads to what it counts. */
export function OverviewTiles(props: {
  overview: ProgrammeOverview;
  isCaptain: boolean;
}) {
  const { isCaptain, overview } = props;
  const { levels, riskWeightedPct, teams, totalTeams } = overview;
  const aim = useProgrammeSettings().value?.settings.developersPerChampion;
  const page = useRouteRef(programmeRouteRef)?.() ?? '';
  const rows = (filter: TeamFilter, words: string) => (
    <TextLink
      href={`${page}/coverage?${new URLSearchParams(tableQuery(filter))}`}
    >
      {words}
    </TextLink>
  );
  const led = teams.covered + teams.covered_thin;
  return (
    <dl className={styles.tiles}>
      <Tile
        title="Teams covered"
        value={formatNumber(led)}
        aside={`of ${formatNumber(totalTeams)}`}
      >
        {rows('covered', `${teams.covered} with deputy`)},{' '}
        {rows('covered_thin', `${teams.covered_thin} thin`)}
      </Tile>
      <Tile title="At risk" value={formatNumber(teams.at_risk)}>
        {teams.at_risk > 0
          ? rows('at_risk', 'leaving or lapsed')
          : 'nobody leaves, nobody lapsed'}
      </Tile>
      <Tile
        title="Without champion"
        value={formatNumber(teams.uncovered)}
        aside={teams.pending > 0 ? `+ ${teams.pending} pending` : undefined}
      >
        {teams.uncovered > 0 ? rows('uncovered', 'show which') : 'none'}
        {teams.pending > 0 && <>, {rows('pending', 'who is on the way')}</>}
      </Tile>
      <Tile
        title="People"
        value={formatNumber(overview.people)}
        aside={`cover ${formatCount(led, 'team')}`}
      >
        {ratioWords(overview, aim)}
        {isCaptain && (
          <>
            {' · '}
            <TextLink href={`${page}/people`}>who</TextLink>
          </>
        )}
      </Tile>
      <Tile
        title="Deputies"
        value={formatNumber(overview.deputyTeams)}
        aside={`of ${formatCount(totalTeams, 'team')}`}
      >
        {rows('with_deputy', 'teams with a deputy')}
      </Tile>
      <Tile
        title="Training level"
        value={
          levels.isShown ? (
            levels.value.map(({ people }) => people).join(' · ')
          ) : (
            <HatchedNote>not shown</HatchedNote>
          )
        }
      >
        {levels.isShown
          ? `people at level ${levels.value.map(({ level }) => level).join(' · ')}`
          : `shown from ${levels.minimum} people on`}
      </Tile>
      <Tile title="OWASP SAMM" value={SAMM_WORDS[overview.samm]}>
        teams with a champion
      </Tile>
      <Tile
        title="By weight of risk"
        value={
          riskWeightedPct === undefined ? (
            <HatchedNote>not known</HatchedNote>
          ) : (
            formatPercent(riskWeightedPct)
          )
        }
      >
        covered; a tier-1 component counts 8 times a tier-4 one
      </Tile>
    </dl>
  );
}
