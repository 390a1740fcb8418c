import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import {
  CopyableCode,
  LivePanel,
  useLiveData,
  useRequest,
} from '@synchrony/ui';
import { useState } from 'react';
import { virtualTeamsApiRef } from '../../api';
import { TeamsForbidden } from '../../directory/TeamsForbidden';
import styles from '../team.module.css';

/** Makes or ends a feed of one's teams; its address is shown once. */
export function CalendarDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const api = useApi(virtualTeamsApiRef);
  const live = useLiveData({
    key: 'calendar',
    load: () => api.getTeamCalendar(),
  });
  const [url, setUrl] = useState<string>();
  const { isBusy, problem, send } = useRequest();
  const make = () =>
    send(async () => {
      setUrl((await api.createTeamCalendar()).url);
      live.reload();
    });
  const remove = () =>
    send(async () => {
      await api.removeTeamCalendar();
      setUrl(undefined);
      live.reload();
    });
  return (
    <Dialog isOpen width={600} onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>Calendar feed</DialogHeader>
      <DialogBody>
        <LivePanel
          live={live}
          subject="Calendar feed"
          height={120}
          forbidden={<TeamsForbidden what="a calendar feed" />}
        >
          {({ exists }) => (
            <div className={styles.list}>
              <p>
                Meetings, reviews and ends of your teams, in your calendar.
                Whoever has the address can read it.
              </p>
              {url && (
                <>
                  <CopyableCode code={url} label="address of the feed" />
                  <p role="status">Keep it now: it is not shown again.</p>
                </>
              )}
              {problem && <p role="alert">Not done: {problem.message}</p>}
              <div className={styles.row}>
                <Button
                  size="small"
                  variant="primary"
                  isPending={isBusy}
                  onPress={make}
                >
                  {exists ? 'Make a new address' : 'Make a feed'}
                </Button>
                {exists && (
                  <Button
                    size="small"
                    variant="secondary"
                    isDisabled={isBusy}
                    onPress={remove}
                  >
                    End the feed
                  </Button>
                )}
              </div>
            </div>
          )}
        </LivePanel>
      </DialogBody>
    </Dialog>
  );
}
