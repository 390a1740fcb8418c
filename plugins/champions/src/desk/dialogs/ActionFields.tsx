import { NumberField, TextAreaField } from '@backstage/ui';
import { ChampionAssignment } from '@synchrony/backstage-plugin-champions-common';
import { CatalogPicker, DayField } from '@synchrony/ui';
import { ActionDraft, ActionFieldNames } from './actionDraft';
import { SuccessorField } from './SuccessorField';

const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_NOTICE_DAYS = 365;
const LONGEST_NOTE = 2000;

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}

/** Asks what an action needs to know. */
export function ActionFields(props: {
  assignment: ChampionAssignment;
  fields: ActionFieldNames;
  draft: ActionDraft;
  maxPct: number;
  onChange: (change: Partial<ActionDraft>) => void;
}) {
  const { assignment, draft, fields, maxPct, onChange } = props;
  return (
    <>
      {fields.map(field => {
        switch (field) {
          case 'capacityPct':
          case 'capacityPct?':
            return (
              <NumberField
                key={field}
                label="Share of working time, in percent"
                description={`10 is half a day a week; ${maxPct} at most`}
                minValue={1}
                maxValue={maxPct}
                value={draft.capacityPct}
                onChange={capacityPct => onChange({ capacityPct })}
              />
            );
          case 'endsAt':
            return (
              <DayField
                key={field}
                label="You stop on"
                value={draft.endsAt}
                min={dayFromNow(1)}
                max={dayFromNow(LONGEST_NOTICE_DAYS)}
                onChange={endsAt => onChange({ endsAt })}
              />
            );
          case 'successor?':
            return (
              <CatalogPicker
                key={field}
                kinds={['user']}
                label="Who could follow you? (optional)"
                onChange={successor => onChange({ successor: successor ?? '' })}
              />
            );
          case 'successor':
            return (
              <SuccessorField
                key={field}
                assignment={assignment}
                value={draft.successor}
                onChange={successor => onChange({ successor })}
              />
            );
          default:
            return (
              <TextAreaField
                key={field}
                label={field === 'note' ? 'Why?' : 'A word on it (optional)'}
                rows={3}
                maxLength={LONGEST_NOTE}
                value={draft.note}
                onChange={note => onChange({ note })}
              />
            );
        }
      })}
    </>
  );
}
