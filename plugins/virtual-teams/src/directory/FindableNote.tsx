import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  ExpertiseVisibility,
  MyProfile,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { PanelNotice, TextLink, useRequest } from '@synchrony/ui';
import { useState } from 'react';
import { useMyProfile, virtualTeamsApiRef } from '../api';
import { VISIBILITY_WORDS } from '../words';
import { useTeamPaths } from './useTeamPaths';
import styles from './directory.module.css';

function FoundBy(props: { profile: MyProfile; onChanged: () => void }) {
  const { onChanged, profile } = props;
  const api = useApi(virtualTeamsApiRef);
  const paths = useTeamPaths();
  const [before, setBefore] = useState<ExpertiseVisibility>();
  const { isBusy, problem, send } = useRequest();
  const isFound = profile.exists && profile.visibility !== 'nobody';
  const show = (visibility: ExpertiseVisibility) =>
    send(async () => {
      const { availability, limitPct, note } = profile;
      await api.saveProfile({ visibility, availability, limitPct, note });
      setBefore(profile.visibility);
      onChanged();
    });
  return (
    <PanelNotice tone="info">
      <div role="status">
        {isFound ? (
          <>
            You are findable by{' '}
            <strong>{VISIBILITY_WORDS[profile.visibility]}</strong>
            {profile.limitPct !== undefined &&
              `, at most ${profile.limitPct} % of your time`}
            .
          </>
        ) : (
          <>Nobody finds you here, and you count nowhere.</>
        )}{' '}
        <TextLink href={paths.profile}>
          {isFound || profile.expertise.length > 0
            ? 'Change'
            : 'Say what you can'}
        </TextLink>
      </div>
      <div className={styles.buttons}>
        {isFound && (
          <Button
            size="small"
            variant="tertiary"
            isDisabled={isBusy}
            onPress={() => show('nobody')}
          >
            Withdraw: gone from search at once
          </Button>
        )}
        {!isFound && before && before !== 'nobody' && (
          <Button
            size="small"
            variant="tertiary"
            isDisabled={isBusy}
            onPress={() => show(before)}
          >
            Undo
          </Button>
        )}
      </div>
      {problem && (
        <p className={styles.problem} role="alert">
          Not changed: {problem.message}
        </p>
      )}
    </PanelNotice>
  );
}

/** By whom the reader is found, with a way out in one step. */
export function FindableNote() {
  const live = useMyProfile();
  return live.value && !live.error ? (
    <FoundBy profile={live.value} onChanged={live.reload} />
  ) : null;
}
