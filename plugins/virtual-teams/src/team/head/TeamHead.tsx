import { Button, ButtonLink } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  JOINABLE_TEAM_STATUSES,
  LIVE_TEAM_STATUSES,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { OwnerChip, PanelNotice } from '@synchrony/ui';
import { useState } from 'react';
import { FaultList } from '../../directory/catalog/FaultList';
import { editTeamRouteRef } from '../../routes';
import { dayWords, INTERACTION_WORDS, KIND_WORDS } from '../../words';
import { InviteDialog, JoinDialog } from '../members';
import { StatusChip } from './StatusChip';
import { TeamActions } from './TeamActions';
import { DeclarationDialog } from './DeclarationDialog';
import { ReviewDialog } from './ReviewDialog';
import type { TeamTabProps } from '../TeamPage';
import styles from '../team.module.css';

type Opened = 'invite' | 'join' | 'review' | 'file';

/** What a team is at a glance, and what the reader can do with it. */
export function TeamHead(props: TeamTabProps) {
  const { onChanged, team } = props;
  const [opened, setOpened] = useState<Opened>();
  const editPath = useRouteRef(editTeamRouteRef);
  const isJoinable = JOINABLE_TEAM_STATUSES.includes(team.status);
  const isLive = LIVE_TEAM_STATUSES.includes(team.status);
  const close = () => setOpened(undefined);
  const dates = [
    team.startedAt && `since ${dayWords(team.startedAt)}`,
    team.reviewAt && `review ${dayWords(team.reviewAt)}`,
    team.endsAt && `ends ${dayWords(team.endsAt)}`,
  ].filter(Boolean);
  const { name, namespace } = parseEntityRef(team.teamRef);
  const edit = editPath?.({ name, namespace });
  return (
    <header className={styles.head}>
      <h2>{team.title}</h2>
      <div className={styles.row}>
        <StatusChip team={team} />
        <span>
          {KIND_WORDS[team.kind]} · {INTERACTION_WORDS[team.interactionMode]}
        </span>
        <span className={styles.row}>
          Lead <OwnerChip entityRef={team.leadRef} />
        </span>
        {team.sponsorRef && (
          <span className={styles.row}>
            Sponsor <OwnerChip entityRef={team.sponsorRef} />
          </span>
        )}
        <span className={styles.quiet}>{dates.join(' · ')}</span>
        {team.channels.map(channel => (
          <a
            key={channel.url}
            href={channel.url}
            target="_blank"
            rel="noopener noreferrer"
          >
            {channel.title}
          </a>
        ))}
      </div>
      {team.managedBy === 'catalog' && (
        <p className={styles.quiet}>
          Declared in {team.declaredIn ?? 'the catalog'}; it is edited there.
        </p>
      )}
      {team.declarationFaults && team.declarationFaults.length > 0 && (
        <PanelNotice tone="warning">
          The newest version of its file has faults, so the one before stays in
          force.
          <FaultList
            label="Faults of its file"
            faults={team.declarationFaults}
          />
        </PanelNotice>
      )}
      <div className={styles.row}>
        {team.isLead && isJoinable && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => setOpened('invite')}
          >
            Invite
          </Button>
        )}
        {isJoinable && !team.mine && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => setOpened('join')}
          >
            Ask to join
          </Button>
        )}
        <TeamActions {...props} />
        {team.isLead && isLive && (
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setOpened('review')}
          >
            Write a review
          </Button>
        )}
        {team.isLead && isLive && team.managedBy === 'portal' && edit && (
          <ButtonLink size="small" variant="tertiary" href={edit}>
            Edit
          </ButtonLink>
        )}
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setOpened('file')}
        >
          As catalog file
        </Button>
      </div>
      {opened === 'invite' && (
        <InviteDialog
          teamRef={team.teamRef}
          onClose={close}
          onDone={onChanged}
        />
      )}
      {opened === 'join' && (
        <JoinDialog team={team} onClose={close} onDone={onChanged} />
      )}
      {opened === 'review' && (
        <ReviewDialog team={team} onClose={close} onDone={onChanged} />
      )}
      {opened === 'file' && <DeclarationDialog team={team} onClose={close} />}
    </header>
  );
}
