import { useApi } from '@backstage/frontend-plugin-api';
import { Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import { Team } from '@synchrony/backstage-plugin-virtual-teams-common';
import { CopyableCode, LivePanel, useLiveData } from '@synchrony/ui';
import { virtualTeamsApiRef } from '../../api';
import { TeamsForbidden } from '../../directory/TeamsForbidden';

/** The team as a file of the catalog, to take along. */
export function DeclarationDialog(props: { team: Team; onClose: () => void }) {
  const { onClose, team } = props;
  const api = useApi(virtualTeamsApiRef);
  const live = useLiveData({
    key: team.teamRef,
    load: () => api.getDeclaration(team.teamRef),
  });
  return (
    <Dialog isOpen width={720} onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>As catalog file</DialogHeader>
      <DialogBody>
        <p>
          {team.managedBy === 'catalog'
            ? `Declared in ${team.declaredIn ?? 'the catalog'}; it is edited there.`
            : 'Once the catalog has this file, the team is edited there and no longer here.'}
        </p>
        <LivePanel
          live={live}
          subject="File"
          height={200}
          forbidden={<TeamsForbidden what="this team as a file" />}
        >
          {({ yaml }) => <CopyableCode code={yaml} label="catalog file" />}
        </LivePanel>
      </DialogBody>
    </Dialog>
  );
}
