import { TEAM_KIND_RULES } from '@synchrony/backstage-plugin-virtual-teams-common';
import { DayField } from '@synchrony/ui';
import { dayAhead } from '../words';
import { CadenceFields } from './CadenceFields';
import { ChannelFields } from './ChannelFields';
import { StepProps } from './stepProps';
import styles from './form.module.css';

/** When the team is looked at again, ends and meets, and where it is found. */
export function DatesStep({ definition, onChange }: StepProps) {
  const { asksForEnd } = TEAM_KIND_RULES[definition.kind];
  return (
    <>
      <div className={styles.row}>
        <DayField
          label="Next review (optional)"
          isOptional
          min={dayAhead(1)}
          value={definition.reviewAt ?? ''}
          onChange={day => onChange({ reviewAt: day || undefined })}
        />
        <DayField
          label={asksForEnd ? 'Ends on' : 'Ends on (optional)'}
          isOptional
          min={dayAhead(1)}
          value={definition.endsAt ?? ''}
          onChange={day => onChange({ endsAt: day || undefined })}
        />
      </div>
      <CadenceFields
        cadence={definition.cadence}
        onChange={cadence => onChange({ cadence })}
      />
      <ChannelFields
        channels={definition.channels}
        onChange={channels => onChange({ channels })}
      />
    </>
  );
}
