import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { ProgrammeOverview } from '@synchrony/backstage-plugin-champions-common';
import {
  formatCount,
  LiveData,
  LivePanel,
  PanelEmpty,
  PanelNotice,
  TextLink,
} from '@synchrony/ui';
import { useState } from 'react';
import { programmeRouteRef } from '../../routes';
import { ProgrammeForbidden } from '../ProgrammeForbidden';
import { DependenceChart } from './DependenceChart';
import { tableQuery } from './useCoverageAddress';
import panel from '../programme.module.css';

function DependenceTable(props: { overview: ProgrammeOverview }) {
  const { busFactor, maxScopes } = props.overview;
  return (
    <table className={panel.table}>
      <caption className={panel.hidden}>
        Champions by number of teams covered
      </caption>
      <thead>
        <tr>
          <th scope="col">Teams</th>
          <th scope="col" className={panel.number}>
            Champions
          </th>
          <th scope="col">Limit</th>
        </tr>
      </thead>
      <tbody>
        {busFactor.map(({ people, teams }) => (
          <tr key={teams}>
            <th scope="row">{formatCount(teams, 'team')}</th>
            <td className={panel.number}>{people}</td>
            <td>{teams > maxScopes ? 'above' : 'within'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who covers more than the limit, and what helps. */
function AboveLimit(props: { overview: ProgrammeOverview }) {
  const { busFactor, maxScopes } = props.overview;
  const page = useRouteRef(programmeRouteRef)?.() ?? '';
  const above = busFactor.filter(
    ({ people, teams }) => teams > maxScopes && people > 0,
  );
  if (above.length === 0) {
    return null;
  }
  const people = above.reduce((sum, each) => sum + each.people, 0);
  const most = Math.max(...above.map(({ teams }) => teams));
  return (
    <PanelNotice tone="warning">
      <strong>
        {people === 1
          ? `One person covers ${most} teams.`
          : `${people} people cover more than ${maxScopes} teams, up to ${most}.`}
      </strong>{' '}
      The limit is {maxScopes}.{' '}
      <TextLink
        href={`${page}/coverage?${new URLSearchParams(tableQuery('too_many_scopes'))}`}
      >
        Show which teams
      </TextLink>
      {' · '}
      <a className={panel.anchor} href="#vacancies">
        See who offered to help
      </a>
    </PanelNotice>
  );
}

/** How many teams hang on one person. */
export function DependenceCard(props: {
  overview: LiveData<ProgrammeOverview>;
}) {
  const { overview } = props;
  const [isTable, setTable] = useState(false);
  return (
    <section className={panel.card} aria-labelledby="dependence">
      <div className={panel.head}>
        <div>
          <h2 id="dependence">How many depend on one person</h2>
          <p className={panel.sub}>champions by number of teams covered</p>
        </div>
        <ToggleButtonGroup
          aria-label="Dependence shown as"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[isTable ? 'table' : 'chart']}
          onSelectionChange={([key]) => setTable(key === 'table')}
        >
          <ToggleButton id="chart">Chart</ToggleButton>
          <ToggleButton id="table">Table</ToggleButton>
        </ToggleButtonGroup>
      </div>
      <LivePanel
        live={overview}
        subject="Dependence on people"
        height={150}
        forbidden={<ProgrammeForbidden what="the programme" />}
      >
        {value =>
          value.busFactor.every(({ people }) => people === 0) ? (
            <PanelEmpty title="Nobody is champion yet">
              Nominate someone, or offer to help.
            </PanelEmpty>
          ) : (
            <>
              {isTable ? (
                <DependenceTable overview={value} />
              ) : (
                <DependenceChart overview={value} />
              )}
              <AboveLimit overview={value} />
            </>
          )
        }
      </LivePanel>
    </section>
  );
}
