import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import {
  DeskScope,
  OfficeHours,
} from '@synchrony/backstage-plugin-champions-common';
import { PanelPartial, safeLink } from '@synchrony/ui';
import { useProgrammeSettings } from '../../api';
import { dayWords } from '../../words';
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

/** When the reader confirms again or stops, and when AppSec can be asked. */
export function NextDatesCard({ scopes }: { scopes: DeskScope[] }) {
  const settings = useProgrammeSettings();
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
      {dates.length + hours.length === 0 && !settings.error && (
        <p>No date is set.</p>
      )}
      <ul className={styles.list}>
        {dates.map(({ at, id, scopeRef, what }) => (
          <li key={`${id} ${what}`}>
            <strong>{dayWords(at)}</strong> {what}{' '}
            <EntityDisplayName entityRef={scopeRef} hideIcon />
          </li>
        ))}
        {hours.map(each => (
          <Hours key={each.id} hours={each} />
        ))}
      </ul>
    </SideCard>
  );
}
