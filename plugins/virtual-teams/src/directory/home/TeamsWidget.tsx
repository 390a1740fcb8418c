import { MyTeams } from '@synchrony/backstage-plugin-virtual-teams-common';
import { LivePanel, PanelEmpty, TextLink } from '@synchrony/ui';
import { useMyTeams } from '../../api';
import { OpenRolesList } from '../roles';
import { TeamsForbidden } from '../TeamsForbidden';
import { useTeamPaths } from '../useTeamPaths';
import styles from '../directory.module.css';

const SHOWN = 3;

function Summary(props: { mine: MyTeams; onChanged: () => void }) {
  const { suggestedRoles, toAnswer } = props.mine;
  const { directory, profile } = useTeamPaths();
  return (
    <>
      {toAnswer.length > 0 && (
        <p className={styles.line}>
          <TextLink href={`${directory}/mine`} strong>
            {toAnswer.length} for you to answer
          </TextLink>
        </p>
      )}
      {suggestedRoles.length === 0 ? (
        <PanelEmpty
          title="No open role asks for your skills"
          action={<TextLink href={profile}>Say what you can</TextLink>}
        >
          Only skills that you declared yourself are looked at.
        </PanelEmpty>
      ) : (
        <>
          <OpenRolesList
            roles={suggestedRoles.slice(0, SHOWN)}
            onChanged={props.onChanged}
          />
          <TextLink href={`${directory}/open-roles`}>All open roles</TextLink>
        </>
      )}
    </>
  );
}

/** Open roles that ask for skills that the reader declared, on the home page. */
export function TeamsWidget() {
  const live = useMyTeams();
  return (
    <LivePanel
      live={live}
      subject="Virtual teams"
      height={240}
      forbidden={<TeamsForbidden what="virtual teams" />}
    >
      {mine => <Summary mine={mine} onChanged={live.reload} />}
    </LivePanel>
  );
}
