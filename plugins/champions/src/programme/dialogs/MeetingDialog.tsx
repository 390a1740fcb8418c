import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  Select,
  TextField,
} from '@backstage/ui';
import { ChampionMeeting } from '@synchrony/backstage-plugin-champions-common';
import { CatalogPicker, DayField, useRequest } from '@synchrony/ui';
import { FormEvent, useState } from 'react';
import { championsApiRef } from '../../api';
import styles from '../programme.module.css';

const SCOPE_KINDS = ['group', 'system', 'domain', 'component'];
const MINUTES = [15, 30, 45, 60, 90, 120, 240];
const DEFAULT_MINUTES = 45;

/** As the field writes it: what the reader's clock shows. */
function onClock(at: Date): string {
  const shifted = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

/** Announces a meeting to champions, or changes one and calls it off. */
export function MeetingDialog(props: {
  /** One that was announced before. */
  meeting?: ChampionMeeting;
  onClose: () => void;
  onDone: () => void;
}) {
  const { meeting, onClose, onDone } = props;
  const api = useApi(championsApiRef);
  const [title, setTitle] = useState(meeting?.title ?? '');
  const [start, setStart] = useState(
    meeting ? onClock(new Date(meeting.startsAt)) : '',
  );
  const [minutes, setMinutes] = useState(meeting?.minutes ?? DEFAULT_MINUTES);
  const [place, setPlace] = useState(meeting?.place ?? '');
  const [scopeRef, setScopeRef] = useState<string>();
  const { isBusy, problem, send } = useRequest();
  const isComplete = title.trim().length > 1 && start !== '';

  const sendThenClose = (request: () => Promise<unknown>) =>
    send(async () => {
      await request();
      onDone();
      onClose();
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete || isBusy) {
      return;
    }
    const input = {
      title: title.trim(),
      startsAt: new Date(start).toISOString(),
      minutes,
      ...(place.trim() && { place: place.trim() }),
    };
    sendThenClose(() =>
      meeting
        ? api.changeMeeting(meeting.id, input, meeting.version)
        : api.announceMeeting({ ...input, ...(scopeRef && { scopeRef }) }),
    );
  };
  const name = meeting ? 'Change the meeting' : 'Announce a meeting';

  return (
    <Dialog isOpen width={560} onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>{name}</DialogHeader>
      <DialogBody>
        <form className={styles.form} aria-label={name} onSubmit={submit}>
          <p className={styles.line}>
            {meeting
              ? 'Who is invited is told of the change.'
              : 'Champions and deputies who have said yes are told. It stands on their desk and in their calendar.'}
          </p>
          <TextField
            label="Title"
            maxLength={200}
            value={title}
            onChange={setTitle}
          />
          <div className={styles.row}>
            <DayField
              label="Begins, by your clock"
              withTime
              min={onClock(new Date())}
              value={start}
              onChange={setStart}
            />
            <Select
              label="Minutes"
              size="small"
              options={[...new Set([...MINUTES, minutes])]
                .sort((one, other) => one - other)
                .map(each => ({ id: String(each), label: String(each) }))}
              value={String(minutes)}
              onChange={key => setMinutes(Number(key))}
            />
          </div>
          <TextField
            label="Where? (optional)"
            description="A room, or the link of a call; only who is invited sees it"
            maxLength={500}
            value={place}
            onChange={setPlace}
          />
          {!meeting && (
            <CatalogPicker
              label="Only for champions of (optional)"
              description="A team or platform, a system, a domain or one component, with all below it"
              kinds={SCOPE_KINDS}
              onChange={setScopeRef}
            />
          )}
          {problem && (
            <p className={styles.problem} role="alert">
              Not done: {problem.message}
            </p>
          )}
          <div className={styles.buttons}>
            <Button
              type="submit"
              size="small"
              variant="primary"
              isDisabled={!isComplete || isBusy}
            >
              {meeting ? 'Change' : 'Announce'}
            </Button>
            {meeting && (
              <Button
                size="small"
                variant="secondary"
                isDisabled={isBusy}
                onPress={() => {
                  sendThenClose(() =>
                    api.cancelMeeting(meeting.id, meeting.version),
                  );
                }}
              >
                Call it off
              </Button>
            )}
            <Button size="small" variant="tertiary" onPress={onClose}>
              Close
            </Button>
          </div>
        </form>
      </DialogBody>
    </Dialog>
  );
}
