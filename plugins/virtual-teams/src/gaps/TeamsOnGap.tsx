import { useApi } from '@backstage/frontend-plugin-api';
import { RiTeamLine } from '@remixicon/react';
import {
  formatCount,
  TeamsOnChecksProps,
  TextLink,
  useLiveData,
} from '@synchrony/ui';
import { virtualTeamsApiRef } from '../api';
import { useTeamPaths } from '../directory/useTeamPaths';
import { ProposeLink } from './ProposeLink';
import { sharedRead } from './sharedRead';
import { teamsOn } from './teamsOn';
import styles from './gaps.module.css';

const POLL_MS = 5 * 60_000;
const readCheckTeams = sharedRead(api => api.getCheckTeams());

function TeamChip(props: { teamRef: string; title: string }) {
  const path = useTeamPaths().team(props.teamRef);
  return (
    <span className={styles.chip}>
      <RiTeamLine size={12} aria-hidden="true" />
      <span className={styles.hidden}>Virtual team working on it: </span>
      {path ? <TextLink href={path}>{props.title}</TextLink> : props.title}
    </span>
  );
}

/** That there are teams, by a sign in a corner and their names in words. */
function TeamsMark({ titles }: { titles: string[] }) {
  return (
    <span className={styles.mark}>
      <RiTeamLine size={12} aria-hidden="true" />
      <span className={styles.hidden}>
        Virtual {titles.length === 1 ? 'team' : 'teams'} working on it:{' '}
        {titles.join(', ')}
      </span>
    </span>
  );
}

/** What the sign means. */
function MarkKey() {
  return (
    <>
      ·{' '}
      <span className={styles.mark}>
        <RiTeamLine size={12} aria-hidden="true" />
      </span>{' '}
      a virtual team of the platform works on checks of the stage
    </>
  );
}

/**
 * The virtual teams that work on checks, else the way to propose one. Nothing
 * while that is not known, since it only adds to what stands beside it.
 */
export function TeamsOnGap(props: TeamsOnChecksProps) {
  const api = useApi(virtualTeamsApiRef);
  const { value } = useLiveData({
    key: 'check-teams',
    load: () => readCheckTeams(api),
    pollMs: POLL_MS,
  });
  if (!value) {
    return null;
  }
  const { look = 'chips' } = props;
  const teams = teamsOn(value.items, props);
  const [first, ...others] = teams;
  if (look !== 'chips') {
    const Drawn = look === 'mark' ? TeamsMark : MarkKey;
    return first ? <Drawn titles={teams.map(({ title }) => title)} /> : null;
  }
  if (!first) {
    return props.checkIds ? <ProposeLink checkIds={props.checkIds} /> : null;
  }
  return (
    <span className={styles.teams}>
      <TeamChip {...first} />
      {others.length > 0 && (
        <details className={styles.more}>
          <summary
            aria-label={`+${others.length}: ${formatCount(others.length, 'more virtual team')}`}
          >
            +{others.length}
          </summary>
          {others.map(team => (
            <TeamChip key={team.teamRef} {...team} />
          ))}
        </details>
      )}
    </span>
  );
}
