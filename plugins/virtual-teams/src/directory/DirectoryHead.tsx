import { useAppNavigate } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import { RiAddLine, RiSearchLine } from '@remixicon/react';
import { teamCreatePermission } from '@synchrony/backstage-plugin-virtual-teams-common';
import { formatCount, TextLink } from '@synchrony/ui';
import { useState } from 'react';
import { useMyTeams, useOpenRoles, useTeams } from '../api';
import { NeedDialog } from './roles';
import { useTeamPaths } from './useTeamPaths';
import styles from './directory.module.css';

const ONE = { limit: 1 };

/** How virtual teams are to be read, how many there are, and what one can do. */
export function DirectoryHead() {
  const { directory, newTeam } = useTeamPaths();
  const navigate = useAppNavigate();
  const [isNeed, setNeed] = useState(false);
  const { allowed } = usePermission({ permission: teamCreatePermission });
  const teams = useTeams(ONE).value?.totalItems;
  const roles = useOpenRoles(ONE).value?.totalItems;
  const toAnswer = useMyTeams().value?.toAnswer.length;
  return (
    <div className={styles.head}>
      <div>
        <p className={styles.line}>
          People from several platforms who deliver one outcome together, for a
          limited time · joining grants no ownership of catalog entities
        </p>
        <ul className={styles.chips} aria-label="In numbers">
          {teams !== undefined && (
            <li>
              <TextLink href={`${directory}/directory`}>
                {formatCount(teams, 'team')}
              </TextLink>
            </li>
          )}
          {roles !== undefined && (
            <li>
              <TextLink href={`${directory}/open-roles`}>
                {formatCount(roles, 'open role')}
              </TextLink>
            </li>
          )}
          {toAnswer !== undefined && toAnswer > 0 && (
            <li>
              <TextLink href={`${directory}/mine`}>
                {toAnswer} for you to answer
              </TextLink>
            </li>
          )}
        </ul>
      </div>
      <div className={styles.buttons}>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiSearchLine aria-hidden="true" />}
          onPress={() => navigate(`${directory}/expertise`)}
        >
          Find an expert
        </Button>
        <Button size="small" variant="secondary" onPress={() => setNeed(true)}>
          Post a need
        </Button>
        {allowed && newTeam && (
          <Button
            size="small"
            variant="primary"
            iconStart={<RiAddLine aria-hidden="true" />}
            onPress={() => navigate(newTeam)}
          >
            Propose a team
          </Button>
        )}
      </div>
      {isNeed && <NeedDialog onClose={() => setNeed(false)} />}
    </div>
  );
}
