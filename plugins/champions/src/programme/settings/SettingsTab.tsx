import {
  ProgrammeFault,
  ProgrammeState,
} from '@synchrony/backstage-plugin-champions-common';
import { LivePanel, PanelNotice, RelativeTime } from '@synchrony/ui';
import { useProgrammeSettings } from '../../api';
import { ProgrammeForbidden } from '../ProgrammeForbidden';
import { ProgrammeTab } from '../ProgrammeTab';
import { RulesCard } from './RulesCard';
import { CoursesCard, OfficeHoursCard, SpecialismsCard } from './lists';
import styles from '../programme.module.css';

function placeOf({ column, line }: ProgrammeFault): string {
  if (line === undefined) {
    return '';
  }
  return column === undefined
    ? `Line ${line}: `
    : `Line ${line}, column ${column}: `;
}

function Source(props: { programme: ProgrammeState }) {
  const { faults, loadedAt, location } = props.programme;
  return (
    <section className={styles.card} aria-labelledby="source">
      <h2 id="source">Where the settings come from</h2>
      {faults.length > 0 && (
        <div className={styles.notices}>
          <PanelNotice tone="warning">
            <strong>The newest file has faults.</strong> The settings below are
            the last good ones.
            <ul className={styles.list}>
              {faults.map(fault => (
                <li key={`${placeOf(fault)}${fault.message}`}>
                  {placeOf(fault)}
                  {fault.message}
                </li>
              ))}
            </ul>
          </PanelNotice>
        </div>
      )}
      <p className={styles.line}>
        {location ? <code>{location}</code> : 'Built in: no file is configured'}
        , loaded <RelativeTime at={loadedAt} />. They are changed in the file,
        not here.
      </p>
    </section>
  );
}

/** The programme as it was read from its file. */
export function SettingsTab() {
  const live = useProgrammeSettings();
  return (
    <ProgrammeTab>
      {() => (
        <LivePanel
          live={live}
          subject="Settings"
          height={320}
          forbidden={<ProgrammeForbidden what="the settings" />}
        >
          {programme => (
            <div className={styles.form}>
              <Source programme={programme} />
              <RulesCard settings={programme.settings} />
              <CoursesCard courses={programme.settings.training} />
              <SpecialismsCard specialisms={programme.settings.specialisms} />
              <OfficeHoursCard hours={programme.settings.officeHours} />
            </div>
          )}
        </LivePanel>
      )}
    </ProgrammeTab>
  );
}
