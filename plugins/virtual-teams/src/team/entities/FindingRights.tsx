import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import {
  FindingGrant,
  findingsGrantPermission,
  GrantInput,
  Team,
  TeamEntity,
  WORKING_TEAM_STATUSES,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { useRequest } from '@synchrony/ui';
import { virtualTeamsApiRef } from '../../api';
import styles from '../team.module.css';

type GrantAction = GrantInput['action'];

const STATE_WORDS: Record<FindingGrant, string> = {
  none: 'Not granted',
  asked: 'Owners are asked',
  granted: 'Members may read findings',
};

const ACTION_WORDS: Record<GrantAction, string> = {
  grant: 'Ask for findings',
  allow: 'Allow',
  refuse: 'Refuse',
  revoke: 'Revoke',
};

function actionsOf(
  rights: FindingGrant,
  isLead: boolean,
  mayGrant: boolean,
): GrantAction[] {
  switch (rights) {
    case 'none':
      return isLead ? ['grant'] : [];
    case 'asked':
      return mayGrant ? ['allow', 'refuse'] : [];
    default:
      return isLead || mayGrant ? ['revoke'] : [];
  }
}

/** Whether members may read the findings, and who may change that. */
export function FindingRights(props: {
  team: Team;
  entity: TeamEntity;
  onChanged: () => void;
}) {
  const { entity, onChanged, team } = props;
  const api = useApi(virtualTeamsApiRef);
  const { allowed } = usePermission({
    permission: findingsGrantPermission,
    resourceRef: entity.entityRef,
  });
  const { isBusy, problem, send } = useRequest();
  const actions = WORKING_TEAM_STATUSES.includes(team.status)
    ? actionsOf(entity.findingRights, team.isLead, allowed)
    : [];
  const act = (action: GrantAction) =>
    send(async () => {
      await api.grantFindings(team.teamRef, {
        entityRef: entity.entityRef,
        action,
      });
      onChanged();
    });
  return (
    <div className={styles.row}>
      <span>{STATE_WORDS[entity.findingRights]}</span>
      {actions.map(action => (
        <Button
          key={action}
          size="small"
          variant="tertiary"
          aria-label={`${ACTION_WORDS[action]}: ${entity.title ?? entity.entityRef}`}
          isDisabled={isBusy}
          onPress={() => act(action)}
        >
          {ACTION_WORDS[action]}
        </Button>
      ))}
      {problem && <span role="alert">Not done: {problem.message}</span>}
    </div>
  );
}
