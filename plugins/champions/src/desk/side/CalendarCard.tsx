import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { CalendarFeed } from '@synchrony/backstage-plugin-champions-common';
import {
  CopyableCode,
  LivePanel,
  PanelNotice,
  useRequest,
} from '@synchrony/ui';
import { useState } from 'react';
import { championsApiRef, useCalendar } from '../../api';
import { ChampionsForbidden } from '../../entity/ChampionsForbidden';
import { dayWords } from '../../words';
import { ProblemNote } from '../dialogs';
import { SideCard } from './SideCard';
import styles from '../desk.module.css';

function Feed(props: { feed: CalendarFeed; onChanged: () => void }) {
  const { feed, onChanged } = props;
  const api = useApi(championsApiRef);
  const [made, setMade] = useState<CalendarFeed>();
  const { isBusy, problem, send } = useRequest();
  const make = () =>
    send(async () => {
      setMade(await api.createCalendar());
      onChanged();
    });
  const remove = () =>
    send(async () => {
      await api.removeCalendar();
      setMade(undefined);
      onChanged();
    });
  return (
    <>
      {made?.url && (
        <>
          <PanelNotice tone="warning">
            The address is shown this once. Whoever has it can read your dates:
            treat it like a password.
          </PanelNotice>
          <CopyableCode code={made.url} label="calendar address" />
        </>
      )}
      {feed.exists && !made && (
        <p>
          Your feed exists
          {feed.createdAt && ` since ${dayWords(feed.createdAt)}`}. Its address
          can’t be shown again; a new one ends the old one.
        </p>
      )}
      {!feed.exists && !made && (
        <p>Confirmations, meetings and office hours in your own calendar.</p>
      )}
      <ProblemNote problem={problem} onReload={onChanged} />
      <div className={styles.buttons}>
        <Button
          size="small"
          variant="secondary"
          isDisabled={isBusy}
          onPress={make}
        >
          {feed.exists || made ? 'New address' : 'Make a calendar feed'}
        </Button>
        {(feed.exists || made) && (
          <Button
            size="small"
            variant="tertiary"
            isDisabled={isBusy}
            onPress={remove}
          >
            Remove feed
          </Button>
        )}
      </div>
    </>
  );
}

/** The reader's calendar feed, whose secret address is shown once. */
export function CalendarCard() {
  const live = useCalendar();
  return (
    <SideCard title="Calendar feed">
      <LivePanel
        live={live}
        subject="Calendar feed"
        height={60}
        forbidden={<ChampionsForbidden />}
      >
        {feed => <Feed feed={feed} onChanged={live.reload} />}
      </LivePanel>
    </SideCard>
  );
}
