import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import {
  ChampionMeeting,
  DeskScope,
  OfficeHours,
} from '@synchrony/backstage-plugin-champions-common';
import { PanelPartial, safeLink } from '@synchrony/ui';
import { useMeetings, useProgrammeSettings } from '../../api';
import { dayWords, momentWords } from '../../words';
import { SideCard } from './SideCard';
import styles from '../desk.module.css';

const WEEKDAYS = [
  'Mondays',
  'Tuesdays',
  'Wednesdays',
  'Thursdays',
  'Fridays',
  'Saturdays',
  'Sundays',
];

function Hours({ hours }: { hours: OfficeHours }) {
  const { minutes, startsAt, timeZone, title, url, weekday } = hours;
  const link = safeLink(url);
  return (
    <li>
      <strong>
        {WEEKDAYS[weekday - 1]} {startsAt}
      </strong>{' '}
      {link ? (
        <a href={link} target="_blank" rel="noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      , {minutes} min ({timeZone})
    </li>
  );
}

function Meeting({ meeting }: { meeting: ChampionMeeting }) {
  const { isCancelled, minutes, place, startsAt, title } = meeting;
  const link = safeLink(place);
  return (
    <li>
      <strong>{momentWords(startsAt)}</strong>{' '}
      {link && !isCancelled ? (
        <a href={link} target="_blank" rel="noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      {isCancelled ? ' is cancelled' : `, ${minutes} min`}
      {place && !link && !isCancelled && `, ${place}`}
    </li>
  );
}

/**
 * When the reader confirms again or stops, which meetings there are, and when
 * AppSec can be asked.
 */
export function NextDatesCard({ scopes }: { scopes: DeskScope[] }) {
  const settings = useProgrammeSettings();
  const meetings = useMeetings();
  const planned = meetings.value?.items ?? [];
  const hours = settings.value?.settings.officeHours ?? [];
  const dates = scopes
    .flatMap(({ assignment }) => [
      {
        at: assignment.nextConfirmAt,
        what: 'Confirm again for',
        ...assignment,
      },
      {
        at:
          assignment.status === 'stepping_down' ? assignment.endsAt : undefined,
        what: 'You stop for',
        ...assignment,
      },
    ])
    .flatMap(date => (date.at ? [{ ...date, at: date.at }] : []))
    .sort((one, other) => one.at.localeCompare(other.at));
  return (
    <SideCard title="Next">
      {settings.error && !settings.value && (
        <PanelPartial>Office hours could not be read.</PanelPartial>
      )}
      {meetings.error && !meetings.value && (
        <PanelPartial>Meetings could not be read.</PanelPartial>
      )}
      {dates.length + planned.length + hours.length === 0 &&
        !settings.error &&
        !meetings.error && <p>No date is set.</p>}
      <ul className={styles.list}>
        {dates.map(({ at, id, scopeRef, what }) => (
          <li key={`${id} ${what}`}>
            <strong>{dayWords(at)}</strong> {what}{' '}
            <EntityDisplayName entityRef={scopeRef} hideIcon />
          </li>
        ))}
        {planned.map(meeting => (
          <Meeting key={meeting.id} meeting={meeting} />
        ))}
        {hours.map(each => (
          <Hours key={each.id} hours={each} />
        ))}
      </ul>
    </SideCard>
  );
}
