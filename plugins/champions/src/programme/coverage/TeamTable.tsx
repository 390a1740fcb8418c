import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button, Select } from '@backstage/ui';
import { ScopeCoverage } from '@synchrony/backstage-plugin-champions-common';
import { OwnerChip, PanelEmpty, PersonChip } from '@synchrony/ui';
import { SHORT_REASON_WORDS, shortDayWords, tierName } from '../../words';
import { LookTag } from './LookIcon';
import { isCounted, LOOK_WORDS, lookOf, TEAM_LOOKS } from './teamLook';
import {
  CoverageAddress,
  TEAM_FILTERS,
  TeamFilter,
} from './useCoverageAddress';
import panel from '../programme.module.css';

const ANY = 'any';

const FILTER_OPTIONS = [
  { id: ANY, label: 'All teams' },
  ...TEAM_LOOKS.map(id => ({ id, label: LOOK_WORDS[id] })),
  { id: 'too_many_scopes', label: 'One person for too many teams' },
  { id: 'with_deputy', label: 'With a deputy' },
];

/** A filter lists what the figures count, so that numbers and rows agree. */
function fits(team: ScopeCoverage, filter: TeamFilter | undefined): boolean {
  switch (filter) {
    case undefined:
      return true;
    case 'too_many_scopes':
      return team.reasons.includes('too_many_scopes');
    case 'with_deputy':
      return isCounted(team) && team.deputies.length > 0;
    case 'not_asked':
      return lookOf(team) === filter;
    default:
      return isCounted(team) && lookOf(team) === filter;
  }
}

function Row(props: { team: ScopeCoverage; address: CoverageAddress }) {
  const { address, team } = props;
  return (
    <tr>
      <th scope="row">
        <EntityRefLink
          entityRef={team.groupRef}
          title={team.title}
          defaultKind="group"
          hideIcon
        />
        {team.inheritedFrom && (
          <span className={panel.quiet}>
            from{' '}
            <EntityRefLink
              entityRef={team.inheritedFrom}
              defaultKind="group"
              hideIcon
            />
          </span>
        )}
      </th>
      <td>
        <OwnerOrNone entityRef={team.platformRef} />
      </td>
      <td>
        <LookTag look={lookOf(team)} />{' '}
        <span className={panel.quiet}>
          {team.reasons.map(reason => SHORT_REASON_WORDS[reason]).join(', ')}
          {team.endsAt && ` on ${shortDayWords(team.endsAt)}`}
        </span>
      </td>
      <td>{team.primary ? <PersonChip entityRef={team.primary} /> : '–'}</td>
      <td>
        {team.deputies.length === 0
          ? '–'
          : team.deputies.map(ref => <PersonChip key={ref} entityRef={ref} />)}
      </td>
      <td className={panel.number}>
        {team.components}{' '}
        <span className={panel.quiet}>
          {Object.entries(team.tiers)
            .filter(([, count]) => count > 0)
            .map(([tier, count]) => `${count} ${tierName(tier)}`)
            .join(', ')}
        </span>
      </td>
      <td>
        <Button
          size="small"
          variant="tertiary"
          aria-label={`Details of ${team.title}`}
          aria-expanded={address.team === team.groupRef}
          onPress={() => address.open(team.groupRef)}
        >
          Details
        </Button>
      </td>
    </tr>
  );
}

function OwnerOrNone(props: { entityRef?: string }) {
  return props.entityRef ? <OwnerChip entityRef={props.entityRef} /> : <>–</>;
}

/** All that the map shows, in words. */
export function TeamTable(props: {
  teams: ScopeCoverage[];
  address: CoverageAddress;
}) {
  const { address, teams } = props;
  const shown = teams.filter(team => fits(team, address.filter));
  return (
    <>
      <Select
        aria-label="Teams"
        className={panel.filter}
        size="small"
        options={FILTER_OPTIONS}
        value={address.filter ?? ANY}
        onChange={key =>
          address.showTable(TEAM_FILTERS.find(each => each === key))
        }
      />
      {shown.length === 0 ? (
        <PanelEmpty title="No team is like this" />
      ) : (
        <div className={panel.scroll}>
          <table className={panel.table}>
            <caption className={panel.hidden}>Coverage by team</caption>
            <thead>
              <tr>
                <th scope="col">Team</th>
                <th scope="col">Platform</th>
                <th scope="col">Coverage</th>
                <th scope="col">Champion</th>
                <th scope="col">Deputies</th>
                <th scope="col" className={panel.number}>
                  Components
                </th>
                <th scope="col">
                  <span className={panel.hidden}>Details</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map(team => (
                <Row key={team.groupRef} team={team} address={address} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
