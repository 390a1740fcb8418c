import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { FindingEvent } from '@synchrony/backstage-plugin-ingestion-common';
import { formatExactTime } from '@synchrony/ui';
import { Section } from './Section';
import styles from './drawer.module.css';

const WORDS: Record<FindingEvent['kind'], string> = {
  opened: 'First seen',
  updated: 'Changed',
  resolved: 'Resolved',
  reopened: 'Came back',
  suppressed: 'Suppressed in the source',
  confirmed: 'Confirmed',
  started: 'Work started',
  dismissed: 'Dismissed',
  dismissal_requested: 'Asked to dismiss',
  dismissal_rejected: 'Dismissal rejected',
  dismissal_withdrawn: 'Dismissal withdrawn',
  severity_adjusted: 'Severity adjusted',
  severity_requested: 'Asked for a lower severity',
  severity_rejected: 'Lower severity rejected',
  severity_withdrawn: 'Lower severity withdrawn',
  reconsidered: 'Reconsidered',
  assigned: 'Assigned',
  unassigned: 'Unassigned',
  noted: 'Note',
  issue_linked: 'Issue linked',
  undone: 'Undone',
  fix_claimed: 'Said to be fixed',
  statement_noted: 'VEX statement',
  statement_withdrawn: 'VEX statement withdrawn',
  accepted: 'Accepted by a waiver',
  acceptance_changed: 'Accepted by another waiver',
  acceptance_ended: 'Open again',
};

/** What happened to it, newest first. */
export function History({ events }: { events: FindingEvent[] }) {
  if (events.length === 0) {
    return null;
  }
  const newestFirst = events
    .slice()
    .sort((left, right) => right.at.localeCompare(left.at));
  return (
    <Section title="History">
      <ol className={styles.history}>
        {newestFirst.map((event, index) => (
          <li key={index}>
            <strong>{WORDS[event.kind]}</strong>
            {event.note && `: ${event.note}`}
            <span className={styles.when}>
              <time dateTime={event.at}>{formatExactTime(event.at)}</time>
              {event.actor && (
                <>
                  , <EntityRefLink entityRef={event.actor} hideIcon />
                </>
              )}
              {event.source && `, ${event.source}`}
              {event.tool && `, ${event.tool}`}
              {event.commit && (
                <>
                  , <code>{event.commit.slice(0, 7)}</code>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
