import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  teamCreatePermission,
  TeamProposal,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { TextLink, useLiveData } from '@synchrony/ui';
import { virtualTeamsApiRef } from '../api';
import { useTeamPaths } from '../directory/useTeamPaths';
import { sharedRead } from './sharedRead';
import styles from './gaps.module.css';

const POLL_MS = 5 * 60_000;
const readProposals = sharedRead(api => api.getProposals());

function Link({ id, title }: TeamProposal) {
  const { directory } = useTeamPaths();
  return (
    <TextLink
      href={`${directory}/proposals?${new URLSearchParams({ proposal: id })}`}
    >
      Propose a team
      <span className={styles.hidden}>: {title}</span>
    </TextLink>
  );
}

function Proposed(props: { checkIds: string[] }) {
  const api = useApi(virtualTeamsApiRef);
  const { value } = useLiveData({
    key: 'gap-proposals',
    load: () => readProposals(api),
    pollMs: POLL_MS,
  });
  const proposal = value?.items.find(
    ({ checkIds, teamRef }) =>
      !teamRef && checkIds.some(id => props.checkIds.includes(id)),
  );
  return proposal ? <Link {...proposal} /> : null;
}

/** The proposal of a team for checks, for those who may take it up. */
export function ProposeLink(props: { checkIds: string[] }) {
  const { allowed } = usePermission({ permission: teamCreatePermission });
  return allowed ? <Proposed {...props} /> : null;
}
