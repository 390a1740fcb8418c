import { Checkbox, NumberField, TextField } from '@backstage/ui';
import { TeamCadence } from '@synchrony/backstage-plugin-virtual-teams-common';
import { DayField } from '@synchrony/ui';
import styles from './form.module.css';

const SUNDAY = 7;

function firstMeeting(): TeamCadence {
  return {
    title: 'Working session',
    weekday: 1,
    startsAt: '14:00',
    minutes: 45,
    everyWeeks: 2,
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    firstOn: '',
  };
}

/** When the team meets; the weekday follows from the first meeting. */
export function CadenceFields(props: {
  cadence?: TeamCadence;
  onChange: (cadence: TeamCadence | undefined) => void;
}) {
  const { cadence, onChange } = props;
  const change = (next: Partial<TeamCadence>) =>
    cadence && onChange({ ...cadence, ...next });
  return (
    <>
      <Checkbox
        isSelected={cadence !== undefined}
        onChange={isOn => onChange(isOn ? firstMeeting() : undefined)}
      >
        The team meets regularly
      </Checkbox>
      {cadence && (
        <div className={styles.row}>
          <TextField
            label="Meeting"
            value={cadence.title}
            onChange={title => change({ title })}
          />
          <DayField
            label="First meeting"
            isOptional
            value={cadence.firstOn}
            onChange={firstOn =>
              change({
                firstOn,
                weekday: firstOn
                  ? new Date(`${firstOn}T00:00:00Z`).getUTCDay() || SUNDAY
                  : cadence.weekday,
              })
            }
          />
          <TextField
            label="At"
            placeholder="14:00"
            value={cadence.startsAt}
            onChange={startsAt => change({ startsAt })}
          />
          <NumberField
            label="Minutes"
            minValue={5}
            maxValue={480}
            value={cadence.minutes ?? NaN}
            onChange={minutes => change({ minutes })}
          />
          <NumberField
            label="Every so many weeks"
            minValue={1}
            maxValue={12}
            value={cadence.everyWeeks ?? NaN}
            onChange={everyWeeks => change({ everyWeeks })}
          />
          <TextField
            label="Time zone"
            value={cadence.timeZone}
            onChange={timeZone => change({ timeZone })}
          />
        </div>
      )}
    </>
  );
}
