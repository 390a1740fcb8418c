import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import { ChampionMeeting } from '@synchrony/backstage-plugin-champions-common';
import { LivePanel, PanelEmpty, safeLink } from '@synchrony/ui';
import { useState } from 'react';
import { momentWords } from '../../words';
import { MeetingDialog } from '../dialogs';
import { ProgrammeForbidden } from '../ProgrammeForbidden';
import { ProgrammeTab } from '../ProgrammeTab';
import styles from '../programme.module.css';

function Place({ place }: { place: string }) {
  const link = safeLink(place);
  return link ? (
    <a className={styles.anchor} href={link} target="_blank" rel="noreferrer">
      Join
    </a>
  ) : (
    <>{place}</>
  );
}

function MeetingRow(props: { meeting: ChampionMeeting; onChange: () => void }) {
  const { meeting, onChange } = props;
  const { isCancelled, minutes, place, scopeRef, startsAt, title } = meeting;
  return (
    <tr>
      <th scope="row">
        {title} {isCancelled && <span className={styles.quiet}>Cancelled</span>}
      </th>
      <td>
        <time dateTime={startsAt}>{momentWords(startsAt)}</time>, {minutes} min
      </td>
      <td>
        {scopeRef ? (
          <EntityDisplayName entityRef={scopeRef} hideIcon />
        ) : (
          'all champions'
        )}
      </td>
      <td>{place && !isCancelled && <Place place={place} />}</td>
      <td>
        {meeting.mayChange && (
          <Button
            size="small"
            variant="secondary"
            aria-label={`Change ${title}`}
            onPress={onChange}
          >
            Change
          </Button>
        )}
      </td>
    </tr>
  );
}

function Meetings(props: {
  items: ChampionMeeting[];
  onChange: (meeting: ChampionMeeting) => void;
}) {
  const { items, onChange } = props;
  if (items.length === 0) {
    return (
      <PanelEmpty title="No meeting is announced">
        Regular office hours stand among the settings.
      </PanelEmpty>
    );
  }
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Meeting</th>
            <th scope="col">When</th>
            <th scope="col">For whom</th>
            <th scope="col">Where</th>
            <th scope="col">
              <span className={styles.hidden}>Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(meeting => (
            <MeetingRow
              key={meeting.id}
              meeting={meeting}
              onChange={() => onChange(meeting)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Meetings to which the reader is invited; captains see and change all. */
export function MeetingsTab() {
  const [changed, setChanged] = useState<ChampionMeeting>();
  return (
    <ProgrammeTab>
      {({ meetings }) => (
        <section className={styles.card} aria-labelledby="meetings">
          <h2 id="meetings">Meetings</h2>
          <p className={styles.sub}>
            of champions and deputies; only who is invited sees them
          </p>
          <LivePanel
            live={meetings}
            subject="Meetings"
            height={160}
            forbidden={<ProgrammeForbidden what="the meetings" />}
          >
            {({ items }) => <Meetings items={items} onChange={setChanged} />}
          </LivePanel>
          {changed && (
            <MeetingDialog
              key={`${changed.id} ${changed.version}`}
              meeting={changed}
              onClose={() => setChanged(undefined)}
              onDone={meetings.reload}
            />
          )}
        </section>
      )}
    </ProgrammeTab>
  );
}
