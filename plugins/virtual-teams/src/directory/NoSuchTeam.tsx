import { PanelEmpty, TextLink } from '@synchrony/ui';
import { useTeamPaths } from './useTeamPaths';

/** What is seen at the address of a team that there is not, or not for the reader. */
export function NoSuchTeam() {
  const { directory } = useTeamPaths();
  return (
    <PanelEmpty
      title="There is no such team, or you can't see it"
      action={<TextLink href={directory}>All virtual teams</TextLink>}
    >
      Until its sponsor approves a team, only those who are asked see it.
    </PanelEmpty>
  );
}
