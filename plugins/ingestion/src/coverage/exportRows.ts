import {
  COVERAGE_KINDS,
  COVERAGE_STATES,
  CoverageMap,
} from '@synchrony/backstage-plugin-ingestion-common';
import { countsOf, platformName, STATE_LABELS } from './words';

/** The map as a sheet, a line for each platform and control. */
export function exportRows(map: CoverageMap): (string | number)[][] {
  return [
    [
      'Platform',
      'Ref',
      'As of',
      'Control',
      ...COVERAGE_STATES.map(state => STATE_LABELS[state]),
    ],
    ...map.platforms.flatMap(platform =>
      COVERAGE_KINDS.map(control => [
        platformName(platform),
        platform.platformRef ?? '',
        map.asOf,
        control,
        ...COVERAGE_STATES.map(state => countsOf(platform, control)[state]),
      ]),
    ),
  ];
}
