import { MyTeams } from '@synchrony/backstage-plugin-virtual-teams-common';
import { LivePanel, PanelEmpty, TextLink } from '@synchrony/ui';
import { useMyProfile, useMyTeams } from '../../api';
import { OpenRolesList } from '../roles';
import { TeamsForbidden } from '../TeamsForbidden';
import { useTeamPaths } from '../useTeamPaths';
import styles from '../directory.module.css';

const SHOWN = 3;

/** Why no role is shown: nothing is declared, or nothing asks for it. */
function NoRoles() {
  const { profile } = useTeamPaths();
  const skills = useMyProfile().value?.expertise;
  return skills?.length === 0 ? (
    <PanelEmpty
      title="You have not said what you can"
      action={<TextLink href={profile}>Say what you can</TextLink>}
    >
      Open roles that ask for it show here. Only skills that you declare
      yourself are looked at.
    </PanelEmpty>
  ) : (
    <PanelEmpty
      title="No open role asks for your skills"
      action={<TextLink href={profile}>My profile</TextLink>}
    >
      Only skills that you declared yourself are looked at.
    </PanelEmpty>
  );
}

function Summary(props: { mine: MyTeams; onChanged: () => void }) {
  const { suggestedRoles, toAnswer } = props.mine;
  const { directory } = useTeamPaths();
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
        <NoRoles />
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
