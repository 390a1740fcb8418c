import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { TeamEvent } from '@synchrony/backstage-plugin-virtual-teams-common';
import { PersonChip } from '@synchrony/ui';
import { dayWords } from '../../words';
import { eventWords } from './eventWords';
import styles from '../team.module.css';

/** What happened, newest first: when, what, who, and to whom. */
export function EventList(props: { events: TeamEvent[] }) {
  return (
    <ol className={styles.list} aria-label="What happened">
      {props.events.map(event => (
        <li key={event.id}>
          <div className={styles.row}>
            <time dateTime={event.at} className={styles.quiet}>
              {dayWords(event.at)}
            </time>
            <strong>{eventWords(event)}</strong>
            {event.entityRef && (
              <EntityRefLink entityRef={event.entityRef} hideIcon />
            )}
            {event.subjectRef && <PersonChip entityRef={event.subjectRef} />}
            {event.actorRef && event.actorRef !== event.subjectRef && (
              <span className={styles.row}>
                by <PersonChip entityRef={event.actorRef} />
              </span>
            )}
          </div>
          {event.note && <p className={styles.text}>{event.note}</p>}
        </li>
      ))}
    </ol>
  );
}
