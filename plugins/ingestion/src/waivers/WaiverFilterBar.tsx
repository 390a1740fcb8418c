import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Checkbox, SearchField, Select } from '@backstage/ui';
import {
  EXPIRING_DAYS,
  WAIVER_KINDS,
  WAIVER_STATUSES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { useState } from 'react';
import { WaiversFilter } from './useWaiversAddress';
import { WAIVER_KIND_LABELS, WAIVER_STATUS_LABELS } from './words';
import styles from './waivers.module.css';

const ANY = 'any';

const STATUS_OPTIONS = [
  { id: 'live', label: 'Not ended' },
  ...WAIVER_STATUSES.map(id => ({ id, label: WAIVER_STATUS_LABELS[id] })),
  { id: ANY, label: 'Any status' },
];

const KIND_OPTIONS = [
  { id: ANY, label: 'Any kind' },
  ...WAIVER_KINDS.map(id => ({ id, label: WAIVER_KIND_LABELS[id] })),
];

/** Which entity somebody means who types a name. */
function toRef(text: string): string | undefined {
  try {
    return text.trim() === ''
      ? undefined
      : stringifyEntityRef(
          parseEntityRef(text.trim(), { defaultKind: 'component' }),
        );
  } catch {
    return undefined;
  }
}

type WaiverFilterBarProps = {
  filter: WaiversFilter;
  onChange(change: Partial<WaiversFilter>): void;
  /** Whether it is asked for which component. */
  withEntity: boolean;
};

export function WaiverFilterBar(props: WaiverFilterBarProps) {
  const { filter, onChange, withEntity } = props;
  const [name, setName] = useState(filter.entityRef ?? '');
  return (
    <div className={styles.filters}>
      <Select
        aria-label="Status"
        size="small"
        options={STATUS_OPTIONS}
        value={filter.status}
        onChange={key =>
          onChange({
            status:
              WAIVER_STATUSES.find(status => status === key) ??
              (key === ANY ? ANY : 'live'),
          })
        }
      />
      <Select
        aria-label="Kind"
        size="small"
        options={KIND_OPTIONS}
        value={filter.kind ?? ANY}
        onChange={key =>
          onChange({ kind: WAIVER_KINDS.find(kind => kind === key) })
        }
      />
      {withEntity && (
        <SearchField
          className={styles.component}
          size="small"
          aria-label="Component, by its exact name"
          placeholder="Component, by its exact name"
          value={name}
          onChange={setName}
          onSubmit={text => onChange({ entityRef: toRef(text) })}
          onClear={() => onChange({ entityRef: undefined })}
        />
      )}
      <Checkbox
        isSelected={filter.endsSoon}
        onChange={endsSoon => onChange({ endsSoon })}
      >
        Ends within {EXPIRING_DAYS} days
      </Checkbox>
    </div>
  );
}
