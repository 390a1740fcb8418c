import { CharterMeasure } from '@synchrony/backstage-plugin-virtual-teams-common';

/** How a measure went in neutral words; says nothing about why. */
export function changeWords(measure: CharterMeasure): string {
  const { aim, current, start, unit } = measure;
  if (current === undefined) {
    return `${start} ${unit} at the start, aim ${aim}; not measured since`;
  }
  return current === start
    ? `unchanged at ${start} ${unit}, aim ${aim}`
    : `changed from ${start} to ${current} ${unit}, aim ${aim}`;
}
