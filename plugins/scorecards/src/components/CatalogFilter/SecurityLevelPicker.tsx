import {
  DefaultEntityFilters,
  EntityAutocompletePicker,
} from '@backstage/plugin-catalog-react';
import {
  Level,
  LEVELS,
  SECURITY_LEVEL_LABEL,
} from '@synchrony/backstage-plugin-scorecards-common';
import { RiCheckboxBlankLine, RiCheckboxFill } from '@remixicon/react';
import { levelLabel } from '@synchrony/ui';
import { SecurityLevelFilter } from './SecurityLevelFilter';
import styles from './CatalogFilter.module.css';

interface Filters extends DefaultEntityFilters {
  securityLevel?: SecurityLevelFilter;
}

function isLevel(value: string): value is Level {
  return LEVELS.some(level => level === value);
}

function wordOf(value: string): string {
  return isLevel(value) ? levelLabel(value) : value;
}

/** A filter of the catalog page; drawn once any entity has a level. */
export function SecurityLevelPicker() {
  return (
    <EntityAutocompletePicker<Filters>
      label="Security level"
      name="securityLevel"
      path={`metadata.labels.${SECURITY_LEVEL_LABEL}`}
      Filter={SecurityLevelFilter}
      getOptionLabel={wordOf}
      renderOption={(value, { selected }) => {
        const Box = selected ? RiCheckboxFill : RiCheckboxBlankLine;
        return (
          <span className={styles.option}>
            <Box size={18} aria-hidden="true" />
            {wordOf(value)}
          </span>
        );
      }}
    />
  );
}
